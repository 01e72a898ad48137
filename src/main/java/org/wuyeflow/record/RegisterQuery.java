package org.wuyeflow.record;

import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.ManyToOne;
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

	/** The rows of a register in a query, its entity left open. */
	private static final String ROWS = "%1$s r";

	/** How many rows are counted and can be paged through. */
	static final int MOST_COUNTED = 10_000;

	/** How many hits a search in texts counts. */
	static final int MOST_HITS = 1_000;

	/** How many rows a search in texts reads. */
	static final int MOST_SEARCHED = 20_000;

	private static final int MOST_NUMBERED = 25;

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

	/**
	 * The records that go by this serial, or that belong to the case of this number.
	 * @param offices the ids of the offices whose rows the reader may see
	 */
	List<? extends QualityRecord> numbered(Register register, List<String> offices, String number) {
		return register.entity().map((entity) -> {
			List<UUID> ids = this.entities
				.createQuery("select r.id from %s r where r.office in :offices and r.%s = :number order by r.id"
					.formatted(entity.getName(), numberColumn(register, number)), UUID.class)
				.setParameter("offices", offices)
				.setParameter("number", number)
				.setMaxResults(MOST_NUMBERED)
				.getResultList();
			return read(register, ids);
		}).orElse(List.of());
	}

	/**
	 * Reads these records with what else their columns are read from, in this order.
	 */
	List<? extends QualityRecord> read(Register register, List<UUID> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		Joins joins = new Joins("left join fetch");
		register.columns().forEach(joins::path);
		Map<UUID, QualityRecord> read = this.entities
			.createQuery(
					"select r from " + register.entity().orElseThrow().getName() + " r" + joins + " where r.id in :ids",
					QualityRecord.class)
			.setParameter("ids", ids)
			.getResultStream()
			.collect(Collectors.toMap(QualityRecord::id, Function.identity()));
		return ids.stream().map(read::get).toList();
	}

	/** The number of the last page. */
	static int lastPage(int count, int size) {
		return Math.max(1, (count + size - 1) / size);
	}

	private static String numberColumn(Register register, String number) {
		return number.startsWith(register.form().serialPrefix() + "-") ? "serial" : "caseNumber";
	}

	/**
	 * One page of a filtered register.
	 *
	 * @param number the page's number, from 1
	 * @param ids the ids of the records on it
	 * @param count how many records there are on all pages
	 * @param more whether there are more than were counted
	 * @param since from which time of entry on the rows were searched, or null where all
	 * were
	 */
	record Page(int number, List<UUID> ids, int count, boolean more, Instant since) {
	}

	/** Conditions with the values of their parameters. */
	private static final class Where {

		private final List<String> conditions = new ArrayList<>();

		private final Map<String, Object> parameters = new HashMap<>();

		private Where and(String condition) {
			this.conditions.add(condition);
			return this;
		}

		private Where and(String condition, String parameter, Object value) {
			this.parameters.put(parameter, value);
			return and(condition);
		}

		private Where and(Where others) {
			this.conditions.addAll(others.conditions);
			this.parameters.putAll(others.parameters);
			return this;
		}

		@Override
		public String toString() {
			return " where " + String.join(" and ", this.conditions);
		}

	}

	/**
	 * What the columns of a register are read from beside its own rows: joined from the
	 * outside, so that a record without its part stays.
	 */
	private static final class Joins {

		private final String kind;

		private final Map<String, String> aliases = new LinkedHashMap<>();

		private Joins(String kind) {
			this.kind = kind;
		}

		/** Where a query finds the column; joins what it needs for that. */
		private String path(RegisterColumn column) {
			String path = "r";
			for (Field step : column.path()) {
				path += "." + step.getName();
				if (step.isAnnotationPresent(ManyToOne.class)) {
					path = this.aliases.computeIfAbsent(path, (part) -> "part" + this.aliases.size());
				}
			}
			return path;
		}

		@Override
		public String toString() {
			return this.aliases.entrySet()
				.stream()
				.map((join) -> " %s %s %s".formatted(this.kind, join.getKey(), join.getValue()))
				.collect(Collectors.joining());
		}

	}

	/** A filtered register that was not read yet. */
	final class Rows {

		private final Register register;

		private final Joins joins = new Joins("left join");

		/** What indexes find. */
		private final Where where = new Where();

		/** What the rows must be read for. */
		private final Where words = new Where();

		private final String sort;

		private Rows(Register register, Staff reader, List<String> offices, RegisterFilter filter) {
			this.register = register;
			this.sort = filter.sort();
			this.where.and("r.office in :offices", "offices", offices);
			sensible(filter.from());
			sensible(filter.to());
			if (filter.from() != null) {
				this.where.and("r.recordedAt >= :from", "from", startOf(filter.from()));
			}
			if (filter.to() != null) {
				this.where.and("r.recordedAt < :to", "to", startOf(filter.to().plusDays(1)));
			}
			if (filter.status() != null) {
				this.where.and("r.recordStatus = :status", "status", filter.status());
			}
			if (filter.house() != null) {
				house(offices, filter.house());
			}
			if (filter.text() != null && !number(filter.text())) {
				text(reader, offices, filter.text());
			}
		}

		/**
		 * One page of them, the last where there are fewer. Words are looked for once, in
		 * the {@value RegisterQuery#MOST_SEARCHED} rows entered last, for
		 * {@value RegisterQuery#MOST_HITS} hits.
		 */
		Page page(int asked, int size) {
			return this.words.conditions.isEmpty() ? counted(asked, size) : searched(asked, size);
		}

		private Page counted(int asked, int size) {
			long found = query(
					"select count(*) from (select r.id as id from " + ROWS + this.where
							+ " order by r.recordedAt desc limit " + (MOST_COUNTED + 1) + ") found",
					this.where, Long.class)
				.map(TypedQuery::getSingleResult)
				.orElse(0L);
			int count = (int) Math.min(found, MOST_COUNTED);
			int number = Math.min(asked, lastPage(count, size));
			return new Page(number, ids((number - 1) * size, size), count, found > count, null);
		}

		private Page searched(int asked, int size) {
			String newest = "(select r.id as id from %1$s r" + this.where
					+ " order by r.recordedAt desc, r.id desc limit " + MOST_SEARCHED
					+ ") newest join %1$s r on r.id = newest.id";
			Where rows = new Where().and(this.words);
			rows.parameters.putAll(this.where.parameters);
			List<UUID> hits = ids(newest, rows, 0, MOST_HITS + 1);
			int count = Math.min(hits.size(), MOST_HITS);
			int number = Math.min(asked, lastPage(count, size));
			return new Page(number, hits.subList((number - 1) * size, Math.min(number * size, count)), count,
					hits.size() > count, edge());
		}

		/** The ids of some of them, in the filter's order. */
		List<UUID> ids(int first, int most) {
			return ids(ROWS, new Where().and(this.where).and(this.words), first, most);
		}

		private List<UUID> ids(String from, Where rows, int first, int most) {
			Joins joined = new Joins("left join");
			joined.aliases.putAll(this.joins.aliases);
			String order = order(joined);
			return query("select r.id from " + from + joined + rows + order, rows, UUID.class)
				.map((query) -> query.setFirstResult(first).setMaxResults(most).getResultList())
				.orElse(List.of());
		}

		/** When the newest of the rows was entered that are not searched. */
		private Instant edge() {
			return query("select r.recordedAt from " + ROWS + this.where + " order by r.recordedAt desc", this.where,
					Instant.class)
				.flatMap((query) -> query.setFirstResult(MOST_SEARCHED).setMaxResults(1).getResultStream().findFirst())
				.orElse(null);
		}

		private <T> Optional<TypedQuery<T>> query(String text, Where rows, Class<T> result) {
			return this.register.entity().map((entity) -> {
				TypedQuery<T> query = RegisterQuery.this.entities.createQuery(text.formatted(entity.getName()), result);
				rows.parameters.forEach(query::setParameter);
				return query;
			});
		}

		private Instant startOf(LocalDate day) {
			return day.atStartOfDay(RegisterQuery.this.zone).toInstant();
		}

		private void house(List<String> offices, String typed) {
			List<String> each = new ArrayList<>();
			for (String office : offices) {
				String at = "At" + each.size();
				String number = RegisterQuery.this.houses.number(office, typed);
				each.add("(r.office = :office" + at + " and (r.houseNumber = :house" + at
						+ " or r.houseNumber like :floor" + at + " escape '!'))");
				this.where.parameters
					.putAll(Map.of("office" + at, office, "house" + at, number, "floor" + at, escaped(number) + "-%"));
			}
			this.where.and("(" + String.join(" or ", each) + ")");
		}

		/** Looks a whole number up, where there is a record or a case of that number. */
		private boolean number(String typed) {
			String number = typed.toUpperCase(Locale.ROOT);
			String condition = "r." + numberColumn(this.register, number) + " = :number";
			Where numbered = new Where().and(this.where).and(condition, "number", number);
			boolean known = isNumber(typed) && query("select r.id from " + ROWS + numbered, numbered, UUID.class)
				.filter((query) -> !query.setMaxResults(1).getResultList().isEmpty())
				.isPresent();
			if (known) {
				this.where.and(condition, "number", number);
			}
			return known;
		}

		/**
		 * Looks for words in every column that the reader sees: in personal data only
		 * where he may have it shown, and in texts, of which nothing but numbers is
		 * masked, whatever has no digit.
		 */
		private void text(Staff reader, List<String> offices, String typed) {
			List<String> unmasked = offices.stream()
				.filter((office) -> this.register.form().readers().unmasks(reader, office))
				.toList();
			boolean words = !DIGIT.matcher(typed).find();
			String lower = typed.toLowerCase(Locale.ROOT);
			boolean cased = !lower.equals(typed.toUpperCase(Locale.ROOT));
			List<RegisterColumn> texts = this.register.columns().stream().filter(RegisterColumn::text).toList();
			List<RegisterColumn> seen = texts.stream()
				.filter((column) -> column.personal().isEmpty()
						|| (words && column.personal().get() == Personal.Kind.TEXT))
				.toList();
			this.words.parameters.put("text", "%" + escaped(lower) + "%");
			if (unmasked.size() == offices.size()) {
				this.words.and(contains(texts, cased));
			}
			else if (unmasked.isEmpty()) {
				this.words.and(contains(seen, cased));
			}
			else {
				this.words.and(
						"(" + contains(seen, cased) + " or (r.office in :unmasked and " + contains(texts, cased) + "))",
						"unmasked", unmasked);
			}
		}

		/** Changing the case of all that is read costs more than reading it. */
		private String contains(List<RegisterColumn> columns, boolean cased) {
			String text = columns.stream()
				.map((column) -> "coalesce(" + this.joins.path(column) + ", '')")
				.collect(Collectors.joining(", '|', ", "concat('', ", ")"));
			return (cased ? "lower(" + text + ")" : text) + " like :text escape '!'";
		}

		private String order(Joins ordering) {
			String attribute = (this.sort != null) ? this.sort.replaceFirst("^-", "") : "";
			return this.register.columns()
				.stream()
				.filter((column) -> column.sortable() && column.attribute().equals(attribute))
				.findFirst()
				.map((column) -> {
					String direction = this.sort.startsWith("-") ? " desc" : "";
					return " order by " + ordering.path(column) + direction + ", r.id" + direction;
				})
				.orElse(" order by r.recordedAt desc, r.id desc");
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
