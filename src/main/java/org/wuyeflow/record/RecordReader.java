package org.wuyeflow.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.OfficeDirectory;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.ledger.Ledger;
import org.wuyeflow.record.ledger.SealState;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registers as one reader may see them: those that his posts read, of his offices
 * only, with personal data masked but in the records that he has {@link Looks opened}.
 */
@Service
@Transactional(readOnly = true)
class RecordReader {

	static final int PAGE_SIZE = 25;

	private static final int LONGEST_IN_LIST = 40;

	private static final ShownValue ERASED = new ShownValue("已按保存期限清除", false);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final EntityManager entities;

	private final Registers registers;

	private final OfficeDirectory offices;

	private final RecordBook book;

	private final RegisterQuery query;

	private final Ledger ledger;

	private final Retention retention;

	private final Clock clock;

	private final ZoneId zone;

	RecordReader(EntityManager entities, Registers registers, OfficeDirectory offices, RecordBook book,
			RegisterQuery query, Ledger ledger, Retention retention, Clock clock) {
		this.entities = entities;
		this.query = query;
		this.clock = clock;
		this.registers = registers;
		this.offices = offices;
		this.book = book;
		this.ledger = ledger;
		this.retention = retention;
		this.zone = clock.getZone();
	}

	/**
	 * The registers that the reader may see with what stands in them, those in use first.
	 */
	List<Shelf> registers(Staff reader) {
		Instant today = LocalDate.now(this.clock).atStartOfDay(this.zone).toInstant();
		Map<Register, List<String>> readable = new LinkedHashMap<>();
		this.registers.all()
			.stream()
			.sorted(Comparator.comparing((register) -> register.entity().isEmpty()))
			.forEach((register) -> readable.put(register, readable(reader, register)));
		readable.values().removeIf(List::isEmpty);
		Map<String, Object[]> counts = counts(readable, today);
		return readable.keySet().stream().map((register) -> {
			Object[] count = counts.get(register.form().name());
			return new Shelf(register, (count != null) ? (Long) count[1] : 0, (count != null) ? (Long) count[2] : 0);
		}).toList();
	}

	/**
	 * The offices whose register of this form the reader may see.
	 * @throws Refusal (403) where it is none of his posts' registers
	 */
	List<Office> offices(Staff reader, Register register) {
		List<String> ids = readable(reader, register);
		if (ids.isEmpty()) {
			throw closed();
		}
		return this.offices.of(reader).stream().filter((office) -> ids.contains(office.id())).toList();
	}

	/**
	 * The rows that a filter leaves of what the reader may see.
	 * @throws Refusal (404) for an office that is not the reader's, (403) for a register
	 * that his posts do not read
	 */
	RegisterQuery.Rows rows(Staff reader, Register register, RegisterFilter filter) {
		if (filter.office() != null && !reader.worksFor(filter.office())) {
			throw notFound();
		}
		List<String> chosen = offices(reader, register).stream()
			.map(Office::id)
			.filter((id) -> filter.office() == null || filter.office().equals(id))
			.toList();
		return this.query.rows(register, reader, chosen, filter);
	}

	/**
	 * One page of a register, personal data masked but in the opened records.
	 * @param opened the ids of the records whose personal data is shown
	 */
	Page page(Staff reader, String form, RegisterFilter asked, Set<UUID> opened) {
		Register register = this.registers.get(form);
		RegisterQuery.Page found = rows(reader, register, asked).page(asked.page(), PAGE_SIZE);
		List<Office> readable = offices(reader, register);
		Map<String, Office> byId = readable.stream().collect(Collectors.toMap(Office::id, Function.identity()));
		List<Row> rows = this.query.read(register, found.ids())
			.stream()
			.map((record) -> row(byId.get(record.office()), register, record, opened.contains(record.id())))
			.toList();
		return new Page(register, readable, asked.onPage(found.number()), rows, found.count(), found.more(),
				(found.since() != null) ? LocalDate.ofInstant(found.since(), this.zone) : null);
	}

	/** The records on one page of a register. */
	List<? extends QualityRecord> onPage(Staff reader, Register register, RegisterFilter filter) {
		return this.query.read(register, rows(reader, register, filter).page(filter.page(), PAGE_SIZE).ids());
	}

