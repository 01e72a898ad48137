package org.wuyeflow.record;

import java.time.Clock;
import java.time.Year;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers without gaps and without doubles. A number belongs to the transaction that
 * takes it: others wait for the same row until that one ends, and a rollback gives the
 * number back. Take the case's number before any serial, so that nobody waits in a
 * circle.
 */
@Service
public class SerialNumbers {

	private static final String COMPANY = "*";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate apart;

	private final Clock clock;

	SerialNumbers(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	/**
	 * The next serial of an office, such as {@code GJ-2026-00001}.
	 * @param office the office's id
	 * @param prefix the form's letters
	 * @param year the year in the office's time zone
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public String next(String office, String prefix, Year year) {
		if (!increment(office, prefix, year)) {
			begin(office, prefix, year);
			increment(office, prefix, year);
		}
		Integer number = this.jdbc.queryForObject("""
				select last_number from serial_counter
				where office_id = ? and prefix = ? and counter_year = ?""", Integer.class, office, prefix,
				year.getValue());
		return "%s-%d-%05d".formatted(prefix, year.getValue(), number);
	}

	/**
	 * The next public number of a case, company-wide, such as {@code TS-2026-00042}.
	 * @param prefix the letters of the procedure
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public String nextCaseNumber(String prefix) {
		return next(COMPANY, prefix, Year.now(this.clock));
	}

	private boolean increment(String office, String prefix, Year year) {
		return this.jdbc.update("""
				update serial_counter set last_number = last_number + 1
				where office_id = ? and prefix = ? and counter_year = ?""", office, prefix, year.getValue()) == 1;
	}

	private void begin(String office, String prefix, Year year) {
		try {
			this.apart.executeWithoutResult((status) -> this.jdbc.update(
					"insert into serial_counter (office_id, prefix, counter_year, last_number) values (?, ?, ?, 0)",
					office, prefix, year.getValue()));
		}
		catch (DuplicateKeyException ex) {
			// Another transaction has begun the same year in this moment.
		}
	}

}
