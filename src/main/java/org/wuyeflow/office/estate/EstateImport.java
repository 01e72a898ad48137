package org.wuyeflow.office.estate;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Occupancy;
import org.wuyeflow.office.OfficeKind;
import org.wuyeflow.office.Staff;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings houses, owners and residents to what a file says. Two imports for one office
 * come one after the other.
 */
@Service
class EstateImport {

	private static final Logger LOG = LoggerFactory.getLogger(EstateImport.class);

	private static final int IMPORTS_SHOWN = 10;

	private static final int LONGEST_FILE_NAME = 200;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transaction;

	private final Clock clock;

	EstateImport(JdbcTemplate jdbc, TransactionOperations transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** All offices, by id. */
	List<EstateOffice> offices() {
		return this.jdbc.query("select id, name, kind from office order by id",
				(row, number) -> new EstateOffice(row.getString("id"), row.getString("name"),
						OfficeKind.valueOf(row.getString("kind"))));
	}

	/** Reads a file about these offices. */
	EstateFile read(byte[] bytes, List<EstateOffice> about) {
		return EstateFile.read(bytes, about, today());
	}

	/** What loading the file would change at this moment. */
	EstateChanges preview(EstateFile file) {
		return this.transaction.execute((status) -> plan(file, officesOf(file))).changes();
	}

	/**
	 * Loads a file.
	 * @param name the file's name
	 * @param bytes the file, of which the hash is kept
	 * @param by who loads it
	 * @param expected what whoever loads it has agreed to, or null
	 * @return what was changed
	 * @throws Refusal (409) where it would be something else than expected
	 */
	EstateChanges load(EstateFile file, String name, byte[] bytes, Staff by, EstateChanges expected) {
		if (!file.mistakes().isEmpty()) {
			throw new IllegalArgumentException("A file with mistakes is not loaded");
		}
		List<String> offices = officesOf(file);
		EstateChanges changes = this.transaction.execute((status) -> {
			this.jdbc.queryForList("select id from office where id in (" + marks(offices) + ") order by id for update",
					String.class, offices.toArray());
			EstatePlan plan = plan(file, offices);
			if (expected != null && !expected.equals(plan.changes())) {
				throw Refusal.conflict("房屋资料刚才被别人改动过，什么都没有导入。请按新的对照结果重新确认。");
			}
			write(plan);
			note(plan.changes(), name, bytes, file.rows().size(), offices, by);
			return plan.changes();
		});
		LOG.info("Estate of {} imported by {}: {} rows, {} houses, {} of them new", offices, by.id(),
				file.rows().size(), changes.houses(), changes.newHouses());
		return changes;
	}

	/** The latest imports for one of these offices, newest first. */
	List<Done> latest(List<EstateOffice> about) {
		return this.jdbc
			.query("""
					select imported_at, imported_by_name, file_name, file_rows, offices, outcome from estate_import
					order by imported_at desc limit 200""",
					(row, number) -> new Done(
							row.getObject("imported_at", LocalDateTime.class)
								.atOffset(ZoneOffset.UTC)
								.atZoneSameInstant(this.clock.getZone())
								.toLocalDateTime(),
							row.getString("imported_by_name"), row.getString("file_name"), row.getInt("file_rows"),
							List.of(row.getString("offices").split(" ")), row.getString("outcome")))
			.stream()
			.filter((done) -> about.stream().map(EstateOffice::id).anyMatch(done.offices()::contains))
			.limit(IMPORTS_SHOWN)
			.toList();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	private EstatePlan plan(EstateFile file, List<String> offices) {
		return new EstatePlan(file.rows(), known(offices), today());
	}

	private static List<String> officesOf(EstateFile file) {
		return file.rows().stream().map((row) -> row.office().id()).distinct().sorted().toList();
	}

	private EstatePlan.KnownEstate known(List<String> offices) {
		EstatePlan.KnownEstate known = new EstatePlan.KnownEstate();
		Object[] parameters = offices.toArray();
		String in = " in (" + marks(offices) + ")";
		Map<UUID, EstatePlan.House> houses = new HashMap<>();
		this.jdbc.query("select id, office_id, house_number, moved_in_on from house where office_id" + in, (row) -> {
			EstatePlan.House house = new EstatePlan.House(id(row, "id"), row.getObject("moved_in_on", LocalDate.class),
					new ArrayList<>());
			houses.put(house.id(), house);
			known.houses().put(new EstateRow.Place(row.getString("office_id"), row.getString("house_number")), house);
		}, parameters);
		Map<UUID, EstatePlan.Person> persons = new HashMap<>();
		this.jdbc.query(
				"select id, office_id, name, phone, company from customer where office_id" + in + " order by id",
				(row) -> {
					EstatePlan.Person person = new EstatePlan.Person(id(row, "id"), row.getString("name"),
							row.getString("phone"), row.getBoolean("company"));
					persons.put(id(row, "id"), person);
					known.remember(row.getString("office_id"), person);
				}, parameters);
		this.jdbc.query("""
				select o.id, o.house_id, o.customer_id, o.part from occupancy o join house h on h.id = o.house_id
				where o.ended_on is null and h.office_id""" + in + " order by o.id", (row) -> {
			houses.get(id(row, "house_id"))
				.stays()
				.add(new EstatePlan.Stay(id(row, "id"), Occupancy.Part.valueOf(row.getString("part")),
						persons.get(id(row, "customer_id"))));
		}, parameters);
		return known;
	}

	private void write(EstatePlan plan) {
		this.jdbc.batchUpdate("""
				insert into house (id, office_id, house_number, building, unit_number, room, moved_in_on)
				values (?, ?, ?, ?, ?, ?, ?)""", plan.newHouses);
		this.jdbc.batchUpdate("update house set moved_in_on = ? where id = ?", plan.movedIn);
		this.jdbc.batchUpdate("insert into customer (id, office_id, name, phone, company) values (?, ?, ?, ?, ?)",
				plan.newCustomers());
		this.jdbc.batchUpdate("update customer set phone = ?, company = ? where id = ?", plan.amendedCustomers());
		this.jdbc.batchUpdate("update occupancy set ended_on = ? where id = ?", plan.endedOccupancies);
		this.jdbc.batchUpdate("insert into occupancy (id, house_id, customer_id, part) values (?, ?, ?, ?)",
				plan.newOccupancies);
	}

	private void note(EstateChanges changes, String name, byte[] bytes, int rows, List<String> offices, Staff by) {
		this.jdbc.update("""
				insert into estate_import (id, imported_at, imported_by_id, imported_by_name, file_name, file_sha256,
				file_rows, offices, outcome) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", EstatePlan.bytes(UUID.randomUUID()),
				LocalDateTime.ofInstant(Instant.now(this.clock).truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC),
				by.id(), by.name(), (name.length() <= LONGEST_FILE_NAME) ? name : name.substring(0, LONGEST_FILE_NAME),
				sha256(bytes), rows, String.join(" ", offices), changes.summary());
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String marks(List<?> values) {
		return Collections.nCopies(values.size(), "?").stream().collect(Collectors.joining(", "));
	}

	private static UUID id(ResultSet row, String column) throws SQLException {
		ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
		return new UUID(bytes.getLong(), bytes.getLong());
	}

	/**
	 * An import that was done.
	 *
	 * @param at when, on the offices' clock
	 * @param by who did it
	 * @param file the file's name
	 * @param rows how many rows it had
	 * @param offices the ids of the offices it was about
	 * @param outcome what it changed
	 */
	record Done(LocalDateTime at, String by, String file, int rows, List<String> offices, String outcome) {
	}

}
