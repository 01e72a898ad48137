package org.wuyeflow.record;

import java.time.LocalDate;
import java.util.List;

/**
 * How long a record is kept and what holds it, as its page shows it.
 *
 * @param years how many years it is kept after closing
 * @param erased whether its personal data was erased
 * @param holds the holds in force
 * @param mayHold whether the reader may place and lift holds
 */
record RetentionState(int years, boolean erased, List<LegalHold> holds, boolean mayHold) {

	static RetentionState of(QualityRecord record, List<LegalHold> holds, boolean erased, LocalDate today,
			boolean mayHold) {
		return new RetentionState(Register.formOf(record.getClass()).retentionYears(), erased,
				holds.stream().filter((hold) -> hold.holds(today)).toList(), mayHold);
	}

}
