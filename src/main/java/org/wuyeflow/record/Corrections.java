package org.wuyeflow.record;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections of closed records: one asks, another decides, and the record keeps both
 * with the old and the new value. What a record is known by (serial, case, house, time
 * and author of the entry, status) and what was done step by step cannot be corrected.
 */
@Service
@Transactional
class Corrections {

	private static final Set<String> FIXED = Set.of("serial", "caseNumber", "houseNumber", "recordedAt",
			"recordedByName", "recordStatus", "ledgerHead");

	private static final int SHORTEST_REASON = 4;

	private static final int LONGEST_REASON = 200;

	private final EntityManager entities;

	private final RecordBook book;

	private final Registers registers;

	private final Work work;

	private final Retention retention;

	private final Clock clock;

	private final ZoneId zone;

	Corrections(EntityManager entities, RecordBook book, Registers registers, Work work, Retention retention,
			Clock clock) {
		this.entities = entities;
		this.book = book;
		this.registers = registers;
		this.work = work;
		this.retention = retention;
		this.clock = clock;
		this.zone = clock.getZone();
	}

	/** The columns of a register that can be corrected. */
	List<RegisterColumn> columns(Register register) {
		return register.columns()
			.stream()
			.filter((column) -> !column.attribute().isEmpty() && !FIXED.contains(column.attribute())
					&& CorrectedValue.possible(column.type()))
			.toList();
	}

	/**
	 * Asks for a correction.
	 * @param typed what the column shall say, as typed
	 * @throws Refusal (403) where he may not, (409) where the record is not closed or the
	 * column waits for another correction, (400) for a value that does not fit, that is
	 * there already, or without a reason
	 */
	RecordCorrection propose(Staff by, Register register, QualityRecord found, String attribute, String typed,
			String reason) {
		if (!register.form().readers().proposes(by, found.office())) {
			throw Refusal.forbidden("您的岗位不能提出更正，请联系客户服务组主管。");
		}
		QualityRecord record = this.entities.find(found.getClass(), found.id());
		closed(record);
		this.retention.refuseErased(record.caseNumber(), record.id());
		RegisterColumn column = register.column(attribute);
		if (!columns(register).contains(column)) {
			throw new Refusal("“" + column.label() + "”不能更正。");
		}
		String stated = words(reason, SHORTEST_REASON, "请写明更正的理由，4 到 200 个字。");
		String old = CorrectedValue.text(column.value(record));
		String corrected = CorrectedValue.text(CorrectedValue.read(column, typed, this.zone));
		if (Objects.equals(old, corrected)) {
			throw new Refusal("更正后的内容与原来相同，请检查。");
		}
		if (of(record).stream()
			.anyMatch((other) -> other.state() == RecordCorrection.State.PROPOSED
					&& other.attribute().equals(attribute))) {
			throw Refusal.conflict("“" + column.label() + "”已有一项更正等待复核。");
		}
		RecordCorrection correction = new RecordCorrection(register.form(), record, column, old, corrected, stated, by,
				now());
		this.entities.persist(correction);
		return correction;
	}

