package org.wuyeflow.process.security;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * What the engine grants by itself. A user may read and change his own entry (the pages
 * leave him the password only), not delete it; a task grants nothing to anybody, for
 * {@link TaskRights} decides on it and a grant for each task makes lists slow with the
 * square of their length.
 */
final class PersonalGrants extends DefaultAuthorizationProvider {

	@Override
	public AuthorizationEntity[] newUser(User user) {
		AuthorizationEntity own = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
		own.setUserId(user.getId());
		own.setResource(Resources.USER);
		own.setResourceId(user.getId());
		own.addPermission(Permissions.READ);
		own.addPermission(Permissions.UPDATE);
		return new AuthorizationEntity[] { own };
	}

	@Override
	public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
		return null;
	}

	@Override
	public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
		return null;
	}

	@Override
	public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
		return null;
	}

	@Override
	public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
		return null;
	}

	@Override
	public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String userId, String type) {
		return null;
	}

	@Override
	public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
		return null;
	}

}
