package org.wuyeflow.notify;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyeflow.Refusal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * E-mails to owners. A mail is written down in the running transaction and sent when that
 * has committed; address and text are erased as soon as it is sent or given up.
 */
@Service
public class OwnerMail {

	private static final Logger logger = LoggerFactory.getLogger(OwnerMail.class);

	private static final int BATCH = 20;

	private static final LocalTime MORNING = LocalTime.of(8, 0);

	private static final LocalTime EVENING = LocalTime.of(21, 0);

	private final JdbcTemplate jdbc;

	private final JavaMailSender sender;

	private final String from;

	private final TransactionOperations transaction;

	private final Clock clock;

	OwnerMail(JdbcTemplate jdbc, ObjectProvider<JavaMailSender> sender, NotifySettings settings,
			TransactionOperations transaction, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.sender = sender.getIfAvailable();
		this.from = settings.from();
		this.clock = clock;
	}

	/**
	 * Writes a mail down that somebody at the counter has asked for.
	 * @param office the office's id
	 * @param to the owner's address, up to 100 characters
	 * @param subject up to 100 characters
	 * @param text the mail, up to 2,000 characters
	 * @throws Refusal (409) where this installation sends no mail
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void send(String office, String to, String subject, String text) {
		if (!sends()) {
			throw Refusal.conflict("系统还没有设置发信邮箱，不能发邮件；请让业主扫二维码，或请系统管理员设置。");
		}
		write(office, null, to, subject, text);
	}

	/**
	 * Writes a mail down that tells an owner of an event; it leaves by day. Does nothing
	 * where this installation sends no mail, or the event was told of before.
	 * @param office the office's id
	 * @param event names the event for ever, up to 120 characters
	 * @param to the owner's address, up to 100 characters
	 * @param subject up to 100 characters
	 * @param text the mail, up to 2,000 characters
	 * @return whether a mail was written
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean tell(String office, String event, String to, String subject, String text) {
		if (!sends() || this.jdbc.queryForObject("select count(*) from owner_mail where event_key = ?", Integer.class,
				event) > 0) {
			return false;
		}
		write(office, event, to, subject, text);
		return true;
	}

	private boolean sends() {
		return this.sender != null && this.from != null && !this.from.isBlank();
	}

	private void write(String office, String event, String to, String subject, String text) {
		this.jdbc.update("""
				insert into owner_mail (id, office_id, event_key, address, subject, mail_text, written_at, attempts,
					next_attempt_at) values (?, ?, ?, ?, ?, ?, ?, 0, ?)""", bytes(UUID.randomUUID()), office, event, to,
				subject, text, now(), now());
	}

	/**
	 * Sends each mail that is due once; of several nodes, one sends it. By night only
	 * those are sent that somebody waits for. Called from outside of a transaction.
	 */
	void sendDue() {
		List<byte[]> due = this.transaction
			.execute((status) -> this.jdbc.queryForList("select id from owner_mail where next_attempt_at <= ?"
					+ (night() ? " and event_key is null" : "") + " order by next_attempt_at limit " + BATCH,
					byte[].class, now()));
		due.forEach(this::attempt);
	}

	private boolean night() {
		LocalTime time = LocalTime.now(this.clock);
		return time.isBefore(MORNING) || !time.isBefore(EVENING);
	}

	private void attempt(byte[] id) {
		Claim claim = this.transaction.execute((status) -> claim(id));
		if (claim == null) {
			return;
		}
		try {
			this.sender.send(claim.mail());
			erase(id, "sent_at");
		}
		catch (MailException ex) {
			logger.warn("A mail to an owner was not taken (attempt {}): {}", claim.attempt(),
					DeliveryFailure.of("the mail server did not take it", ex).getMessage());
			if (claim.attempt() > Dispatcher.GAPS.size()) {
				erase(id, "given_up_at");
			}
		}
	}

	private Claim claim(byte[] id) {
		LocalDateTime now = now();
		Claim claim = this.jdbc.queryForObject("""
				select attempts, address, subject, mail_text from owner_mail where id = ?""", (row,
				index) -> new Claim(row.getInt(1) + 1, mail(row.getString(2), row.getString(3), row.getString(4))), id);
		Duration gap = Dispatcher.GAPS.get(Math.min(claim.attempt(), Dispatcher.GAPS.size()) - 1);
		int claimed = this.jdbc.update("""
				update owner_mail set attempts = ?, next_attempt_at = ?
				where id = ? and attempts = ? and next_attempt_at <= ?""", claim.attempt(), now.plus(gap), id,
				claim.attempt() - 1, now);
		return (claimed == 1) ? claim : null;
	}

	private SimpleMailMessage mail(String to, String subject, String text) {
		SimpleMailMessage mail = new SimpleMailMessage();
		mail.setFrom(this.from);
		mail.setTo(to);
		mail.setSubject(subject);
		mail.setText(text);
		return mail;
	}

	private void erase(byte[] id, String column) {
		this.transaction
			.executeWithoutResult((status) -> this.jdbc.update(
					"update owner_mail set " + column
							+ " = ?, address = null, mail_text = null, next_attempt_at = null where id = ?",
					now(), id));
	}

	private LocalDateTime now() {
		Instant now = this.clock.instant();
		return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

	/**
	 * A mail to be tried now.
	 *
	 * @param attempt how often it was tried, this time included
	 * @param mail what is sent
	 */
	private record Claim(int attempt, SimpleMailMessage mail) {
	}

}
