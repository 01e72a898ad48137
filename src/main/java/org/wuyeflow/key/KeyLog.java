package org.wuyeflow.key;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Component;

/**
 * The lines of the key list, and the office's clock as people read it.
 */
@Component
class KeyLog {

	private final KeyEntryRepository entries;

	private final CurrentStaff staff;

	private final Clock clock;

	private final DateTimeFormatter minute;

	KeyLog(KeyEntryRepository entries, CurrentStaff staff, Clock clock) {
		this.entries = entries;
		this.staff = staff;
		this.clock = clock;
		this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
	}

	/** Writes a line for each of these keys. */
	void write(List<HouseKey> keys, String caseNumber, EntryKind kind, String text) {
		write(keys, caseNumber, kind, text, null);
	}

	/** The same, about somebody from outside. */
	void write(List<HouseKey> keys, String caseNumber, EntryKind kind, String text, String person) {
		Instant now = now();
		keys.forEach((key) -> this.entries.save(new KeyEntry(key, caseNumber, now, staff(), kind, text, person)));
	}

	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	Staff staff() {
		return this.staff.get();
	}

	/** A moment as people read it; null stays null. */
	String shown(Instant moment) {
		return (moment != null) ? this.minute.format(moment) : null;
	}

	/** A line of a running text: when, who, what. */
	String line(String text) {
		return shown(now()) + " " + staff().name() + "：" + text;
	}

}
