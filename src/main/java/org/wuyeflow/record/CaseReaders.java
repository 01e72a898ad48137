package org.wuyeflow.record;

import org.wuyeflow.office.Staff;

/**
 * Lets people see what belongs to a case as a whole who read none of its records, or
 * whose case has entered no register, or not yet.
 */
public interface CaseReaders {

	boolean include(Staff reader, String caseNumber, String office);

}
