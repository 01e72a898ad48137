package org.wuyeflow.complaint;

import jakarta.persistence.Entity;
import org.wuyeflow.office.House;
import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.RecordOf;

/**
 * 顾客投诉(建议)记录表, the main record of edition {@code suggestion}. Clause CS-4.F1.
 */
@Entity
@RecordOf(QualityForm.COMPLAINT_RECORD)
public class ComplaintRecord extends MainForm {

	protected ComplaintRecord() {
	}

	ComplaintRecord(Complaint complaint, House house) {
		super(complaint, house);
	}

}
