package org.wuyeflow.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.mail.internet.MimeMessage;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Receivers;
import org.wuyeflow.support.Receivers.Posted;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A complaint that nobody handles: who is told, when, and of what.
 */
@IntegrationTest
class ComplaintMessagesIT {

	/** A Monday, 09:00 in Shanghai. */
	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final String[] PERSONAL = { "金丝雀", "13911112222", "无人应答的电梯", "轿厢里很黑", "请逐层检查" };

	private final Receivers receivers = Receivers.running();

	@Autowired
	ProcessEngine engine;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	private Case complaint;

	private String number;

	@BeforeEach
	void complaintIsLeftLying() {
		Desk.setClock(NOW);
		this.complaint = new Desk(this.engine).start("front-desk", "complaint-handling",
				Map.of("origin", "office", "channel", "visit", "complainantKind", "owner", "houseNumber", "3-2-1501",
						"complainantName", "金丝雀", "complainantPhone", "13911112222", "subject", "无人应答的电梯", "content",
						"轿厢里很黑", "apologised", true));
		this.complaint.complete("UserTask_ClassifyComplaint", Map.of("complaintValid", "yes", "judgedClass", "1",
				"judgedEffect", "normal", "department", "engineering", "opinion", "请逐层检查"));
		this.complaint.complete("UserTask_RecordServiceFailing",
				Map.of("responsiblePerson", "朱永刚", "measures", "逐层检查", "plannedOn", "2026-03-04"));
		this.complaint.complete("UserTask_HandleComplaint",
				Map.of("progress", "已联系", "nextStep", "continue", "complainantTold", true, "toldHow", "phone"));
		this.number = this.complaint.number();
	}

	@AfterEach
	void clockRunsAgain() {
		ClockUtil.reset();
	}

	@Test
	void departmentIsRemindedInItsWorkingHours() {
		goTo(NOW.plus(Duration.ofHours(36)));
		assertThat(said()).as("at 21:00").isEmpty();

		goTo(Instant.parse("2026-03-04T00:30:00Z"));
		assertThat(said()).hasSize(3)
			.allSatisfy(
					(text) -> assertThat(text).contains("投诉临近办结时限", this.number, "3-2-1501", "一类", "2026-03-04 09:00"));
	}

	@Test
	void nextSuperiorIsToldAtTheLimit() {
		goTo(NOW.plus(Duration.ofDays(2)).minus(Duration.ofMinutes(1)));
		assertThat(said()).noneMatch((text) -> text.contains("超过办结时限"));

		goTo(NOW.plus(Duration.ofDays(2)).plus(Duration.ofMinutes(1)));
		assertThat(this.complaint.openTasks()).contains("UserTask_SuperviseOverdueComplaint");
		assertThat(this.receivers.posted(Receivers.DINGTALK, this.number)).extracting(Posted::query)
			.contains("access_token=of-assistant-manager");
		assertThat(said()).filteredOn((text) -> text.contains("超过办结时限")).hasSize(1);
	}

	@Test
	void nothingPersonalIsInAMessageOrInTheOutbox() {
		goTo(NOW.plus(Duration.ofDays(2)).plus(Duration.ofMinutes(1)));

		List<Map<String, Object>> rows = this.transaction.execute(
				(status) -> this.jdbc.queryForList("select * from outbox_message where case_number = ?", this.number));
		assertThat(rows).hasSize(4);
		assertThat(rows.toString()).contains("3-2-1501").doesNotContain(PERSONAL);
		assertThat(said()).hasSize(4).allSatisfy((text) -> assertThat(text).doesNotContain(PERSONAL));
		assertThat(rows).extracting((row) -> row.get("event_key"))
			.containsOnly(this.number + "/RESULT/75/1/2026-03-03T06:15:00Z",
					this.number + "/RESULT/100/1/2026-03-04T01:00:00Z");
	}

	private void goTo(Instant moment) {
		Desk.setClock(moment);
		this.complaint.runDueTimers();
		this.dispatcher.sendDue();
	}

	private List<String> said() {
		List<String> said = new ArrayList<>();
		this.receivers.posted(Receivers.WECOM, this.number).forEach((one) -> said.add(one.body()));
		this.receivers.posted(Receivers.DINGTALK, this.number).forEach((one) -> said.add(one.body()));
		for (MimeMessage mail : this.receivers.mails(this.number)) {
			try {
				said.add(mail.getSubject() + "\n" + mail.getContent());
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
		return said;
	}

}
