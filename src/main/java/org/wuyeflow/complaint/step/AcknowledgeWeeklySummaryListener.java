package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.wuyeflow.complaint.summary.SummaryService;

import org.springframework.stereotype.Component;

/**
 * The week's summary was read by who was sent a copy.
 */
@Component
class AcknowledgeWeeklySummaryListener implements TaskListener {

	private final SummaryService summaries;

	AcknowledgeWeeklySummaryListener(SummaryService summaries) {
		this.summaries = summaries;
	}

	@Override
	public void notify(DelegateTask task) {
		this.summaries.acknowledge(task.getExecution().getProcessBusinessKey(), ComplaintVariables.COPIED_TO.from(task),
				ComplaintVariables.READING_REMARK.find(task).orElse(null));
	}

}