	/** These records of a register, in this order. */
	List<? extends QualityRecord> read(Register register, List<UUID> ids) {
		return this.query.read(register, ids);
	}

	/** All columns of these records, in this order. */
	List<Sheet> sheets(Register register, List<UUID> ids, Set<UUID> opened) {
		return this.query.read(register, ids)
			.stream()
			.map((record) -> new Sheet(register, this.offices.get(record.office()), record,
					cells(register, record, opened.contains(record.id()))))
			.toList();
	}

	/**
	 * One record.
	 * @throws Refusal (404) where there is none in the reader's offices, (403) where his
	 * posts do not read the register
	 */
	QualityRecord find(Staff reader, String form, String office, String serial) {
		Register register = this.registers.get(form);
		if (!reader.worksFor(office)) {
			throw notFound();
		}
		if (!register.form().readers().reads(reader, office)) {
			throw closed();
		}
		return register.entity()
			.flatMap((entity) -> this.book.find(entity, office, serial))
			.orElseThrow(RecordReader::notFound);
	}

	/**
	 * One record with its changes.
	 * @param opened the ids of the records whose personal data is shown
	 * @throws Refusal as {@link #find} does
	 */
	Whole one(Staff reader, String form, String office, String serial, Set<UUID> opened) {
		Register register = this.registers.get(form);
		QualityRecord record = find(reader, form, office, serial);
		boolean unmasked = opened.contains(record.id());
		Map<UUID, Class<?>> parts = Register.parts(record)
			.stream()
			.collect(Collectors.toMap(Audited::id, Audited::getClass));
		List<RecordChange> changes = changes(parts.keySet());
		boolean erased = changes.stream().anyMatch(RecordChange::erases);
		List<Cell> cells = register.columns()
			.stream()
			.map((column) -> new Cell(column, shown(column, record, unmasked, erased)))
			.toList();
		RetentionState retention = RetentionState.of(record, this.retention.holds(record), erased,
				LocalDate.ofInstant(this.clock.instant(), this.zone), Retention.mayHold(reader, office));
		return new Whole(new Sheet(register, this.offices.get(office), record, cells), shown(changes, parts, unmasked),
				this.ledger.stateOf(parts.keySet()), retention);
	}

	/** How often the record was written, from its first entry on. */
	long writings(QualityRecord record) {
		return this.entities.createQuery("select count(c) from RecordChange c where c.entityId in :parts", Long.class)
			.setParameter("parts", Register.parts(record).stream().map(Audited::id).toList())
			.getSingleResult();
	}

	/** The records that go by this serial or belong to the case of this number. */
	List<Row> numbered(Staff reader, String number) {
		List<Row> found = new ArrayList<>();
		for (Register register : this.registers.all()) {
			List<String> offices = readable(reader, register);
			if (!offices.isEmpty()) {
				this.query.numbered(register, offices, number)
					.forEach((record) -> found.add(row(this.offices.get(record.office()), register, record, false)));
			}
		}
		return found;
	}

	/** The offices that the reader works for. */
	List<Office> offices(Staff reader) {
		return this.offices.of(reader);
	}

	/** Whether there is a record of this code that the reader may see. */
	boolean present(Staff reader, CheckCode code) {
		return QualityForm.ofSerial(code.serial())
			.filter((form) -> form.readers().reads(reader, code.office()))
			.flatMap((form) -> this.registers.get(form.slug()).entity())
			.flatMap((entity) -> this.book.find(entity, code.office(), code.serial()))
			.isPresent();
	}

	/** A correction in words, personal data masked unless the record is opened. */
	Corrected shown(RecordCorrection correction, boolean unmasked) {
		RegisterColumn column = this.registers.get(correction.form().slug()).column(correction.attribute());
		return new Corrected(correction.id(), correction.form(), correction.office(),
				this.offices.get(correction.office()).name(), correction.serial(), correction.label(),
				shown(column, correction.oldValue(), unmasked), shown(column, correction.newValue(), unmasked),
				correction.reason(), correction.proposedBy(), ShownValue.minute(correction.proposedAt(), this.zone),
				correction.state(), correction.decidedBy(),
				(correction.decidedAt() != null) ? ShownValue.minute(correction.decidedAt(), this.zone) : null,
				correction.remark());
	}

