package org.wuyeflow.complaint.summary;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.wuyeflow.Refusal;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which period of which office has its summary. Each period is a row before it is over,
 * so that none is forgotten however long nothing ran; the row takes the number of its
 * summary once, whoever comes first.
 */
@Service
public class PeriodLedger {

	private static final String OF_PERIOD = " where office_id = ? and period_kind = ? and first_day = ?";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate apart;

	private final Clock clock;

	PeriodLedger(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	/**
	 * Writes down the periods that have begun since it was last looked; the first time,
	 * the one that runs now. What lies before is summed up only where somebody asks.
	 * @return the periods that have no summary yet, the earliest first
	 */
	public List<Period> expected(String office, PeriodKind kind) {
		Period current = Period.of(kind, today());
		Period next = latest(office, kind).map(Period::next).orElse(current);
		for (; !next.first().isAfter(current.first()); next = next.next()) {
			Period begun = next;
			try {
				this.apart.executeWithoutResult((status) -> insert(office, begun, null));
			}
			catch (DuplicateKeyException ex) {
				// another node wrote it down in the same moment
				continue;
			}
		}
		return this.jdbc.query("""
				select first_day from summary_period
				where office_id = ? and period_kind = ? and case_number is null order by first_day""",
				(row, number) -> new Period(kind, row.getObject(1, LocalDate.class)), office, kind.name());
	}

	/**
	 * Takes a period for its summary, in the transaction that makes the summary.
	 * @param number gives the summary's number once it is certain that it is needed
	 * @throws Refusal (409) where the period has its summary, (400) where it is not over
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public String take(String office, Period period, Supplier<String> number) {
		if (this.clock.instant().isBefore(period.ends(this.clock.getZone()))) {
			throw new Refusal(period.label() + "还没有过完，过完才能汇总。");
		}
		List<Optional<String>> row = this.jdbc.query(
				"select case_number from summary_period" + OF_PERIOD + " for update",
				(found, index) -> Optional.ofNullable(found.getString(1)), office, period.kind().name(),
				period.first());
		row.stream().flatMap(Optional::stream).findFirst().ifPresent((before) -> {
			throw Refusal.conflict(period.label() + "的" + period.kind().label() + "已经有了，编号 " + before + "，不再另做。");
		});
		String taken = number.get();
		if (row.isEmpty()) {
			takeNew(office, period, taken);
		}
		else {
			this.jdbc.update("update summary_period set case_number = ?, opened_at = ?" + OF_PERIOD, taken, now(),
					office, period.kind().name(), period.first());
		}
		return taken;
	}

	private void takeNew(String office, Period period, String number) {
		try {
			insert(office, period, number);
		}
		catch (DuplicateKeyException ex) {
			Refusal refusal = Refusal.conflict(period.label() + "的" + period.kind().label() + "刚才已经由别人发起，不再另做。");
			refusal.initCause(ex);
			throw refusal;
		}
	}

	/** Whether the period has its summary. */
	public boolean taken(String office, Period period) {
		return !this.jdbc
			.queryForList("select case_number from summary_period" + OF_PERIOD + " and case_number is not null",
					String.class, office, period.kind().name(), period.first())
			.isEmpty();
	}

	private Optional<Period> latest(String office, PeriodKind kind) {
		return Optional.ofNullable(this.jdbc.queryForObject(
				"select max(first_day) from summary_period where office_id = ? and period_kind = ?", LocalDate.class,
				office, kind.name()))
			.map((first) -> new Period(kind, first));
	}

	private void insert(String office, Period period, String number) {
		this.jdbc.update("""
				insert into summary_period (office_id, period_kind, first_day, last_day, case_number, opened_at)
				values (?, ?, ?, ?, ?, ?)""", office, period.kind().name(), period.first(), period.last(), number,
				(number != null) ? now() : null);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
	}

	private LocalDateTime now() {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
	}

}
