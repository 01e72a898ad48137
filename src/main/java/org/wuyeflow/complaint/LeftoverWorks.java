package org.wuyeflow.complaint;

import jakarta.persistence.Entity;
import org.wuyeflow.office.House;
import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.RecordOf;

/**
 * 工程遗留问题处理记录表, for class 2 in edition {@code suggestion}. Clause CS-3.1.2.B.
 */
@Entity
@RecordOf(QualityForm.LEFTOVER_WORKS)
public class LeftoverWorks extends DefectForm {

	protected LeftoverWorks() {
	}

	LeftoverWorks(Complaint complaint, House house) {
		super(complaint, house);
	}

}
