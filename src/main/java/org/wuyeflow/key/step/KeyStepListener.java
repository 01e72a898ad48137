package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * A task of a key procedure that is being completed: what its form submitted goes to the
 * record, and what the model needs of the record comes back.
 */
abstract class KeyStepListener implements TaskListener {

	@Override
	public final void notify(DelegateTask task) {
		carryOut(task.getExecution().getProcessBusinessKey(), task);
	}

	/** Makes the one service call of this step and routes on. */
	protected abstract void carryOut(String number, DelegateTask task);

}
