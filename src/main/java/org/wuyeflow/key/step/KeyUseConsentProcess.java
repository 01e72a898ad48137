package org.wuyeflow.key.step;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.wuyeflow.key.ConsentAnswer;
import org.wuyeflow.key.KeyConsent;
import org.wuyeflow.key.KeyConsentService;
import org.wuyeflow.key.OwnerAnswers;
import org.wuyeflow.process.CaseMessages;
import org.wuyeflow.process.DeadlineGlue;
import org.wuyeflow.process.DeadlineTimers;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The process {@code key-use-consent}: its names, and what it needs to know of the
 * consent to find its way.
 */
@Component
public class KeyUseConsentProcess implements OwnerAnswers, DeadlineGlue {

	/** The process definition's key. */
	public static final String KEY = "key-use-consent";

	/** The owner has answered on the page. */
	public static final String OWNER_ANSWERED = "key.ownerAnswered";

	private static final String ASKING = "UserTask_AskOwner";

	private final KeyConsentService consents;

	private final CaseMessages messages;

	private final DeadlineTimers timers;

	KeyUseConsentProcess(KeyConsentService consents, CaseMessages messages, DeadlineTimers timers) {
		this.consents = consents;
		this.messages = messages;
		this.timers = timers;
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
	public Set<String> processes() {
		return Set.of(KEY);
	}

	@Override
	public void follow(DelegateExecution execution, String caseNumber) {
		KeyConsent consent = this.consents.follow(caseNumber);
		route(execution, consent);
		this.timers.set(execution, ASKING,
				Map.of("BoundaryEvent_AnswerOverdue", Optional.of(Date.from(consent.answerBy()))));
		this.timers.refreshTasks(execution);
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
