package org.wuyeflow.complaint;

import org.wuyeflow.office.Staff;
import org.wuyeflow.record.CaseReaders;
import org.wuyeflow.record.QualityForm;

import org.springframework.stereotype.Component;

/**
 * A complaint enters its register when it is judged; whoever reads the register sees what
 * belongs to it before.
 */
@Component
class ComplaintCaseReaders implements CaseReaders {

	@Override
	public boolean include(Staff reader, String caseNumber, String office) {
		return caseNumber.startsWith(ComplaintService.PREFIX + "-")
				&& QualityForm.COMPLAINT_FOLLOWUP.readers().reads(reader, office);
	}

}
