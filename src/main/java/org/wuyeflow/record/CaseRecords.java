package org.wuyeflow.record;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the registers hold of one case, for one reader. It looks only into the registers
 * that the case has entered, however many there are.
 */
@Service
@Transactional(readOnly = true)
public class CaseRecords {

	/** How many records a step writes at most, as a rule. */
	private static final int ROWS_OF_ONE_STEP = 4;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final EntityManager entities;

	private final Registers registers;

	private final RecordBook book;

	private final Looks looks;

	private final List<CaseReaders> readers;

	private final Map<String, Class<?>> types;

	private final ZoneId zone;

	CaseRecords(EntityManager entities, EntityManagerFactory factory, Registers registers, RecordBook book, Looks looks,
			List<CaseReaders> readers, Clock clock) {
		this.entities = entities;
		this.registers = registers;
		this.book = book;
		this.looks = looks;
		this.readers = readers;
		this.types = factory.getMetamodel()
			.getEntities()
			.stream()
			.map(EntityType::getJavaType)
			.filter(Audited.class::isAssignableFrom)
			.collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
		this.zone = clock.getZone();
	}

	/**
	 * The records that a case wrote or that it wrote about, as far as this reader may see
	 * them, oldest first.
	 */
	public List<QualityRecord> ofCase(String caseNumber, Staff reader) {
		return all(caseNumber).stream().filter((record) -> visible(record, reader)).toList();
	}

	/**
	 * Whether this reader may see what belongs to the case as a whole: he sees one of its
	 * records, or is of its {@link CaseReaders}.
	 */
	public boolean readable(String caseNumber, String office, Staff reader) {
		return this.readers.stream().anyMatch((readers) -> readers.include(reader, caseNumber, office))
				|| all(caseNumber).stream().anyMatch((record) -> visible(record, reader));
	}

	private List<QualityRecord> all(String caseNumber) {
		Map<Class<?>, Set<UUID>> written = new LinkedHashMap<>();
		this.entities
			.createQuery("select distinct c.entity, c.entityId from RecordChange c where c.caseNumber = :number",
					Object[].class)
			.setParameter("number", caseNumber)
			.getResultStream()
			.forEach((row) -> written.computeIfAbsent(this.types.get(row[0]), (type) -> new LinkedHashSet<>())
				.add((UUID) row[1]));
		Set<QualityRecord> records = new LinkedHashSet<>();
		written.forEach((type, ids) -> {
			if (QualityRecord.class.isAssignableFrom(type)) {
				select("e", type, "e.id in :ids", ids, QualityRecord.class)
					.filter((record) -> caseNumber.equals(record.caseNumber()))
					.forEach(records::add);
			}
			else if (OfRecord.class.isAssignableFrom(type)) {
				select("distinct e.recordId", type, "e.id in :ids and e.recordId is not null", ids, UUID.class)
					.forEach((id) -> find(id).ifPresent(records::add));
			}
		});
		return records.stream().sorted(Comparator.comparing(QualityRecord::recordedAt)).toList();
	}

	private <T> Stream<T> select(String what, Class<?> type, String where, Set<UUID> ids, Class<T> result) {
		return this.entities.createQuery("select " + what + " from " + type.getName() + " e where " + where, result)
			.setParameter("ids", ids)
			.getResultStream();
	}

	/** The record with this id, where this reader may see it. */
	public Optional<QualityRecord> find(UUID id, Staff reader) {
		return find(id).filter((record) -> visible(record, reader));
	}

	private Optional<QualityRecord> find(UUID id) {
		return this.entities
			.createQuery("select distinct c.entity from RecordChange c where c.entityId = :id", String.class)
			.setParameter("id", id)
			.getResultStream()
			.findFirst()
			.map(this.types::get)
			.filter(QualityRecord.class::isAssignableFrom)
			.map((type) -> (QualityRecord) this.entities.find(type, id));
	}