	/** A look in words. */
	Look shown(RecordLook look) {
		return new Look(ShownValue.second(look.lookedAt(), this.zone), look.staffName(), look.way().label(),
				look.reason());
	}

	private ShownValue shown(RegisterColumn column, String kept, boolean unmasked) {
		return ShownValue.of(CorrectedValue.parse(column.type(), kept), this.zone,
				unmasked ? Optional.empty() : column.personal());
	}

	private Map<String, Object[]> counts(Map<Register, List<String>> readable, Instant today) {
		List<String> parts = new ArrayList<>();
		Map<String, Object> parameters = new HashMap<>();
		readable.forEach((register, ids) -> register.entity().ifPresent((entity) -> {
			String of = "offices" + parts.size();
			parts.add("""
					select '%s', (select count(r.id) from %s r where r.office in :%s and r.recordedAt >= :today),
					(select count(r.id) from %s r where r.office in :%s and r.recordStatus = :open)
					from Office o where o.id = :any""".formatted(register.form().name(), entity.getName(), of,
					entity.getName(), of));
			parameters.put(of, ids);
			parameters.put("any", ids.get(0));
		}));
		if (parts.isEmpty()) {
			return Map.of();
		}
		parameters.put("today", today);
		parameters.put("open", RecordStatus.OPEN);
		TypedQuery<Object[]> query = this.entities.createQuery(String.join(" union all ", parts), Object[].class);
		parameters.forEach(query::setParameter);
		return query.getResultStream().collect(Collectors.toMap((row) -> (String) row[0], Function.identity()));
	}

	private static List<String> readable(Staff reader, Register register) {
		return reader.offices()
			.stream()
			.sorted()
			.filter((office) -> register.form().readers().reads(reader, office))
			.toList();
	}

	private Row row(Office office, Register register, QualityRecord record, boolean unmasked) {
		return new Row(office, register.form(), record.serial(),
				register.listed()
					.stream()
					.map((column) -> shown(column, record, unmasked))
					.map((value) -> new ShownValue(value.brief(LONGEST_IN_LIST), value.masked()))
					.toList());
	}

	private List<Cell> cells(Register register, QualityRecord record, boolean unmasked) {
		return register.columns().stream().map((column) -> new Cell(column, shown(column, record, unmasked))).toList();
	}

	/** What a column of the record holds, personal data masked unless it is opened. */
	ShownValue shown(RegisterColumn column, QualityRecord record, boolean unmasked) {
		return ShownValue.of(column.value(record), this.zone, unmasked ? Optional.empty() : column.personal());
	}

	private ShownValue shown(RegisterColumn column, QualityRecord record, boolean unmasked, boolean erased) {
		ShownValue value = shown(column, record, unmasked);
		return (erased && column.personal().isPresent() && value.text().isEmpty()) ? ERASED : value;
	}

	private List<RecordChange> changes(Collection<UUID> parts) {
		return this.entities.createQuery("""
				select c from RecordChange c where c.entityId in :parts
				order by c.changedAt, c.changeNumber""", RecordChange.class)
			.setParameter("parts", parts)
			.getResultList();
	}

	private List<Change> shown(List<RecordChange> changes, Map<UUID, Class<?>> parts, boolean unmasked) {
		return changes.stream()
			.map((change) -> change(parts.get(change.entityId()), change, unmasked))
			.filter((change) -> change.first() || change.erases() || !change.fields().isEmpty())
			.toList();
	}

	private Change change(Class<?> entity, RecordChange change, boolean unmasked) {
		Map<String, Logged> fields = new LinkedHashMap<>(parsed(change.fields()));
		fields.putAll(parsed(change.personalFields()));
		List<FieldChange> shown = new ArrayList<>();
		fields.forEach((name, logged) -> AuditedField.of(entity, name)
			.ifPresent((field) -> field.label()
				.ifPresent((label) -> shown.add(new FieldChange(label, shown(field, logged.before(), unmasked),
						shown(field, logged.after(), unmasked))))));
		return new Change(change.changeNumber() == 0, change.erases(), ShownValue.second(change.changedAt(), this.zone),
				change.staffName(), change.activityName(), shown);
	}

	private ShownValue shown(AuditedField field, Object logged, boolean unmasked) {
		return ShownValue.of(ShownValue.fromLog(field.type(), logged), this.zone,
				unmasked ? Optional.empty() : field.kind());
	}

