package org.wuyeflow.key.step;

import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.wuyeflow.key.ConsentAnswer;
import org.wuyeflow.key.KeyConsent;
import org.wuyeflow.key.KeyConsentService;
import org.wuyeflow.key.OwnerAnswers;
import org.wuyeflow.process.CaseMessages;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The process {@code key-use-consent}: its names, and what it needs to know of the
 * consent to find its way.
 */
@Component
public class KeyUseConsentProcess implements OwnerAnswers {

	/** The process definition's key. */
	public static final String KEY = "key-use-consent";

	/** The owner has answered on the page. */
	public static final String OWNER_ANSWERED = "key.ownerAnswered";

	private final KeyConsentService consents;

	private final CaseMessages messages;

	KeyUseConsentProcess(KeyConsentService consents, CaseMessages messages) {
		this.consents = consents;
		this.messages = messages;
	}

	/** Writes what gateways and timers need of the consent. */
	void route(DelegateExecution execution, KeyConsent consent) {
		KeyFormsProcess.card(execution, consent.number(), consent.houseNumber(), "业主同意");
		KeyVariables.ACCOMPANIED_USE.on(execution, consent.accompanied());
		KeyVariables.CONSENT_GIVEN.on(execution,
				(consent.answer() == null) ? "open" : consent.answer().allows() ? "yes" : "no");
		if (consent.answerBy() != null) {
			KeyVariables.ANSWER_BY.on(execution, Date.from(consent.answerBy()));
		}
	}

	@Override
	@Transactional
	public boolean submit(String token, ConsentAnswer answer, String conditions, String address) {
		Optional<String> number = this.consents.numberBehind(token);
		if (number.isEmpty() || !this.messages.take(KEY, number.get())) {
			return false;
		}
		boolean answered = this.consents.answerOnPage(token, answer, conditions, address).isPresent();
		if (answered) {
			this.messages.send(KEY, number.get(), OWNER_ANSWERED);
		}
		return answered;
	}

}
