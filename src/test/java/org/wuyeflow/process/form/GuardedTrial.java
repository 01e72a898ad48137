package org.wuyeflow.process.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.wuyeflow.Refusal;
import org.wuyeflow.process.ProcessVariable;

import org.springframework.stereotype.Component;

/**
 * A procedure of the smallest kind, for the tests of what reaches the engine: its record
 * is a map in memory.
 */
final class GuardedTrial {

	static final String PROCESS = "guarded-trial";

	/** What the delegates read, by business key. */
	static final Map<String, Map<String, Object>> RECORDS = new ConcurrentHashMap<>();

	private static final ProcessVariable<String> SUBJECT = ProcessVariable.string("subject");

	private static final ProcessVariable<String> CHANNEL = ProcessVariable.string("channel");

	private static final ProcessVariable<String> OUTCOME = ProcessVariable.string("outcome");

	private GuardedTrial() {
	}

	@Component("recordTrialDelegate")
	static class RecordTrialDelegate implements JavaDelegate {

		@Override
		public void execute(DelegateExecution execution) {
			Map<String, Object> read = new HashMap<>();
			for (String name : Set.of("subject", "words", "phone", "email")) {
				ProcessVariable.string(name).find(execution).ifPresent((text) -> read.put(name, text));
			}
			ProcessVariable.list("payments").find(execution).ifPresent((rows) -> read.put("payments", rows));
			ProcessVariable.list("tags").find(execution).ifPresent((tags) -> read.put("tags", tags));
			ProcessVariable.dateTime("received").find(execution).ifPresent((time) -> read.put("received", time));
			ProcessVariable.date("visit").find(execution).ifPresent((day) -> read.put("visit", day));
			ProcessVariable.decimal("amount").find(execution).ifPresent((sum) -> read.put("amount", sum));
			ProcessVariable.integer("people").find(execution).ifPresent((number) -> read.put("people", number));
			String number = "SY-2026-" + SUBJECT.from(execution).hashCode();
			execution.setProcessBusinessKey(number);
			CHANNEL.on(execution, CHANNEL.from(execution));
			RECORDS.put(number, read);
		}

	}

	@Component("handleTrialListener")
	static class HandleTrialListener implements TaskListener {

		@Override
		public void notify(DelegateTask task) {
			if (OUTCOME.from(task).startsWith("拒绝")) {
				throw Refusal.conflict("这一事项已经办结，不能再登记结果。");
			}
			if (OUTCOME.from(task).startsWith("出错")) {
				throw new IllegalStateException("Cannot store " + OUTCOME.from(task));
			}
			Map<String, Object> record = RECORDS.get(task.getExecution().getProcessBusinessKey());
			@SuppressWarnings("unchecked")
			List<String> outcomes = (List<String>) record.computeIfAbsent("outcomes", (name) -> new ArrayList<>());
			outcomes.add(OUTCOME.from(task));
			record.put("channel", CHANNEL.find(task).orElse("not given"));
		}

	}

}
