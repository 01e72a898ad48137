package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.wuyeflow.complaint.summary.SummaryService;

import org.springframework.stereotype.Component;

/**
 * The copy of the week's summary is kept.
 */
@Component
class ReceiveWeeklySummaryListener implements TaskListener {

	private final SummaryService summaries;

	ReceiveWeeklySummaryListener(SummaryService summaries) {
		this.summaries = summaries;
	}

	@Override
	public void notify(DelegateTask task) {
		this.summaries.acknowledge(task.getExecution().getProcessBusinessKey(),
				ComplaintVariables.COPY_KEPT_BY.from(task), ComplaintVariables.READING_REMARK.find(task).orElse(null));
	}

}