	/**
	 * Confirms a correction and writes it into the record.
	 * @throws Refusal (403) where he may not, (409) where it is decided already or the
	 * record has changed since
	 */
	RecordCorrection confirm(Staff by, UUID id) {
		RecordCorrection correction = decidable(by, id);
		Register register = this.registers.get(correction.form().slug());
		QualityRecord record = register.entity()
			.flatMap((entity) -> this.book.find(entity, correction.office(), correction.serial()))
			.orElseThrow(Corrections::notFound);
		closed(record);
		this.retention.refuseErased(record.caseNumber(), record.id());
		RegisterColumn column = register.column(correction.attribute());
		if (!Objects.equals(CorrectedValue.text(column.value(record)), correction.oldValue())) {
			throw Refusal.conflict("提出更正以后，“" + column.label() + "”又有了变化。请不同意这一项，由提出人重新提出。");
		}
		correction.decide(RecordCorrection.State.CONFIRMED, by, null, now());
		WorkContext step = new WorkContext(record.caseNumber(), "correction", "correction",
				"更正（" + correction.proposedBy() + "提出）", correction.id().toString());
		try {
			this.work.during(step, () -> {
				column.correct(record, CorrectedValue.parse(column.type(), correction.newValue()));
				return null;
			});
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return correction;
	}

	/**
	 * Turns a correction down.
	 * @throws Refusal (403) where he may not, (409) where it is decided already, (400)
	 * without a word why
	 */
	RecordCorrection reject(Staff by, UUID id, String remark) {
		RecordCorrection correction = decidable(by, id);
		correction.decide(RecordCorrection.State.REJECTED, by, words(remark, 2, "请写明不同意的理由，2 到 200 个字。"), now());
		return correction;
	}

	/**
	 * Takes a correction back.
	 * @throws Refusal (403) where another asked for it, (409) where it is decided already
	 */
	RecordCorrection withdraw(Staff by, UUID id) {
		RecordCorrection correction = alone(by, id);
		correction.decide(RecordCorrection.State.WITHDRAWN, by, null, now());
		return correction;
	}

	/**
	 * One correction.
	 * @throws Refusal (404) where there is none that he may see
	 */
	@Transactional(readOnly = true)
	RecordCorrection visible(Staff reader, UUID id) {
		RecordCorrection correction = this.entities.find(RecordCorrection.class, id);
		if (correction == null || !correction.form().readers().reads(reader, correction.office())) {
			throw notFound();
		}
		return correction;
	}

	/** All corrections of a record, the latest first. */
	@Transactional(readOnly = true)
	List<RecordCorrection> of(QualityRecord record) {
		return this.entities
			.createQuery("select c from RecordCorrection c where c.recordId = :record order by c.proposedAt desc",
					RecordCorrection.class)
			.setParameter("record", record.id())
			.getResultList();
	}

	/**
	 * What waits for a decision in registers that this person reads, the oldest first.
	 */
	@Transactional(readOnly = true)
	List<RecordCorrection> waiting(Staff reader) {
		if (reader.offices().isEmpty()) {
			return List.of();
		}
		return this.entities.createQuery("""
				select c from RecordCorrection c where c.state = :state and c.office in :offices
				order by c.proposedAt""", RecordCorrection.class)
			.setParameter("state", RecordCorrection.State.PROPOSED)
			.setParameter("offices", reader.offices())
			.getResultStream()
			.filter((correction) -> correction.form().readers().reads(reader, correction.office()))
			.toList();
	}

	/** The constants of an enum column, for the page's list. */
	static List<Choice> choices(Class<?> type) {
		if (type == Boolean.class || type == boolean.class) {
			return List.of(new Choice("true", "是"), new Choice("false", "否"));
		}
		return type.isEnum() ? Arrays.stream(type.getEnumConstants())
			.map((constant) -> new Choice(((Enum<?>) constant).name(),
					(constant instanceof Labelled labelled) ? labelled.label() : constant.toString()))
			.toList() : List.of();
	}

	private RecordCorrection decidable(Staff by, UUID id) {
		RecordCorrection correction = alone(by, id);
		if (!correction.form().readers().confirms(by, correction.office())) {
			throw Refusal.forbidden("更正由客户服务组主管、客户服务负责人、部门经理、经理助理或管理处经理复核。");
		}
		return correction;
	}

	/** Waits until nobody else decides it. */
	private RecordCorrection alone(Staff by, UUID id) {
		RecordCorrection correction = visible(by, id);
		this.entities.refresh(correction, LockModeType.PESSIMISTIC_WRITE);
		return correction;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static String words(String typed, int shortest, String refusal) {
		String words = (typed != null) ? typed.strip() : "";
		int length = words.codePointCount(0, words.length());
		if (length < shortest || length > LONGEST_REASON) {
			throw new Refusal(refusal);
		}
		return words;
	}

	private static void closed(QualityRecord record) {
		if (record.recordStatus() == RecordStatus.OPEN) {
			throw Refusal.conflict("这条记录还在办理中，请在任务里填写，不用更正。");
		}
	}

	private static Refusal notFound() {
		return Refusal.notFound("没有找到这项更正，或者它不属于您的管理处。");
	}

	/** A value that can be chosen. */
	record Choice(String id, String label) {
	}

}