	private static Map<String, Logged> parsed(String json) {
		try {
			Map<String, Map<String, Object>> parsed = JSON.readValue(json, new TypeReference<>() {
			});
			Map<String, Logged> logged = new LinkedHashMap<>();
			parsed.forEach((name, values) -> logged.put(name, new Logged(values.get("old"), values.get("new"))));
			return logged;
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Refusal closed() {
		return Refusal.forbidden("您的岗位不查阅这本登记簿。如工作需要，请联系管理处经理。");
	}

	private static Refusal notFound() {
		return Refusal.notFound("没有找到这条记录，或者它不属于您的管理处。");
	}

	private record Logged(Object before, Object after) {
	}

	/** A register with what was entered today and what is open. */
	record Shelf(Register register, long today, long open) {
	}

	/**
	 * One page of a register; {@code count} is the number of records on all pages, of
	 * which there are {@code more} where a search stopped before its end. Where not all
	 * rows were searched, {@code since} is the day of entry from which on they were.
	 */
	record Page(Register register, List<Office> offices, RegisterFilter filter, List<Row> rows, int count, boolean more,
			LocalDate since) {

		/** Asks for the rows before those that were searched. */
		public RegisterFilter earlier() {
			LocalDate until = this.since.equals(this.filter.to()) ? this.since.minusDays(1) : this.since;
			return this.filter.until(until);
		}

		/** Whether any of the columns shown holds personal data. */
		public boolean personal() {
			return this.register.listed().stream().anyMatch((column) -> column.personal().isPresent());
		}

		/** The number of the last page. */
		public int last() {
			return RegisterQuery.lastPage(this.count, PAGE_SIZE);
		}

	}

	/** One record in a list. */
	record Row(Office office, QualityForm form, String serial, List<ShownValue> cells) {

		/** The address of the record's page. */
		public String path() {
			return "/records/" + this.form.slug() + "/" + this.office.id() + "/" + this.serial;
		}

	}

	/** A correction; what is not there yet is null. */
	record Corrected(UUID id, QualityForm form, String office, String officeName, String serial, String label,
			ShownValue before, ShownValue after, String reason, String proposedBy, String proposedAt,
			RecordCorrection.State state, String decidedBy, String decidedAt, String remark) {

		/** Whether somebody must still decide it. */
		public boolean open() {
			return this.state == RecordCorrection.State.PROPOSED;
		}

		/** The address of the record's page. */
		public String path() {
			return "/records/" + this.form.slug() + "/" + this.office + "/" + this.serial;
		}

	}

	/** A look at the record's personal data. */
	record Look(String at, String by, String way, String reason) {
	}

	/** One record as its paper form has it. */
	record Sheet(Register register, Office office, QualityRecord record, List<Cell> cells) {

		/** The columns that hold something, in the form's order. */
		public List<Cell> filled() {
			return this.cells.stream().filter((cell) -> !cell.empty()).toList();
		}

		/** The labels of the columns that hold nothing, in the form's order. */
		public List<String> blank() {
			return this.cells.stream().filter(Cell::empty).map(Cell::label).toList();
		}

	}

	/** One record with everything. */
	record Whole(Sheet sheet, List<Change> changes, SealState seal, RetentionState retention) {

		/** Whether anything of it is hidden. */
		public boolean masked() {
			return this.sheet.cells().stream().anyMatch((cell) -> cell.value().masked()) || this.changes.stream()
				.flatMap((change) -> change.fields().stream())
				.anyMatch(FieldChange::masked);
		}

	}

	/** A column with its value. */
	record Cell(RegisterColumn column, ShownValue value) {

		/** The column's label. */
		public String label() {
			return this.column.label();
		}

		/** Whether it needs a line of its own. */
		public boolean wide() {
			return this.column.wide(this.value.text());
		}

		private boolean empty() {
			return this.value.text().isEmpty();
		}

	}

	/** One change: who changed what, when and in which step; {@code step} may be null. */
	record Change(boolean first, boolean erases, String at, String by, String step, List<FieldChange> fields) {
	}

	/** A field's old and new value. */
	record FieldChange(String label, ShownValue before, ShownValue after) {

		private boolean masked() {
			return this.before.masked() || this.after.masked();
		}

	}

}
