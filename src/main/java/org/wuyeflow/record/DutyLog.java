package org.wuyeflow.record;

import java.time.Instant;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.House;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The duty log that every procedure may write to.
 */
@Service
@Transactional
public class DutyLog {

	private final RecordBook book;

	DutyLog(RecordBook book) {
		this.book = book;
	}

	/**
	 * Enters what happened.
	 * @param office the office's id
	 * @param caseNumber the public number of the case, or null
	 * @param house the house that it is about, or null
	 * @param happenedAt when it happened
	 * @param matter what happened, up to 10,000 characters
	 * @param handling what was done, up to 10,000 characters, or null
	 * @return the entry with its serial, a managed entity
	 */
	public DutyLogEntry enter(String office, String caseNumber, House house, Instant happenedAt, String matter,
			String handling) {
		return this.book.enter(new DutyLogEntry(office, caseNumber, house, happenedAt, matter, handling));
	}

	/**
	 * Writes down what was done about an entry, and closes it.
	 * @throws Refusal (404) where the office has no such entry; (409) where it is closed
	 */
	public DutyLogEntry handle(String office, String serial, String handling) {
		DutyLogEntry entry = this.book.find(DutyLogEntry.class, office, serial)
			.orElseThrow(() -> Refusal.notFound("没有找到值班记录 " + serial + "。"));
		entry.close();
		entry.handled(handling);
		return entry;
	}

}