	/** The record of a register with this serial, where this reader may see it. */
	public Optional<QualityRecord> find(String form, String office, String serial, Staff reader) {
		return this.registers.get(form)
			.entity()
			.flatMap((type) -> this.book.find(type, office, serial))
			.map(QualityRecord.class::cast)
			.filter((record) -> visible(record, reader));
	}

	/** Writes down on these records that a reader opened a file that lies with them. */
	@Transactional
	public void fileOpened(Collection<QualityRecord> opened, String fileName, Staff reader) {
		this.looks.fileOpened(reader, fileName, opened);
	}

	/** The same as short sheets. */
	public List<Sheet> sheets(String caseNumber, Staff reader, boolean unmasked) {
		return ofCase(caseNumber, reader).stream().map((record) -> sheet(record, unmasked)).toList();
	}

	private Sheet sheet(QualityRecord record, boolean unmasked) {
		Register register = registerOf(record);
		List<Line> lines = register.columns()
			.stream()
			.map((column) -> new Line(column.label(),
					ShownValue.of(column.value(record), this.zone, unmasked ? Optional.empty() : column.personal())
						.text()))
			.filter((line) -> !line.text().isEmpty())
			.toList();
		return new Sheet(register.form(), record.office(), record.serial(), record.recordStatus(), lines);
	}

	/**
	 * What was written last about a case, newest first: who, when, in which step, what.
	 */
	public List<Change> latestChanges(String caseNumber, int most) {
		Map<Change, Set<String>> things = new LinkedHashMap<>();
		this.entities.createQuery("""
				select c from RecordChange c where c.caseNumber = :number
				order by c.changedAt desc, c.changeNumber desc""", RecordChange.class)
			.setParameter("number", caseNumber)
			.setMaxResults(most * ROWS_OF_ONE_STEP)
			.getResultStream()
			.forEach((row) -> things.computeIfAbsent(change(row), (key) -> new LinkedHashSet<>()).addAll(things(row)));
		return things.entrySet().stream().limit(most).map((entry) -> entry.getKey().of(entry.getValue())).toList();
	}

	private Change change(RecordChange row) {
		return new Change(row.changeNumber() == 0, ShownValue.minute(row.changedAt(), this.zone), row.staffName(),
				row.activityName(), List.of());
	}

	/** Of an entry the form's title, of a change the labels of what was changed. */
	private List<String> things(RecordChange row) {
		Class<?> type = this.types.get(row.entity());
		if (row.changeNumber() == 0) {
			return QualityRecord.class.isAssignableFrom(type) ? List.of(Register.formOf(type).title()) : List.of();
		}
		List<String> names = new ArrayList<>(names(row.fields()));
		names.addAll(names(row.personalFields()));
		return names.stream()
			.map((name) -> AuditedField.of(type, name))
			.flatMap(Optional::stream)
			.map(AuditedField::label)
			.flatMap(Optional::stream)
			.toList();
	}

	private static Set<String> names(String json) {
		try {
			return JSON.readValue(json, new TypeReference<Map<String, Object>>() {
			}).keySet();
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private boolean visible(QualityRecord record, Staff reader) {
		return registerOf(record).form().readers().reads(reader, record.office());
	}

	private Register registerOf(QualityRecord record) {
		return this.registers.get(Register.formOf(record.getClass()).slug());
	}

	/**
	 * A record in short.
	 *
	 * @param form its form
	 * @param office its office's id
	 * @param serial its serial
	 * @param status whether it is still being written
	 * @param lines the columns that hold something
	 */
	public record Sheet(QualityForm form, String office, String serial, RecordStatus status, List<Line> lines) {
	}

	/** A labelled text. */
	public record Line(String label, String text) {
	}

	/**
	 * A change in short.
	 *
	 * @param first whether it is the entry itself
	 * @param at office time as people read it
	 * @param by who, by name
	 * @param step the step's Chinese name, or null outside of one
	 * @param things which forms were entered, or which of their fields changed
	 */
	public record Change(boolean first, String at, String by, String step, List<String> things) {

		private Change of(Collection<String> all) {
			return new Change(this.first, this.at, this.by, this.step, List.copyOf(all));
		}

	}

}
