package org.wuyeflow.record;

import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Staff;

import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

@Component
@Fallback
class StandInStaff implements CurrentStaff {

	@Override
	public Staff get() {
		return Staff.SYSTEM;
	}

}
