package org.wuyeflow.process;

import java.util.Set;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * A procedure's glue that makes timers, due dates and routing of its cases follow their
 * deadlines.
 */
public interface DeadlineGlue {

	/** The keys of its processes. */
	Set<String> processes();

	/**
	 * Makes what runs at this place follow the deadlines of the case, wherever they have
	 * moved to.
	 */
	void follow(DelegateExecution execution, String caseNumber);

}
