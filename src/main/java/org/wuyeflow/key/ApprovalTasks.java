package org.wuyeflow.key;

/**
 * The tasks in which somebody approves that keys are entrusted.
 */
public interface ApprovalTasks {

	/** Offers those of an office that are open to one more role. */
	void offer(String office, String role);

}
