package org.wuyeflow.key.step;

import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.key.KeyLoanService;
import org.wuyeflow.key.LoanRule;
import org.wuyeflow.key.Permission;
import org.wuyeflow.process.DecisionResultListener;

import org.springframework.stereotype.Component;

/**
 * Holds the request against the table.
 */
@Component
class DecideLoanListener implements ExecutionListener {

	private static final String NONE = "-";

	private final KeyLoanService loans;

	private final KeyBorrowProcess process;

	DecideLoanListener(KeyLoanService loans, KeyBorrowProcess process) {
		this.loans = loans;
		this.process = process;
	}

	@Override
	public void notify(DelegateExecution execution) {
		Map<String, Object> row = DecisionResultListener.row(execution);
		String permission = (String) row.get("permission");
		LoanRule rule = new LoanRule(KeyFormsProcess.constant(Permission.class, permission),
				Optional.of((String) row.get("returnWithin")).filter((limit) -> !NONE.equals(limit)).map(Limit::parse),
				limit(row, "freshAfter"), limit(row, "remindBefore"), limit(row, "recallWithin"),
				limit(row, "managerAfter"), limit(row, "tellOwnerWithin"));
		KeyVariables.PERMISSION.on(execution, permission);
		this.process.route(execution, this.loans.rule(execution.getProcessBusinessKey(), rule));
	}

	private static Limit limit(Map<String, Object> row, String output) {
		return Limit.parse((String) row.get(output));
	}

}
