package org.wuyeflow.record;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Houses;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the records of a register in the database: which ones by their ids first, from
 * indexes alone wherever that can be, then the few that are shown.
 */
@Component
@Transactional(readOnly = true)
class RegisterQuery {

	private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{2}-\\d{4}-\\d{5,}");

	private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

	private static final int FIRST_YEAR = 1900;

	private static final int LAST_YEAR = 2200;

	private final EntityManager entities;

	private final Houses houses;

	private final ZoneId zone;

	RegisterQuery(EntityManager entities, Houses houses, Clock clock) {
		this.entities = entities;
		this.houses = houses;
		this.zone = clock.getZone();
	}

	/**
	 * The rows that a filter leaves.
	 * @param register the register; nothing is found where no entity holds its rows
	 * @param reader who asks; decides in which columns he may search
	 * @param offices the ids of the offices whose rows he may see
	 */
	Rows rows(Register register, Staff reader, List<String> offices, RegisterFilter filter) {
		return new Rows(register, reader, offices, filter);
	}

	/** Whether this is the whole number of a record or a case. */
	static boolean isNumber(String typed) {
		return NUMBER.matcher(typed).matches();
	}

	/** Reads these records, in this order. */
	List<? extends QualityRecord> read(Register register, List<UUID> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		Class<? extends QualityRecord> entity = register.entity().orElseThrow();
		Map<UUID, QualityRecord> read = this.entities
			.createQuery("select r from " + entity.getName() + " r where r.id in :ids", QualityRecord.class)
			.setParameter("ids", ids)
			.getResultStream()
			.collect(Collectors.toMap(QualityRecord::id, Function.identity()));
		return ids.stream().map(read::get).toList();
	}

	/** A filtered register that was not read yet. */
	final class Rows {

		private final Register register;

		private final Map<String, Object> parameters = new HashMap<>();

		private final List<String> conditions = new ArrayList<>();

		private final String order;

		private Rows(Register register, Staff reader, List<String> offices, RegisterFilter filter) {
			this.register = register;
			where("r.office in :offices", "offices", offices);
			sensible(filter.from());
			sensible(filter.to());
			if (filter.from() != null) {
				where("r.recordedAt >= :from", "from", filter.from().atStartOfDay(RegisterQuery.this.zone).toInstant());
			}
			if (filter.to() != null) {
				where("r.recordedAt < :to", "to",
						filter.to().plusDays(1).atStartOfDay(RegisterQuery.this.zone).toInstant());
			}
			if (filter.status() != null) {
				where("r.recordStatus = :status", "status", filter.status());
			}
			if (filter.house() != null) {
				house(offices, filter.house());
			}
			if (filter.text() != null) {
				text(reader, offices, filter.text());
			}
			this.order = order(filter.sort());
		}

		/** How many there are. */
		long count() {
			return this.register.entity()
				.map((entity) -> query("select count(r.id)", "", Long.class).getSingleResult())
				.orElse(0L);
		}

		/** The ids of some of them, in the filter's order. */
		List<UUID> ids(int first, int most) {
			return this.register.entity()
				.map((entity) -> query("select r.id", this.order, UUID.class).setFirstResult(first)
					.setMaxResults(most)
					.getResultList())
				.orElse(List.of());
		}

		private <T> TypedQuery<T> query(String select, String end, Class<T> result) {
			TypedQuery<T> query = RegisterQuery.this.entities
				.createQuery(select + " from " + this.register.entity().orElseThrow().getName() + " r where "
						+ String.join(" and ", this.conditions) + end, result);
			this.parameters.forEach(query::setParameter);
			return query;
		}

		private void where(String condition, String parameter, Object value) {
			this.conditions.add(condition);
			this.parameters.put(parameter, value);
		}

		private void house(List<String> offices, String typed) {
			List<String> each = new ArrayList<>();
			for (String office : offices) {
				String at = "At" + each.size();
				String number = RegisterQuery.this.houses.number(office, typed);
				each.add("(r.office = :office" + at + " and (r.houseNumber = :house" + at
						+ " or r.houseNumber like :floor" + at + " escape '!'))");
				this.parameters.put("office" + at, office);
				this.parameters.put("house" + at, number);
				this.parameters.put("floor" + at, escaped(number) + "-%");
			}
			this.conditions.add("(" + String.join(" or ", each) + ")");
		}

		/**
		 * A whole number is looked up. Anything else is looked for in every column that
		 * the reader sees: personal data only where he may have it shown, and in texts,
		 * of which nothing but numbers is masked, whatever has no digit.
		 */
		private void text(Staff reader, List<String> offices, String typed) {
			if (isNumber(typed)) {
				where("(r.serial = :number or r.caseNumber = :number)", "number", typed.toUpperCase(Locale.ROOT));
				return;
			}
			List<String> unmasked = offices.stream()
				.filter((office) -> this.register.form().readers().unmasks(reader, office))
				.toList();
			boolean words = !DIGIT.matcher(typed).find();
			List<RegisterColumn> texts = this.register.columns().stream().filter(RegisterColumn::text).toList();
			this.parameters.put("text", "%" + escaped(typed.toLowerCase(Locale.ROOT)) + "%");
			if (unmasked.size() == offices.size()) {
				this.conditions.add(contains(texts));
				return;
			}
			String seen = contains(texts.stream()
				.filter((column) -> column.personal().isEmpty()
						|| (words && column.personal().get() == Personal.Kind.TEXT))
				.toList());
			if (unmasked.isEmpty()) {
				this.conditions.add(seen);
			}
			else {
				where("(" + seen + " or (r.office in :unmasked and " + contains(texts) + "))", "unmasked", unmasked);
			}
		}

		private String contains(List<RegisterColumn> columns) {
			return columns.stream()
				.map((column) -> "coalesce(r." + column.attribute() + ", '')")
				.collect(Collectors.joining(", '|', ", "lower(concat('', ", ")) like :text escape '!'"));
		}

		private String order(String sort) {
			String attribute = (sort != null) ? sort.replaceFirst("^-", "") : "";
			boolean known = this.register.columns()
				.stream()
				.anyMatch((column) -> column.sortable() && column.attribute().equals(attribute));
			if (!known) {
				return " order by r.recordedAt desc, r.id desc";
			}
			String direction = sort.startsWith("-") ? " desc" : "";
			return " order by r." + attribute + direction + ", r.id" + direction;
		}

		private static void sensible(LocalDate day) {
			if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
				throw new Refusal("日期有误，请检查年份后再查询。");
			}
		}

		private static String escaped(String typed) {
			return typed.replaceAll("[!%_]", "!$0");
		}

	}

}
