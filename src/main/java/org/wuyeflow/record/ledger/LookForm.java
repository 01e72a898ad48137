package org.wuyeflow.record.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A look at a record as the ledger stands for it. What for is in it by its salted hash
 * only, which stays when the words are erased.
 *
 * @param lookedAt to the microsecond, as the database keeps it
 */
public record LookForm(UUID id, UUID lookId, String form, UUID recordId, String officeId, String serial, String staffId,
		String staffName, Instant lookedAt, String way, byte[] reasonHash) implements LedgerForm {

	@Override
	public byte[] bytes() {
		return new FormBytes("wuyeflow look 1\n").put(this.id)
			.put(this.lookId)
			.put(this.form)
			.put(this.recordId)
			.put(this.officeId)
			.put(this.serial)
			.put(this.staffId)
			.put(this.staffName)
			.put(this.lookedAt)
			.put(this.way)
			.put(this.reasonHash)
			.toBytes();
	}

}
