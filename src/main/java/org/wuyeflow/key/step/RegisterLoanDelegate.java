package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.Borrower;
import org.wuyeflow.key.BorrowerKind;
import org.wuyeflow.key.EmergencyKind;
import org.wuyeflow.key.KeyLoan;
import org.wuyeflow.key.KeyLoanService;
import org.wuyeflow.key.LoanRequest;
import org.wuyeflow.key.UsePurpose;

import org.springframework.stereotype.Component;

/**
 * A request for keys is written down, and its number becomes the business key.
 */
@Component
class RegisterLoanDelegate implements JavaDelegate {

	private final KeyLoanService loans;

	private final KeyBorrowProcess process;

	private final KeyFormsProcess forms;

	RegisterLoanDelegate(KeyLoanService loans, KeyBorrowProcess process, KeyFormsProcess forms) {
		this.loans = loans;
		this.process = process;
		this.forms = forms;
	}

	@Override
	public void execute(DelegateExecution execution) {
		KeyLoan loan = this.loans.request(request(execution));
		execution.setProcessBusinessKey(loan.number());
		KeyVariables.HOUSE_STATE.on(execution, this.loans.movedIn(loan) ? "movedIn" : "notMovedIn");
		KeyVariables.EMERGENCY_USE.on(execution, loan.emergency() != null && this.loans.movedIn(loan));
		KeyVariables.AGREED_BEFOREHAND.on(execution, this.loans.agreedBeforehand(loan));
		this.process.route(execution, loan);
	}

	private LoanRequest request(DelegateExecution form) {
		BorrowerKind kind = KeyFormsProcess.constant(BorrowerKind.class, KeyVariables.BORROWER_KIND.from(form));
		Borrower borrower = new Borrower(kind, KeyVariables.BORROWER_NAME.from(form),
				KeyVariables.BORROWER_PHONE.from(form), KeyVariables.ORGANISATION.find(form).orElse(null),
				(kind != BorrowerKind.STAFF) ? KeyFormsProcess.identity(form) : null);
		return new LoanRequest(form.getTenantId(), KeyVariables.HOUSE_NUMBER.from(form),
				KeyFormsProcess.doors(form, KeyVariables.DOORS), borrower,
				KeyFormsProcess.constant(UsePurpose.class, KeyVariables.USE_PURPOSE.from(form)),
				KeyVariables.PURPOSE_TEXT.find(form).orElse(null), this.forms.instant(form, KeyVariables.NEEDED_UNTIL),
				KeyVariables.ACCOMPANIED.find(form).orElse(false),
				KeyVariables.EMERGENCY_KIND.find(form)
					.map((emergency) -> KeyFormsProcess.constant(EmergencyKind.class, emergency))
					.orElse(null),
				KeyVariables.SECOND_PERSON.find(form).orElse(null));
	}

}
