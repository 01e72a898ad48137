package org.wuyeflow.key.step;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.key.KeyLoan;
import org.wuyeflow.key.KeyLoanService;
import org.wuyeflow.office.HouseMovedIn;
import org.wuyeflow.process.CaseMessages;
import org.wuyeflow.process.DeadlineGlue;
import org.wuyeflow.process.DeadlineTimers;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The process {@code key-borrow}: its names, and what it needs to know of the loan to
 * find its way.
 */
@Component
public class KeyBorrowProcess implements DeadlineGlue {

	/** The process definition's key. */
	public static final String KEY = "key-borrow";

	/** Keys that are out are called back. */
	public static final String KEYS_RECALLED = "key.keysRecalled";

	/** The owner has moved into a house whose keys are out. */
	public static final String HOUSE_MOVED_IN = "key.houseMovedIn";

	private static final String KEYS_OUT = "SubProcess_KeysOut";

	private final KeyLoanService loans;

	private final CaseDeadlines promises;

	private final CaseMessages messages;

	private final DeadlineTimers timers;

	KeyBorrowProcess(KeyLoanService loans, CaseDeadlines promises, CaseMessages messages, DeadlineTimers timers) {
		this.loans = loans;
		this.promises = promises;
		this.messages = messages;
		this.timers = timers;
	}

	/**
	 * Writes what gateways, due dates and timers need of the loan. Where it is due at
	 * another moment, its timers follow.
	 */
	void route(DelegateExecution execution, KeyLoan loan) {
		KeyFormsProcess.card(execution, loan.number(), loan.houseNumber(), "钥匙借用");
		this.promises.find(loan.number(), Purpose.NOTICE)
			.ifPresent((notice) -> KeyVariables.TELL_OWNER_BY.on(execution, Date.from(notice.dueAt())));
		this.promises.find(loan.number(), Purpose.RETURN).ifPresent((back) -> {
			KeyVariables.DUE_AT.on(execution, Date.from(back.dueAt()));
			date(back, LadderStep.BEFORE_END).ifPresent((date) -> KeyVariables.WARN_AT.on(execution, date));
			date(back, LadderStep.AFTER_END).ifPresent((date) -> KeyVariables.MANAGER_AT.on(execution, date));
			this.timers.set(execution, KEYS_OUT,
					Map.of("StartEvent_ReturnNear", back.live(LadderStep.BEFORE_END).map(KeyBorrowProcess::date),
							"StartEvent_ReturnOverdue", back.live(LadderStep.AT_END).map(KeyBorrowProcess::date),
							"StartEvent_ReturnLongOverdue",
							back.live(LadderStep.AFTER_END).map(KeyBorrowProcess::date)));
		});
		this.timers.refreshTasks(execution);
	}

	@Override
	public Set<String> processes() {
		return Set.of(KEY);
	}

	@Override
	public void follow(DelegateExecution execution, String caseNumber) {
		route(execution, this.loans.follow(caseNumber));
	}

	private static Optional<Date> date(CaseDeadline deadline, int step) {
		return deadline.ladder().step(step).map(KeyBorrowProcess::date);
	}

	private static Date date(LadderStep step) {
		return Date.from(step.at());
	}

	/** Calls keys back that are out. */
	void recall(List<String> loans) {
		loans.forEach((loan) -> this.messages.send(KEY, loan, KEYS_RECALLED));
	}

	/** Tells the loans of a house that its owner has moved in. */
	@EventListener
	void tellMovedIn(HouseMovedIn event) {
		this.loans.numbersOut(event.house()).forEach((loan) -> this.messages.send(KEY, loan, HOUSE_MOVED_IN));
	}

}
