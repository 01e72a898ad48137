package org.wuyeflow.key.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.wuyeflow.key.KeyCustodyService;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.OfficeDirectory;

import org.springframework.stereotype.Component;

/**
 * Each office begins to count its keys.
 */
@Component
class SummonKeepersDelegate implements JavaDelegate {

	private final OfficeDirectory offices;

	private final KeyCustodyService custody;

	private final KeyStocktakeProcess process;

	SummonKeepersDelegate(OfficeDirectory offices, KeyCustodyService custody, KeyStocktakeProcess process) {
		this.offices = offices;
		this.custody = custody;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.offices.all().stream().map(Office::id).filter(this.custody::keeps).forEach(this.process::begin);
	}

}
