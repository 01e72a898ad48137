package org.wuyeflow.process.casefile;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.wuyeflow.office.Staff;
import org.wuyeflow.process.EngineLookup;
import org.wuyeflow.record.CaseReaders;

import org.springframework.stereotype.Component;

/**
 * Whoever has a task of the case before him, as long as it is open: the engineer who
 * mends a lock sees its photo, though he reads no register of keys.
 */
@Component
class TaskReaders implements CaseReaders {

	private final TaskService tasks;

	private final IdentityService identities;

	TaskReaders(TaskService tasks, IdentityService identities) {
		this.tasks = tasks;
		this.identities = identities;
	}

	@Override
	public boolean include(Staff reader, String caseNumber, String office) {
		return reader.worksFor(office) && !reader.roles().isEmpty()
				&& EngineLookup.asApplication(this.identities,
						() -> this.tasks.createTaskQuery()
							.processInstanceBusinessKey(caseNumber)
							.tenantIdIn(office)
							.or()
							.taskAssignee(reader.id())
							.taskCandidateGroupIn(List.copyOf(reader.roles()))
							.endOr()
							.count() > 0);
	}

}
