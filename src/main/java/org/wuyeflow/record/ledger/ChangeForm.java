package org.wuyeflow.record.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A change as the ledger stands for it: a fixed list of fields. Personal data is in it by
 * its salted hash only, which stays when the data is erased.
 *
 * @param changedAt to the microsecond, as the database keeps it
 * @param personalHash the hash of a {@link PersonalText}, or null where there was no
 * personal data
 */
public record ChangeForm(UUID entityId, int changeNumber, String entity, String officeId, String caseNumber,
		String process, String activity, String activityName, String stepId, String staffId, String staffName,
		Instant changedAt, String fields, byte[] personalHash) implements LedgerForm {

	/** What a change holds that has no personal data. */
	public static final String NOTHING_PERSONAL = "{}";

	@Override
	public byte[] bytes() {
		return new FormBytes("wuyeflow change 1\n").put(this.entityId)
			.put(Integer.toString(this.changeNumber))
			.put(this.entity)
			.put(this.officeId)
			.put(this.caseNumber)
			.put(this.process)
			.put(this.activity)
			.put(this.activityName)
			.put(this.stepId)
			.put(this.staffId)
			.put(this.staffName)
			.put(this.changedAt)
			.put(this.fields)
			.put(this.personalHash)
			.toBytes();
	}

}
