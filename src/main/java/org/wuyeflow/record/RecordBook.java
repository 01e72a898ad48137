package org.wuyeflow.record;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.persistence.EntityManager;
import org.wuyeflow.office.CurrentStaff;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes records into their registers.
 */
@Service
public class RecordBook {

	private final EntityManager entities;

	private final SerialNumbers serials;

	private final CurrentStaff staff;

	private final Clock clock;

	RecordBook(EntityManager entities, SerialNumbers serials, CurrentStaff staff, Clock clock) {
		this.entities = entities;
		this.serials = serials;
		this.staff = staff;
		this.clock = clock;
	}

	/**
	 * Enters a new record: gives it its serial, the time and who acts, and saves it, all
	 * in the transaction that runs.
	 * @param record a record that is in no register yet
	 * @return the same record
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public <R extends QualityRecord> R enter(R record) {
		QualityForm form = Register.formOf(record.getClass());
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		String serial = this.serials.next(record.office(), form.serialPrefix(), Year.now(this.clock));
		record.register(serial, now, this.staff.get());
		this.entities.persist(record);
		return record;
	}

	/** The record of this register with this serial in this office. */
	@Transactional(readOnly = true)
	public <R extends QualityRecord> Optional<R> find(Class<R> type, String office, String serial) {
		return this.entities
			.createQuery("select r from " + type.getName() + " r where r.office = :office and r.serial = :serial", type)
			.setParameter("office", office)
			.setParameter("serial", serial)
			.getResultStream()
			.findFirst();
	}

}
