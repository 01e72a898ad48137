package org.wuyeflow.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.Limit;

/**
 * Gives a user task that follows no deadline of its case a limit of its own: the
 * extension property {@code within} of the model, written as in the tables
 * ({@code 1个工作日}). It counts from the task's creation, in the hours of the case's office;
 * "soon due" it is from three quarters of it on.
 */
final class TaskLimits extends AbstractBpmnParseListener {

	/** The extension property of a user task that says how long it may take. */
	private static final String WITHIN = "within";

	private static final int SOON_DUE_PERCENT = 75;

	private final Deadlines deadlines;

	private final Clock clock;

	TaskLimits(Deadlines deadlines, Clock clock) {
		this.deadlines = deadlines;
		this.clock = clock;
	}

	@Override
	public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
		Optional.ofNullable(BpmnParseUtil.parseCamundaExtensionProperties(task))
			.map((properties) -> properties.get(WITHIN))
			.map(Limit::parse)
			.ifPresent((limit) -> ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
				.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (created) -> limit(created, limit)));
	}

	private void limit(DelegateTask task, Limit limit) {
		Instant now = this.clock.instant();
		task.setDueDate(Date.from(this.deadlines.due(task.getTenantId(), now, limit).dueAt()));
		task.setFollowUpDate(Date.from(this.deadlines.share(task.getTenantId(), now, limit, SOON_DUE_PERCENT)));
	}

}
