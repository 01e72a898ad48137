package org.wuyeflow.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.internet.MimeMessage;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Receivers;
import org.wuyeflow.support.Receivers.Posted;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Messages on their way to a real mail server and to real web receivers.
 */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class NotifyIT {

	/** A Monday, 09:00 in Shanghai. */
	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final Instant DUE = Instant.parse("2026-03-04T06:05:00Z");

	private static final AtomicInteger COUNTER = new AtomicInteger();

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Receivers receivers = Receivers.running();

	private final String number = "XN-2026-%05d".formatted(COUNTER.incrementAndGet());

	@Autowired
	Notifications notifications;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	NotifyHealth health;

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
	void mailIsPlainChineseText() throws Exception {
		tell(urgent("engineering"));
		this.dispatcher.sendDue();

		MimeMessage mail = this.receivers.mails(this.number).get(0);
		assertThat(mail.getSubject()).isEqualTo("【紧急】投诉已超过办结时限，请督办（" + this.number + "）");
		assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
		assertThat(mail.getHeader("Subject", null)).as("encoded for the way").isASCII();
		assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(Receivers.MAILBOX);
		assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("wuyeflow@example.com");
		assertThat(((String) mail.getContent()).lines()).contains("编号：" + this.number, "房号：3-2-1501", "类别：一类",
				"应完成时间：2026-03-04 14:05");
		assertThat((String) mail.getContent()).contains("https://wuye.example.com/camunda/app/tasklist/")
			.doesNotContain("{number}");
	}

	@Test
	void robotsGetTheirOwnShapes() throws Exception {
		tell(urgent("engineering"));
		this.dispatcher.sendDue();

		Posted toWecom = onlyPosted(Receivers.WECOM);
		JsonNode wecom = JSON.readTree(toWecom.body());
		assertThat(toWecom.query()).isEqualTo("key=secret-of-wecom");
		assertThat(toWecom.type()).startsWith("application/json");
		assertThat(wecom.path("msgtype").asText()).isEqualTo("markdown");
		assertThat(wecom.at("/markdown/content").asText()).contains("投诉已超过办结时限", "房号：3-2-1501",
				"(https://wuye.example.com/");
		JsonNode dingtalk = JSON.readTree(onlyPosted(Receivers.DINGTALK).body());
		assertThat(dingtalk.path("msgtype").asText()).isEqualTo("markdown");
		assertThat(dingtalk.at("/markdown/title").asText()).contains(this.number);
		assertThat(dingtalk.at("/markdown/text").asText()).contains("应完成时间：2026-03-04 14:05");
	}

	@Test
	void eventThatIsToldTwiceGoesOutOnce() {
		tell(urgent("engineering"));
		this.dispatcher.sendDue();
		tell(urgent("engineering"));
		this.dispatcher.sendDue();

		assertThat(rows()).isEqualTo(3);
		assertThat(this.receivers.mails(this.number)).hasSize(1);
		onlyPosted(Receivers.WECOM);
		onlyPosted(Receivers.DINGTALK);
	}

	@Test
	void eventToldByManyAtOnceGoesOutOnce() throws Exception {
		atOnce(6, () -> tell(urgent("assistant-manager")));
		this.dispatcher.sendDue();

		assertThat(rows()).isOne();
		onlyPosted(Receivers.DINGTALK);
	}

	@Test
	void nothingLeavesBeforeTheCommitAndNothingAfterARollback() {
		this.transaction.executeWithoutResult((status) -> {
			this.notifications.tell(urgent("engineering"));
			status.setRollbackOnly();
		});
		this.dispatcher.sendDue();

		assertThat(rows()).isZero();
		assertThat(this.receivers.mails(this.number)).isEmpty();
		assertThatThrownBy(() -> this.notifications.tell(urgent("engineering")))
			.isInstanceOf(IllegalTransactionStateException.class);
	}

	@Test
	void roleWithoutAnAddressLeavesNoRow() {
		tell(urgent("greening"));

		assertThat(rows()).isZero();
	}

	@Test
	void mailServerThatIsDownGetsTheMessageWhenItIsUp() {
		this.receivers.stopMail();
		try {
			tell(urgent("engineering"));
			this.dispatcher.sendDue();
			onlyPosted(Receivers.WECOM);
			assertThat(failure("EMAIL")).contains("mail server").doesNotContain(Receivers.MAILBOX);
		}
		finally {
			this.receivers.startMail();
		}

		Desk.setClock(NOW.plus(Duration.ofSeconds(59)));
		this.dispatcher.sendDue();
		assertThat(this.receivers.mails(this.number)).isEmpty();
		Desk.setClock(NOW.plus(Duration.ofSeconds(61)));
		this.dispatcher.sendDue();
		assertThat(this.receivers.mails(this.number)).hasSize(1);
		onlyPosted(Receivers.WECOM);
		this.dispatcher.sendDue();
		assertThat(this.receivers.mails(this.number)).hasSize(1);
	}

	@Test
	void robotThatAnswersNoIsAskedAgain(CapturedOutput log) {
		this.receivers.answer(Receivers.WECOM, 200, "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
		this.receivers.answer(Receivers.DINGTALK, 200, "<html>");
		tell(urgent("engineering"));
		this.dispatcher.sendDue();

		assertThat(failure("WECOM")).contains("45009");
		assertThat(failure("DINGTALK")).isNotNull();
		assertThat(log.getAll()).contains(this.number, "45009").doesNotContain("secret-of-");
		this.receivers.recover();
		Desk.setClock(NOW.plus(Duration.ofMinutes(2)));
		this.dispatcher.sendDue();
		assertThat(this.receivers.posted(Receivers.WECOM, this.number)).hasSize(2);
		assertThat(waiting()).isZero();
	}

	@Test
	void robotThatNeverAnswersIsLeftAfterFiveSeconds() {
		this.receivers.answer(Receivers.DINGTALK, 200, null);
		tell(urgent("assistant-manager"));
		long before = System.nanoTime();
		this.dispatcher.sendDue();

		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
		assertThat(failure("DINGTALK")).contains("Timeout");
	}

	@Test
	void twoDispatchersSendEachMessageOnce() throws Exception {
		List<Message> many = IntStream.range(0, 20).mapToObj((index) -> message(index, "assistant-manager")).toList();
		many.forEach(this::tell);
		atOnce(2, this.dispatcher::sendDue);

		assertThat(this.receivers.posted(Receivers.DINGTALK, this.number)).hasSize(20);
		assertThat(waiting()).isZero();
	}

	@Test
	void rowOfANodeThatDiedIsTakenByAnother() {
		tell(urgent("assistant-manager"));
		this.transaction.executeWithoutResult((status) -> this.jdbc.update(
				"update outbox_message set attempts = 1, next_attempt_at = ? where case_number = ?",
				java.time.LocalDateTime.parse("2026-03-02T01:02:00"), this.number));
		this.dispatcher.sendDue();
		assertThat(this.receivers.posted(Receivers.DINGTALK, this.number)).isEmpty();

		Desk.setClock(NOW.plus(Duration.ofMinutes(2)));
		this.dispatcher.sendDue();
		onlyPosted(Receivers.DINGTALK);
	}

	@Test
	void afterADayItIsGivenUpLoudly(CapturedOutput log) {
		this.receivers.answer(Receivers.DINGTALK, 500, "");
		tell(urgent("assistant-manager"));
		Instant moment = NOW;
		for (Duration gap : Dispatcher.GAPS) {
			this.dispatcher.sendDue();
			assertThat(log.getAll())
				.doesNotContain(this.number + "/0 to assistant-manager of cuihu by DINGTALK given up");
			moment = moment.plus(gap);
			Desk.setClock(moment);
		}
		this.dispatcher.sendDue();

		assertThat(Duration.between(NOW, moment)).isGreaterThan(Duration.ofDays(1));
		assertThat(this.receivers.posted(Receivers.DINGTALK, this.number)).hasSize(8);
		assertThat(log.getAll()).contains(this.number + "/0 to assistant-manager of cuihu by DINGTALK given up");
		assertThat((Long) this.health.health().getDetails().get("givenUpWithinAWeek")).isPositive();
		assertThat(waiting()).isZero();
	}

	@Test
	void whatCanWaitIsNotSentAtNight() {
		Desk.setClock(Instant.parse("2026-03-02T10:00:00Z"));
		tell(new Message(this.number + "/0", "cuihu", "assistant-manager", false, "投诉临近办结时限", this.number, null, null,
				null));
		this.dispatcher.sendDue();
		Desk.setClock(Instant.parse("2026-03-03T00:29:00Z"));
		this.dispatcher.sendDue();
		assertThat(this.receivers.posted(Receivers.DINGTALK, this.number)).isEmpty();

		Desk.setClock(Instant.parse("2026-03-03T00:30:00Z"));
		this.dispatcher.sendDue();
		assertThat(onlyPosted(Receivers.DINGTALK).body()).doesNotContain("紧急", "房号", "null");
	}

	private Message urgent(String role) {
		return message(0, role);
	}

	private Message message(int event, String role) {
		return new Message(this.number + "/" + event, "cuihu", role, true, "投诉已超过办结时限，请督办", this.number, "3-2-1501",
				"一类", DUE);
	}

	private void tell(Message message) {
		this.transaction.executeWithoutResult((status) -> this.notifications.tell(message));
	}

	private Posted onlyPosted(String path) {
		List<Posted> posted = this.receivers.posted(path, this.number);
		assertThat(posted).hasSize(1);
		return posted.get(0);
	}

	private long rows() {
		return count("select count(*) from outbox_message where case_number = ?");
	}

	private long waiting() {
		return count("select count(*) from outbox_message where sent_at is null and given_up_at is null"
				+ " and case_number = ?");
	}

	private long count(String query) {
		return this.transaction.execute((status) -> this.jdbc.queryForObject(query, Long.class, this.number));
	}

	private String failure(String channel) {
		Map<String, Object> row = this.transaction.execute((status) -> this.jdbc.queryForMap(
				"select last_failure from outbox_message where case_number = ? and channel = ?", this.number, channel));
		return (String) row.get("last_failure");
	}

	private static void atOnce(int threads, Runnable work) throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		try {
			CyclicBarrier barrier = new CyclicBarrier(threads);
			List<? extends Future<?>> running = IntStream.range(0, threads).mapToObj((index) -> pool.submit(() -> {
				barrier.await();
				work.run();
				return null;
			})).toList();
			for (Future<?> one : running) {
				one.get();
			}
		}
		finally {
			pool.shutdownNow();
		}
	}

}
