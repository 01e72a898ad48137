package org.wuyeflow.complaint.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.wuyeflow.complaint.summary.ComplaintSummary.Report;
import org.wuyeflow.complaint.summary.SummaryService;

import org.springframework.stereotype.Component;

/**
 * The month's summary is written.
 */
@Component
class PrepareMonthlySummaryListener implements TaskListener {

	private final SummaryService summaries;

	PrepareMonthlySummaryListener(SummaryService summaries) {
		this.summaries = summaries;
	}

	@Override
	public void notify(DelegateTask task) {
		this.summaries.prepare(task.getExecution().getProcessBusinessKey(),
				new Report(ComplaintVariables.SITUATION.from(task),
						ComplaintVariables.LATE_CAUSES.find(task).orElse(null),
						ComplaintVariables.IMPROVEMENT.from(task),
						ComplaintVariables.PUBLIC_STATEMENT.find(task).orElse(null)));
	}

}
