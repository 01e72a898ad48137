package org.wuyeflow.key.step;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.wuyeflow.key.KeyLoan;
import org.wuyeflow.key.KeyLoanService;
import org.wuyeflow.office.HouseMovedIn;
import org.wuyeflow.process.CaseMessages;
import org.wuyeflow.process.DeadlineTimers;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The process {@code key-borrow}: its names, and what it needs to know of the loan to
 * find its way.
 */
@Component
public class KeyBorrowProcess {

	/** The process definition's key. */
	public static final String KEY = "key-borrow";

	/** Keys that are out are called back. */
	public static final String KEYS_RECALLED = "key.keysRecalled";

	/** The owner has moved into a house whose keys are out. */
	public static final String HOUSE_MOVED_IN = "key.houseMovedIn";

	private static final String KEYS_OUT = "SubProcess_KeysOut";

	private final KeyLoanService loans;

	private final CaseMessages messages;

	private final DeadlineTimers timers;

	KeyBorrowProcess(KeyLoanService loans, CaseMessages messages, DeadlineTimers timers) {
		this.loans = loans;
		this.messages = messages;
		this.timers = timers;
	}

	/**
	 * Writes what gateways, due dates and timers need of the loan. Where it is due at
	 * another moment, its timers follow.
	 */
	void route(DelegateExecution execution, KeyLoan loan) {
		KeyFormsProcess.card(execution, loan.number(), loan.houseNumber(), "钥匙借用");
		if (loan.dueAt() != null) {
			Date due = Date.from(loan.dueAt());
			boolean moved = KeyVariables.DUE_AT.find(execution).filter((before) -> !before.equals(due)).isPresent();
			Date warn = Date.from(loan.warnAt());
			Date manager = Date.from(loan.managerAt());
			KeyVariables.WARN_AT.on(execution, warn);
			KeyVariables.DUE_AT.on(execution, due);
			KeyVariables.MANAGER_AT.on(execution, manager);
			if (moved) {
				this.timers.set(execution, KEYS_OUT,
						Map.of("StartEvent_ReturnNear", Optional.of(warn), "StartEvent_ReturnOverdue", Optional.of(due),
								"StartEvent_ReturnLongOverdue", Optional.of(manager)));
			}
		}
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
