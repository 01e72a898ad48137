package org.wuyeflow.complaint;

import jakarta.persistence.Entity;
import org.wuyeflow.office.House;
import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.RecordOf;

/**
 * 客户意见征询表, for class 2 in edition {@code opinion}. Clause CC-6.F2.
 */
@Entity
@RecordOf(QualityForm.CUSTOMER_OPINION)
public class CustomerOpinion extends DefectForm {

	protected CustomerOpinion() {
	}

	CustomerOpinion(Complaint complaint, House house) {
		super(complaint, house);
	}

}
