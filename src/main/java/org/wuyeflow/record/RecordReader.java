package org.wuyeflow.record;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * The registers as one reader may see them: of his offices only, with personal data
 * masked as {@link PersonalDataPolicy} says.
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

	private final Ledger ledger;

	private final Retention retention;

	private final Clock clock;

	private final ZoneId zone;

	RecordReader(EntityManager entities, Registers registers, OfficeDirectory offices, RecordBook book, Ledger ledger,
			Retention retention, Clock clock) {
		this.entities = entities;
		this.registers = registers;
		this.offices = offices;
		this.book = book;
		this.ledger = ledger;
		this.retention = retention;
		this.clock = clock;
		this.zone = clock.getZone();
	}

	/**
	 * The registers that the reader may see: all, once he works for an office. Those in
	 * use come first.
	 */
	List<Register> registers(Staff reader) {
		return this.offices.of(reader).isEmpty() ? List.of()
				: this.registers.all()
					.stream()
					.sorted(Comparator.comparing((register) -> register.entity().isEmpty()))
					.toList();
	}

	/**
	 * One page of a register, newest first.
	 * @throws Refusal (404) where there is no such register, or not for this reader
	 */
	Page page(Staff reader, String form, Filter filter) {
		Register register = this.registers.get(form);
		List<Office> readable = this.offices.of(reader);
		List<String> chosen = readable.stream()
			.map(Office::id)
			.filter((id) -> filter.office() == null || filter.office().equals(id))
			.toList();
		if (chosen.isEmpty()) {
			throw notFound();
		}
		return register.entity()
			.map((entity) -> page(reader, register, entity, readable, chosen, filter))
			.orElseGet(() -> new Page(register, readable, filter, List.of(), 0));
	}

	/**
	 * One record with its changes.
	 * @throws Refusal (404) where there is none, or not for this reader
	 */
	Whole one(Staff reader, String form, String office, String serial) {
		Register register = this.registers.get(form);
		if (!reader.worksFor(office)) {
			throw notFound();
		}
		QualityRecord record = register.entity()
			.flatMap((entity) -> this.book.find(entity, office, serial))
			.orElseThrow(RecordReader::notFound);
		boolean unmasked = PersonalDataPolicy.seesInRegister(reader, office);
		Map<UUID, Class<?>> parts = Register.parts(record)
			.stream()
			.collect(Collectors.toMap(Audited::id, Audited::getClass));
		List<RecordChange> changes = changes(parts.keySet());
		boolean erased = changes.stream().anyMatch(RecordChange::erases);
		List<Cell> cells = register.columns()
			.stream()
			.map((column) -> new Cell(column.label(), shown(column, record, unmasked, erased)))
			.toList();
		RetentionState retention = RetentionState.of(record, this.retention.holds(record), erased,
				LocalDate.ofInstant(this.clock.instant(), this.zone), Retention.mayHold(reader, office));
		return new Whole(register, this.offices.get(office), record, cells, shown(changes, parts, unmasked),
				this.ledger.stateOf(parts.keySet()), retention);
	}

	private Page page(Staff reader, Register register, Class<? extends QualityRecord> entity, List<Office> readable,
			List<String> chosen, Filter asked) {
		String from = " from " + entity.getName() + " r where r.office in :offices"
				+ ((asked.from() != null) ? " and r.recordedAt >= :from" : "")
				+ ((asked.to() != null) ? " and r.recordedAt < :to" : "");
		long count = filtered("select count(r)" + from, Long.class, chosen, asked).getSingleResult();
		Filter filter = asked.onPage(Math.min(asked.page(), lastPage(count)));
		Map<String, Office> byId = readable.stream().collect(Collectors.toMap(Office::id, Function.identity()));
		List<Row> rows = new ArrayList<>();
		for (QualityRecord record : filtered("select r" + from + " order by r.recordedAt desc, r.id desc", entity,
				chosen, filter)
			.setFirstResult((filter.page() - 1) * PAGE_SIZE)
			.setMaxResults(PAGE_SIZE)
			.getResultList()) {
			boolean unmasked = PersonalDataPolicy.seesInRegister(reader, record.office());
			rows.add(new Row(byId.get(record.office()), record.serial(),
					register.listed()
						.stream()
						.map((column) -> shown(column, record, unmasked))
						.map((value) -> new ShownValue(value.brief(LONGEST_IN_LIST), value.masked()))
						.toList()));
		}
		return new Page(register, readable, filter, rows, count);
	}

	private <T> TypedQuery<T> filtered(String query, Class<T> result, List<String> offices, Filter filter) {
		TypedQuery<T> filtered = this.entities.createQuery(query, result).setParameter("offices", offices);
		if (filter.from() != null) {
			filtered.setParameter("from", filter.from().atStartOfDay(this.zone).toInstant());
		}
		if (filter.to() != null) {
			filtered.setParameter("to", filter.to().plusDays(1).atStartOfDay(this.zone).toInstant());
		}
		return filtered;
	}

	private ShownValue shown(RegisterColumn column, QualityRecord record, boolean unmasked) {
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

	private static int lastPage(long count) {
		return Math.toIntExact(Math.max(1, (count + PAGE_SIZE - 1) / PAGE_SIZE));
	}

	private static Refusal notFound() {
		return Refusal.notFound("没有找到这条记录，或者它不属于您的管理处。");
	}

	private record Logged(Object before, Object after) {
	}

	/**
	 * What a reader asks of a register.
	 *
	 * @param office an office's id, or null for all of his
	 * @param from the first day of entry, or null
	 * @param to the last day of entry, or null
	 * @param page the page, from 1
	 */
	record Filter(String office, LocalDate from, LocalDate to, int page) {

		private Filter onPage(int other) {
			return new Filter(this.office, this.from, this.to, other);
		}

	}

	/** One page of a register; {@code count} is the number of records on all pages. */
	record Page(Register register, List<Office> offices, Filter filter, List<Row> rows, long count) {

		/** The number of the last page. */
		public int last() {
			return lastPage(this.count);
		}

	}

	/** One record in a list. */
	record Row(Office office, String serial, List<ShownValue> cells) {
	}

	/** One record with everything. */
	record Whole(Register register, Office office, QualityRecord record, List<Cell> cells, List<Change> changes,
			SealState seal, RetentionState retention) {

		/** The columns that hold something, in the form's order. */
		public List<Cell> filled() {
			return this.cells.stream().filter((cell) -> !cell.empty()).toList();
		}

		/** The labels of the columns that hold nothing, in the form's order. */
		public List<String> blank() {
			return this.cells.stream().filter(Cell::empty).map(Cell::label).toList();
		}

	}

	/** A labelled value. */
	record Cell(String label, ShownValue value) {

		private boolean empty() {
			return this.value.text().isEmpty();
		}

	}

	/** One change: who changed what, when and in which step; {@code step} may be null. */
	record Change(boolean first, boolean erases, String at, String by, String step, List<FieldChange> fields) {
	}

	/** A field's old and new value. */
	record FieldChange(String label, ShownValue before, ShownValue after) {
	}

}
