package org.wuyeflow.complaint;

import jakarta.persistence.Entity;
import org.wuyeflow.office.House;
import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.RecordOf;

/**
 * 客户投诉及建议跟进处理表, the main record of edition {@code opinion}. Clause CC-6.F1.
 */
@Entity
@RecordOf(QualityForm.COMPLAINT_FOLLOWUP)
public class ComplaintFollowup extends MainForm {

	protected ComplaintFollowup() {
	}

	ComplaintFollowup(Complaint complaint, House house) {
		super(complaint, house);
	}

}
