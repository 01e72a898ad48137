package org.wuyeflow.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Receivers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * E-mails to owners on their way to a real mail server.
 */
@IntegrationTest
class OwnerMailIT {

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private final Receivers receivers = Receivers.running();

	@Autowired
	OwnerMail mail;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	@BeforeEach
	void itIsMondayMorning() {
		Desk.setClock(NOW);
	}

	@AfterEach
	void everythingIsUpAgain() {
		this.receivers.recover();
		ClockUtil.reset();
	}

	@Test
	void mailIsSentOnceAndThenForgotten() throws Exception {
		write("请您答复 A1");
		this.mail.sendDue();
		this.mail.sendDue();

		assertThat(this.receivers.mails("请您答复 A1")).singleElement().satisfies((sent) -> {
			assertThat(sent.getAllRecipients()[0]).hasToString("owner@example.com");
			assertThat((String) sent.getContent()).contains("https://wuye.example.com/consent/secret");
		});
		Map<String, Object> row = row("请您答复 A1");
		assertThat(row.get("address")).isNull();
		assertThat(row.get("mail_text")).isNull();
		assertThat(row.get("sent_at")).isNotNull();
	}

	@Test
	void mailOfAnUndoneTransactionIsNotSent() {
		assertThatThrownBy(() -> this.transaction.executeWithoutResult((status) -> {
			this.mail.send("cuihu", "owner@example.com", "请您答复 A2", "没有发生");
			throw new IllegalStateException("undone");
		})).hasMessage("undone");
		this.mail.sendDue();

		assertThat(this.receivers.mails("请您答复 A2")).isEmpty();
	}

	@Test
	void mailThatIsNotTakenIsTriedAgainAndGivenUpInTheEnd() {
		this.receivers.stopMail();
		write("请您答复 A3");
		Instant now = NOW;
		for (Duration gap : Dispatcher.GAPS) {
			this.mail.sendDue();
			assertThat(row("请您答复 A3").get("given_up_at")).isNull();
			now = now.plus(gap);
			Desk.setClock(now);
		}
		this.mail.sendDue();

		this.receivers.startMail();
		assertThat(row("请您答复 A3").get("given_up_at")).isNotNull();
		assertThat(row("请您答复 A3").get("mail_text")).isNull();
	}

	@Test
	void ownerIsToldOfAnEventOnce() throws Exception {
		assertThat(tell("DS-A4/notice/1", "有一件邮件 A4")).isTrue();
		assertThat(tell("DS-A4/notice/1", "有一件邮件 A4")).isFalse();
		this.mail.sendDue();
		assertThat(tell("DS-A4/notice/1", "有一件邮件 A4")).isFalse();
		this.mail.sendDue();

		assertThat(this.receivers.mails("有一件邮件 A4")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-02T12:59:00Z, 1", "2026-03-02T13:00:00Z, 0", "2026-03-02T23:59:00Z, 0",
			"2026-03-03T00:00:00Z, 1" })
	void nobodyIsWrittenToByNight(Instant now, int sent) throws Exception {
		String subject = "邮件A5-" + now.getEpochSecond();
		tell("DS-A5/notice/" + now, subject);
		Desk.setClock(now);
		this.mail.sendDue();

		assertThat(this.receivers.mails(subject)).hasSize(sent);
		Desk.setClock(NOW.plus(Duration.ofDays(1)));
		this.mail.sendDue();
		assertThat(this.receivers.mails(subject)).hasSize(1);
	}

	private boolean tell(String event, String subject) {
		return this.transaction
			.execute((status) -> this.mail.tell("cuihu", event, "owner@example.com", subject, "请来领取。\n"));
	}

	private void write(String subject) {
		this.transaction.executeWithoutResult((status) -> this.mail.send("cuihu", "owner@example.com", subject,
				"请打开 https://wuye.example.com/consent/secret\n"));
	}

	private Map<String, Object> row(String subject) {
		return this.jdbc.queryForMap("select * from owner_mail where subject = ?", subject);
	}

}
