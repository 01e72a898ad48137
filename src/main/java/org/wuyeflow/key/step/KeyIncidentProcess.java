package org.wuyeflow.key.step;

import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.key.KeyIncident;
import org.wuyeflow.process.DeadlineGlue;
import org.wuyeflow.process.DeadlineTimers;

import org.springframework.stereotype.Component;

/**
 * The process {@code key-incident}: its names, and what it needs to know of the incident
 * to find its way.
 */
@Component
public class KeyIncidentProcess implements DeadlineGlue {

	/** The process definition's key. */
	public static final String KEY = "key-incident";

	private static final String HANDLING = "SubProcess_HandleIncident";

	private final CaseDeadlines promises;

	private final DeadlineTimers timers;

	private final RuntimeService instances;

	KeyIncidentProcess(CaseDeadlines promises, DeadlineTimers timers, RuntimeService instances) {
		this.promises = promises;
		this.timers = timers;
		this.instances = instances;
	}

	void route(DelegateExecution execution, KeyIncident incident) {
		KeyFormsProcess.card(execution, incident.number(), incident.houseNumber(), incident.kind().label());
		KeyVariables.INCIDENT_TYPE.on(execution, incident.kind().name().toLowerCase(Locale.ROOT));
		follow(execution, incident.number());
	}

	@Override
	public Set<String> processes() {
		return Set.of(KEY);
	}

	@Override
	public void follow(DelegateExecution execution, String caseNumber) {
		this.promises.find(caseNumber, Purpose.NOTICE)
			.ifPresent((notice) -> KeyVariables.TELL_OWNER_BY.on(execution, Date.from(notice.dueAt())));
		this.promises.find(caseNumber, Purpose.RESULT).ifPresent((result) -> {
			KeyVariables.DUE_AT.on(execution, Date.from(result.dueAt()));
			this.timers.set(execution, HANDLING, Map.of("StartEvent_IncidentOverdue",
					result.live(LadderStep.AT_END).map((step) -> Date.from(step.at()))));
			this.timers.refreshTasks(execution);
		});
	}

	/** Starts the handling of an incident that was written down elsewhere. */
	void start(KeyIncident incident) {
		this.instances.startProcessInstanceByKey(KEY, incident.number(), Map.of(KeyVariables.INCIDENT_NUMBER.name(),
				incident.number(), KeyVariables.OFFICE.name(), incident.office()));
	}

}
