package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyConsent;
import org.wuyeflow.key.KeyConsentService;
import org.wuyeflow.key.KeyUse;
import org.wuyeflow.key.UsePurpose;

import org.springframework.stereotype.Component;

/**
 * What the owner is to be asked for is written down: by whom it was called for, or by
 * what the form says.
 */
@Component
class RegisterConsentDelegate implements JavaDelegate {

	private final KeyConsentService consents;

	private final KeyUseConsentProcess process;

	private final KeyFormsProcess forms;

	RegisterConsentDelegate(KeyConsentService consents, KeyUseConsentProcess process, KeyFormsProcess forms) {
		this.consents = consents;
		this.process = process;
		this.forms = forms;
	}

	@Override
	public void execute(DelegateExecution execution) {
		KeyConsent consent = KeyVariables.LOAN_NUMBER.find(execution)
			.map(this.consents::askForLoan)
			.orElseGet(() -> ask(execution));
		execution.setProcessBusinessKey(consent.number());
		this.process.route(execution, consent);
	}

	private KeyConsent ask(DelegateExecution form) {
		return this.consents.ask(form.getTenantId(), KeyVariables.HOUSE_NUMBER.from(form),
				new KeyUse(null, KeyFormsProcess.constant(UsePurpose.class, KeyVariables.USE_PURPOSE.from(form)),
						KeyVariables.PURPOSE_TEXT.find(form).orElse(null), KeyVariables.ENTERER.from(form),
						this.forms.instant(form, KeyVariables.ENTER_FROM),
						this.forms.instant(form, KeyVariables.ENTER_UNTIL),
						KeyVariables.ACCOMPANIED.find(form).orElse(false)));
	}

}
