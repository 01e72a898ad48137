package org.wuyeflow.process.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.wuyeflow.office.Role;

import org.springframework.stereotype.Component;

/**
 * The rights of the roles, as the deployed models ask for them: who may start a process
 * is its {@code candidateStarterGroups}, who takes part in it its extension property
 * {@code participants} (role ids, separated by spaces). The grants of the role groups are
 * made to be exactly these; no role may deploy, change variables or instances, make tasks
 * or filters, or run batches.
 */
@Component
class Grants {

	/** The extension property of a process that names the roles with tasks in it. */
	static final String PARTICIPANTS = "participants";

	/**
	 * Instances and their history are not among them; their routing variables are, for
	 * the cards of the task lists show some.
	 */
	private static final Permission[] OF_PARTICIPANTS = { ProcessDefinitionPermissions.READ,
			ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE, ProcessDefinitionPermissions.READ_TASK,
			ProcessDefinitionPermissions.READ_TASK_VARIABLE, ProcessDefinitionPermissions.TASK_WORK,
			ProcessDefinitionPermissions.TASK_ASSIGN };

	private static final Permission[] OF_READERS = { ProcessDefinitionPermissions.READ,
			ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
			ProcessDefinitionPermissions.READ_HISTORY, ProcessDefinitionPermissions.READ_TASK,
			ProcessDefinitionPermissions.READ_TASK_VARIABLE };

	/** What of the company everybody in it may know: colleagues, posts and offices. */
	private static final List<Resource> KNOWN_TO_ALL = List.of(Resources.USER, Resources.GROUP, Resources.TENANT);

	private final AuthorizationService authorizationService;

	private final RepositoryService repositoryService;

	Grants(AuthorizationService authorizationService, RepositoryService repositoryService) {
		this.authorizationService = authorizationService;
		this.repositoryService = repositoryService;
	}

	/** Makes the grants what the models ask for now. */
	void apply() {
		Map<Place, Set<Permission>> wanted = wanted();
		List<Authorization> stale = new ArrayList<>();
		for (Authorization grant : ofRoles()) {
			Set<Permission> permissions = wanted.remove(Place.of(grant));
			if (permissions == null) {
				stale.add(grant);
			}
			else if (!same(grant, permissions)) {
				grant.setPermissions(permissions.toArray(Permission[]::new));
				this.authorizationService.saveAuthorization(grant);
			}
		}
		stale.forEach((grant) -> this.authorizationService.deleteAuthorization(grant.getId()));
		wanted.forEach(this::create);
		KNOWN_TO_ALL.forEach(this::allowAllToRead);
	}

	private List<Authorization> ofRoles() {
		String[] groups = Arrays.stream(Role.values()).map(Role::id).toArray(String[]::new);
		return this.authorizationService.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GRANT)
			.groupIdIn(groups)
			.unlimitedList();
	}

	private Map<Place, Set<Permission>> wanted() {
		Map<Place, Set<Permission>> wanted = new HashMap<>();
		for (Role role : Role.values()) {
			if (role == Role.AUDITOR) {
				ofReader(role, wanted);
				add(wanted, role, Resources.OPERATION_LOG_CATEGORY, Authorization.ANY,
						UserOperationLogCategoryPermissions.READ);
			}
			else {
				add(wanted, role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
			}
			if (Role.MANAGERS.contains(role)) {
				ofReader(role, wanted);
			}
		}
		this.repositoryService.createProcessDefinitionQuery()
			.latestVersion()
			.unlimitedList()
			.forEach((definition) -> ofModel(definition, wanted));
		return wanted;
	}

	private static void ofReader(Role role, Map<Place, Set<Permission>> wanted) {
		add(wanted, role, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
		add(wanted, role, Resources.PROCESS_DEFINITION, Authorization.ANY, OF_READERS);
		add(wanted, role, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ, Permissions.READ_HISTORY);
		add(wanted, role, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ);
	}

	private void ofModel(ProcessDefinition definition, Map<Place, Set<Permission>> wanted) {
		BpmnModelInstance model = this.repositoryService.getBpmnModelInstance(definition.getId());
		Process process = model.getModelElementById(definition.getKey());
		for (Role role : roles(process.getCamundaCandidateStarterGroupsList(), definition)) {
			add(wanted, role, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
			add(wanted, role, Resources.PROCESS_DEFINITION, definition.getKey(), ProcessDefinitionPermissions.READ,
					ProcessDefinitionPermissions.CREATE_INSTANCE);
		}
		for (Role role : roles(participants(process), definition)) {
			add(wanted, role, Resources.PROCESS_DEFINITION, definition.getKey(), OF_PARTICIPANTS);
		}
	}

	private static List<String> participants(Process process) {
		if (process.getExtensionElements() == null) {
			return List.of();
		}
		return process.getExtensionElements()
			.getElementsQuery()
			.filterByType(CamundaProperties.class)
			.list()
			.stream()
			.flatMap((properties) -> properties.getCamundaProperties().stream())
			.filter((property) -> PARTICIPANTS.equals(property.getCamundaName()))
			.flatMap((property) -> Arrays.stream(property.getCamundaValue().strip().split("\\s+")))
			.toList();
	}

	private static List<Role> roles(Collection<String> ids, ProcessDefinition definition) {
		return ids.stream()
			.map((id) -> Role.find(id.strip())
				.filter((role) -> role != Role.AUDITOR)
				.orElseThrow(() -> new IllegalStateException(
						"Process '%s' names '%s', which is no role with tasks".formatted(definition.getKey(), id))))
			.toList();
	}

	private static void add(Map<Place, Set<Permission>> wanted, Role role, Resource resource, String id,
			Permission... permissions) {
		wanted.computeIfAbsent(new Place(role.id(), resource.resourceType(), id), (place) -> new LinkedHashSet<>())
			.addAll(List.of(permissions));
	}

	private static boolean same(Authorization grant, Set<Permission> permissions) {
		AuthorizationEntity probe = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
		probe.setResourceType(grant.getResourceType());
		probe.setPermissions(permissions.toArray(Permission[]::new));
		return probe.getPermissions() == ((AuthorizationEntity) grant).getPermissions();
	}

	private void create(Place place, Set<Permission> permissions) {
		Authorization grant = this.authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		grant.setGroupId(place.group());
		grant.setResourceType(place.resourceType());
		grant.setResourceId(place.id());
		grant.setPermissions(permissions.toArray(Permission[]::new));
		this.authorizationService.saveAuthorization(grant);
	}

	private void allowAllToRead(Resource resource) {
		boolean present = this.authorizationService.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GLOBAL)
			.resourceType(resource)
			.resourceId(Authorization.ANY)
			.count() > 0;
		if (!present) {
			Authorization global = this.authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
			global.setResource(resource);
			global.setResourceId(Authorization.ANY);
			global.addPermission(Permissions.READ);
			this.authorizationService.saveAuthorization(global);
		}
	}

	/** Where a grant is: whose it is and what it is for. */
	private record Place(String group, int resourceType, String id) {

		static Place of(Authorization grant) {
			return new Place(grant.getGroupId(), grant.getResourceType(), grant.getResourceId());
		}

	}

}
