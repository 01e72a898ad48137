package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.wuyeflow.key.ConsentAnswer;
import org.wuyeflow.key.ContactWay;
import org.wuyeflow.key.KeyConsent;
import org.wuyeflow.key.KeyConsentService;

import org.springframework.stereotype.Component;

/**
 * The owner was asked by word, and has answered or was not reached.
 */
@Component
class AskOwnerListener extends KeyStepListener {

	private final KeyConsentService service;

	private final KeyUseConsentProcess process;

	AskOwnerListener(KeyConsentService service, KeyUseConsentProcess process) {
		this.service = service;
		this.process = process;
	}

	@Override
	protected void carryOut(String number, DelegateTask task) {
		String answer = KeyVariables.OWNER_ANSWER.from(task);
		KeyConsent consent = "not_reached".equals(answer) ? this.service.notReached(number)
				: this.service.answer(number,
						new KeyConsent.Answer(KeyFormsProcess.constant(ConsentAnswer.class, answer),
								KeyFormsProcess.constant(ContactWay.class, KeyVariables.ANSWER_WAY.from(task)),
								KeyVariables.CONDITIONS.find(task).orElse(null),
								KeyVariables.OWNER_WORDS.find(task).orElse(null),
								KeyVariables.NUMBER_DIALLED.find(task).orElse(null),
								KeyVariables.WITNESS.find(task).orElse(null), null));
		this.process.route(task.getExecution(), consent);
	}

}
