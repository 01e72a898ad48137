package org.wuyeflow.notify;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of messages that wait, are sent, or were given up.
 */
@Repository
class Outbox {

	private static final int FAILURE_LENGTH = 200;

	private final JdbcTemplate jdbc;

	Outbox(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes a message, to be sent from a moment on. Does nothing where the same event
	 * was written before.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void write(Message message, ChannelKind channel, Instant now, Instant sendAt) {
		try {
			this.jdbc.update("""
					insert into outbox_message (id, event_key, office_id, role_id, channel, urgent, headline,
						case_number, house_number, case_class, due_at, written_at, attempts, next_attempt_at)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)""", bytes(UUID.randomUUID()), message.eventKey(),
					message.office(), message.role(), channel.name(), message.urgent(), message.headline(),
					message.number(), message.house(), message.caseClass(), utc(message.dueAt()), utc(now),
					utc(sendAt));
		}
		catch (DuplicateKeyException ex) {
			// Whoever wrote it first has told it.
		}
	}

	/** The rows that are due, urgent ones first, at most this many. */
	@Transactional(readOnly = true)
	public List<UUID> due(Instant now, int limit) {
		return this.jdbc.query("""
				select id from outbox_message where next_attempt_at <= ?
				order by urgent desc, next_attempt_at limit ?""", (row, index) -> uuid(row.getBytes(1)), utc(now),
				limit);
	}

	/**
	 * Takes a due row for one attempt. The next attempt is planned in the same move, so
	 * that a row whose node dies is tried again; of those who reach for it at once, one
	 * gets it.
	 * @param patience how long the others wait before the row is due again
	 */
	@Transactional
	public Optional<OutboxMessage> claim(UUID id, Instant now, Instant again) {
		int claimed = this.jdbc.update("""
				update outbox_message set attempts = attempts + 1, next_attempt_at = ?
				where id = ? and next_attempt_at <= ?""", utc(again), bytes(id), utc(now));
		if (claimed == 0) {
			return Optional.empty();
		}
		return Optional.ofNullable(this.jdbc.queryForObject("select * from outbox_message where id = ?",
				(row, index) -> message(row), bytes(id)));
	}

	/** The receiver has taken it. */
	@Transactional
	public void sent(UUID id, Instant now) {
		this.jdbc.update("""
				update outbox_message set sent_at = ?, next_attempt_at = null, last_failure = null
				where id = ?""", utc(now), bytes(id));
	}

	/** The receiver has not taken it; it is tried again. */
	@Transactional
	public void failed(UUID id, String why, Instant again) {
		this.jdbc.update("update outbox_message set last_failure = ?, next_attempt_at = ? where id = ?", cut(why),
				utc(again), bytes(id));
	}

	/** It is not tried again. */
	@Transactional
	public void givenUp(UUID id, String why, Instant now) {
		this.jdbc.update("""
				update outbox_message set last_failure = ?, given_up_at = ?, next_attempt_at = null
				where id = ?""", cut(why), utc(now), bytes(id));
	}

	/** How many messages wait, be it for their hour or for another attempt. */
	@Transactional(readOnly = true)
	public long waiting() {
		return count("select count(*) from outbox_message where next_attempt_at is not null");
	}

	/** How many messages were given up from this moment on. */
	@Transactional(readOnly = true)
	public long givenUpSince(Instant from) {
		return count("select count(*) from outbox_message where given_up_at >= ?", utc(from));
	}

	private long count(String query, Object... values) {
		Long count = this.jdbc.queryForObject(query, Long.class, values);
		return (count != null) ? count : 0;
	}

	private static OutboxMessage message(ResultSet row) throws SQLException {
		LocalDateTime due = row.getObject("due_at", LocalDateTime.class);
		Message message = new Message(row.getString("event_key"), row.getString("office_id"), row.getString("role_id"),
				row.getBoolean("urgent"), row.getString("headline"), row.getString("case_number"),
				row.getString("house_number"), row.getString("case_class"),
				(due != null) ? due.toInstant(ZoneOffset.UTC) : null);
		return new OutboxMessage(uuid(row.getBytes("id")), message, ChannelKind.valueOf(row.getString("channel")),
				row.getInt("attempts"));
	}

	private static LocalDateTime utc(Instant moment) {
		return (moment != null) ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC) : null;
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

	private static UUID uuid(byte[] bytes) {
		ByteBuffer halves = ByteBuffer.wrap(bytes);
		return new UUID(halves.getLong(), halves.getLong());
	}

	private static String cut(String text) {
		return (text.length() > FAILURE_LENGTH) ? text.substring(0, FAILURE_LENGTH) : text;
	}

}
