package org.wuyeflow.key;

import org.wuyeflow.office.Staff;
import org.wuyeflow.record.CaseReaders;
import org.wuyeflow.record.QualityForm;

import org.springframework.stereotype.Component;

/**
 * Whoever reads the key list sees what belongs to a loan, a consent, an incident, a
 * withdrawal or a count.
 */
@Component
class KeyCaseReaders implements CaseReaders {

	@Override
	public boolean include(Staff reader, String caseNumber, String office) {
		return KeyCase.isNumber(caseNumber) && QualityForm.KEY_LIST.readers().reads(reader, office);
	}

}
