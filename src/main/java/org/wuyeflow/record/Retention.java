package org.wuyeflow.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.metamodel.EntityType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Staff;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens when the years are over for which a record must be kept: its personal data
 * is erased. A case is kept as a whole, for the longest retention of its forms (or of
 * all, where it entered none), counted from the last change of any of its records or of
 * what belongs to them; a {@link LegalHold} on one of them holds all.
 */
@Service
public class Retention {

	private static final Set<String> MAY_HOLD = Set.of("office-manager", "quality-management", "general-manager");

	private static final int LONGEST_REASON = 10_000;

	private static final int LONGEST_YEARS = Stream.of(QualityForm.values())
		.mapToInt(QualityForm::retentionYears)
		.max()
		.orElseThrow();

	private static final Logger logger = LoggerFactory.getLogger(Retention.class);

	private final EntityManager entities;

	private final Registers registers;

	private final RecordBook book;

	private final Erasure erasure;

	private final CurrentStaff staff;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Retention(EntityManager entities, Registers registers, RecordBook book, Erasure erasure, CurrentStaff staff,
			TransactionTemplate transaction, Clock clock) {
		this.entities = entities;
		this.registers = registers;
		this.book = book;
		this.erasure = erasure;
		this.staff = staff;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Erases what is due, case by case; what fails is tried again the next time.
	 * @return how many records of registers were emptied
	 */
	public int eraseDue() {
		Map<Object, Unit> units = new LinkedHashMap<>();
		for (Register register : this.registers.all()) {
			register.entity()
				.ifPresent((entity) -> candidates(register.form(), entity).forEach((unit) -> units
					.putIfAbsent((unit.caseNumber() != null) ? unit.caseNumber() : unit.record(), unit)));
		}
		untouchedCases().forEach((unit) -> units.putIfAbsent(unit.caseNumber(), unit));
		int erased = 0;
		for (Unit unit : units.values()) {
			try {
				erased += Optional.ofNullable(this.transaction.execute((status) -> eraseIfDue(unit))).orElse(0);
			}
			catch (ConcurrencyFailureException | Refusal ex) {
				logger.info("Retention of {}: somebody works on it, next time", unit);
			}
		}
		if (erased > 0) {
			logger.info("Retention: personal data of {} records erased", erased);
		}
		return erased;
	}

	/** The holds on this record or its case, in force or not, oldest first. */
	@Transactional(readOnly = true)
	public List<LegalHold> holds(QualityRecord record) {
		return holds(record.caseNumber(), List.of(record.id())).stream()
			.sorted(Comparator.comparing(LegalHold::placedAt))
			.toList();
	}

	/** Whether somebody may place and lift holds in this office. */
	public static boolean mayHold(Staff staff, String office) {
		return staff.worksFor(office) && staff.roles().stream().anyMatch(MAY_HOLD::contains);
	}

	/**
	 * Places a hold on a record and its case.
	 * @param until the last day, or null for until it is lifted
	 * @throws Refusal (403) for whoever may not; (404) where there is no such record;
	 * (400) without a reason, or where the day is past
	 */
	@Transactional
	public void hold(String form, String office, String serial, String reason, LocalDate until) {
		Staff by = allowed(office);
		String why = reason(reason);
		if (until != null && until.isBefore(today())) {
			throw new Refusal("保留至的日期已经过去，请改为今天或以后的日期，或者留空。");
		}
		QualityRecord record = find(form, office, serial);
		this.entities.lock(record, LockModeType.PESSIMISTIC_WRITE);
		this.entities.persist(new LegalHold(record, why, until, by, now()));
	}

	/**
	 * Lifts all holds that are in force on a record and its case.
	 * @throws Refusal (403) for whoever may not; (404) where there is no such record;
	 * (409) where there is no hold; (400) without a reason
	 */
	@Transactional
	public void lift(String form, String office, String serial, String reason) {
		Staff by = allowed(office);
		String why = reason(reason);
		List<LegalHold> holding = holds(find(form, office, serial)).stream()
			.filter((hold) -> hold.holds(today()))
			.toList();
		if (holding.isEmpty()) {
			throw Refusal.conflict("这条记录没有生效的法律保留。");
		}
		holding.forEach((hold) -> hold.lift(why, by, now()));
	}

	/**
	 * Refuses to add anything to what was erased: nobody would erase it again.
	 * @param caseNumber the case, or null
	 * @param record the record, or null
	 * @throws Refusal (409) where personal data of the case or the record was erased
	 */
	@Transactional(readOnly = true)
	public void refuseErased(String caseNumber, UUID record) {
		long erasures = this.entities.createQuery("""
				select count(c) from RecordChange c
				where c.process = :retention and (c.caseNumber = :number or c.entityId = :record)""", Long.class)
			.setParameter("retention", Erasure.PROCESS)
			.setParameter("number", caseNumber)
			.setParameter("record", record)
			.getSingleResult();
		if (erasures > 0) {
			throw Refusal.conflict("保存期限已到，个人信息已经清除，不能再更正或增加附件。");
		}
	}

	private List<Unit> candidates(QualityForm form, Class<? extends QualityRecord> entity) {
		return this.entities.createQuery("select r.id, r.caseNumber from " + entity.getName() + """
				 r where r.recordedAt < :cutoff and r.recordStatus <> :open and not exists (
					select 1 from RecordChange c where c.entityId = r.id and c.process = :retention)
				order by r.recordedAt""", Object[].class)
			.setParameter("cutoff", ago(form.retentionYears()))
			.setParameter("open", RecordStatus.OPEN)
			.setParameter("retention", Erasure.PROCESS)
			.getResultList()
			.stream()
			.map((row) -> new Unit((String) row[1], entity, (UUID) row[0]))
			.toList();
	}

	/**
	 * Cases in which something personal has stood for as long as any form is kept: those
	 * that entered no register, such as the loan of a key.
	 */
	private List<Unit> untouchedCases() {
		return this.entities
			.createQuery("""
					select distinct c.caseNumber from RecordChange c
					where c.caseNumber is not null and c.personalSalt is not null and c.changedAt < :cutoff""",
					String.class)
			.setParameter("cutoff", ago(LONGEST_YEARS))
			.getResultList()
			.stream()
			.map((number) -> new Unit(number, null, null))
			.toList();
	}

	private int eraseIfDue(Unit unit) {
		List<Audited> members = members(unit);
		if (members.isEmpty()) {
			return 0;
		}
		List<QualityRecord> records = members.stream()
			.filter(QualityRecord.class::isInstance)
			.map(QualityRecord.class::cast)
			.toList();
		// Whoever places a hold on one of them at this moment comes first or too late.
		records.forEach((record) -> this.entities.lock(record, LockModeType.PESSIMISTIC_WRITE));
		int years = records.stream()
			.mapToInt((record) -> Register.formOf(record.getClass()).retentionYears())
			.max()
			.orElse(LONGEST_YEARS);
		List<UUID> ids = members.stream().filter((member) -> !(member instanceof LegalHold)).map(Audited::id).toList();
		Instant last = this.entities
			.createQuery("select max(c.changedAt) from RecordChange c where c.entityId in :ids", Instant.class)
			.setParameter("ids", ids)
			.getSingleResult();
		boolean open = records.stream().anyMatch((record) -> record.recordStatus() == RecordStatus.OPEN);
		if (open || last.isAfter(ago(years))
				|| holds(unit.caseNumber(), ids).stream().anyMatch((hold) -> hold.holds(today()))) {
			return 0;
		}
		return (int) members.stream().filter(this.erasure::erase).filter(QualityRecord.class::isInstance).count();
	}

	/**
	 * The records, and all that is written about them; not what a case wrote about
	 * records of others, which stays as long as these.
	 */
	private List<Audited> members(Unit unit) {
		Set<Audited> members = new LinkedHashSet<>((unit.caseNumber() != null) ? membersOfCase(unit.caseNumber())
				: List.of(this.entities.find(unit.entity(), unit.record())));
		List<UUID> records = members.stream().filter(QualityRecord.class::isInstance).map(Audited::id).toList();
		members.removeIf((member) -> member instanceof OfRecord part && part.recordId() != null
				&& !records.contains(part.recordId()));
		types().values()
			.stream()
			.filter(OfRecord.class::isAssignableFrom)
			.forEach((type) -> this.entities
				.createQuery("select e from " + type.getName() + " e where e.recordId in :records", Audited.class)
				.setParameter("records", records)
				.getResultStream()
				.forEach(members::add));
		return List.copyOf(members);
	}

	private List<Audited> membersOfCase(String caseNumber) {
		Map<String, Class<?>> types = types();
		List<Audited> members = new ArrayList<>();
		this.entities.createQuery("""
				select distinct c.entity, c.entityId from RecordChange c where c.caseNumber = :number
				order by c.entityId""", Object[].class)
			.setParameter("number", caseNumber)
			.getResultList()
			.forEach((row) -> Optional.ofNullable(types.get((String) row[0]))
				.map((type) -> (Audited) this.entities.find(type, row[1]))
				.ifPresent(members::add));
		return members;
	}

	private Map<String, Class<?>> types() {
		return this.entities.getMetamodel()
			.getEntities()
			.stream()
			.filter((type) -> Audited.class.isAssignableFrom(type.getJavaType()))
			.collect(Collectors.toMap((type) -> type.getJavaType().getSimpleName(), EntityType::getJavaType));
	}

	private List<LegalHold> holds(String caseNumber, List<UUID> records) {
		return this.entities
			.createQuery("""
					select h from LegalHold h
					where h.recordId in :records or (h.caseNumber is not null and h.caseNumber = :number)""",
					LegalHold.class)
			.setParameter("records", records)
			.setParameter("number", caseNumber)
			.getResultList();
	}

	private QualityRecord find(String form, String office, String serial) {
		return this.registers.get(form)
			.entity()
			.flatMap((entity) -> this.book.find(entity, office, serial))
			.orElseThrow(() -> Refusal.notFound("没有找到这条记录，或者它不属于您的管理处。"));
	}

	private Staff allowed(String office) {
		Staff by = this.staff.get();
		if (!mayHold(by, office)) {
			throw Refusal.forbidden("法律保留由管理处经理、公司品质管理组或总经理设定和解除。");
		}
		return by;
	}

	private static String reason(String reason) {
		if (reason == null || reason.isBlank()) {
			throw new Refusal("请写明理由。");
		}
		if (reason.length() > LONGEST_REASON) {
			throw new Refusal("理由太长，请不要超过 10000 字。");
		}
		return reason.strip();
	}

	private Instant ago(int years) {
		return ZonedDateTime.now(this.clock).minusYears(years).toInstant();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/** A case, or a record outside of any. */
	private record Unit(String caseNumber, Class<? extends QualityRecord> entity, UUID record) {
	}

}
