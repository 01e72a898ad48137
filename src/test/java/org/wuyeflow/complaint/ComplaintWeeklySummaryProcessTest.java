package org.wuyeflow.complaint;

import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.wuyeflow.Refusal;
import org.wuyeflow.complaint.step.ComplaintSummaryProcess;
import org.wuyeflow.complaint.summary.ComplaintSummary;
import org.wuyeflow.complaint.summary.Figure;
import org.wuyeflow.complaint.summary.Rate;
import org.wuyeflow.complaint.summary.ReviewOutcome;
import org.wuyeflow.complaint.summary.SummaryService;
import org.wuyeflow.record.RecordStatus;
import org.wuyeflow.record.ledger.Ledger;
import org.wuyeflow.support.TakenFlows;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Weeks of an office one after the other, as the calendar brings them.
 */
@SpringBootTest(properties = { "camunda.bpm.job-execution.enabled=false",
		"spring.datasource.url=jdbc:h2:mem:complaint-weekly-summary;DB_CLOSE_DELAY=-1",
		"wuyeflow.data-dir=target/test-data" })
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComplaintWeeklySummaryProcessTest {

	private static final Map<String, Object> WRITTEN = Map.of("situation", "楼道照明集中报修", "improvement", "工程部每周巡检");

	@Autowired
	ProcessEngine engine;

	@Autowired
	SummaryService summaries;

	@Autowired
	ComplaintSummaryProcess process;

	@Autowired
	TakenFlows flows;

	@Autowired
	Ledger ledger;

	@Autowired
	@Qualifier("sealer")
	Object sealer;

	private SummaryTrial trial;

	private ComplaintTrial complaints;

	private Desk desk;

	@TestConfiguration
	static class Configuration {

		@Bean
		TakenFlows takenFlows() {
			return new TakenFlows();
		}

	}

	@BeforeEach
	void open() {
		this.trial = new SummaryTrial(this.engine, this.summaries);
		this.complaints = new ComplaintTrial(this.engine, "cuihu");
		this.desk = new Desk(this.engine);
	}

	@AfterEach
	void letTheClockRun() {
		ClockUtil.reset();
	}

	@AfterAll
	void everyElementOfTheModelWasReached() {
		this.trial.assertTaken(ComplaintSummaryProcess.WEEKLY, this.flows.ids());
	}

	@Test
	@Order(1)
	void weekIsSummedUpOnMondayAtNineWithTheFiguresOfSundayMidnight() {
		look("2026-11-09T08:00");
		Case carried = this.complaints.receive("2026-11-12T09:00");
		this.complaints.judge(carried, "2026-11-12T09:10", "engineering");
		Case before = this.complaints.settle("2026-11-13T10:00");
		Case reopened = this.complaints.receive("2026-11-10T09:00");
		this.complaints.judge(reopened, "2026-11-10T09:10", "engineering");
		this.complaints.result(reopened, "2026-11-10T09:20", "satisfied");
		this.complaints.file(reopened, "2026-11-11T09:00");
		look("2026-11-16T08:59");
		assertThat(running()).isEmpty();
		look("2026-11-16T09:00");
		String first = running().get(0);

		this.complaints.reopen(reopened, "2026-11-17T10:00");
		Case settled = this.complaints.settle("2026-11-16T10:00");
		this.complaints.result(carried, "2026-11-17T11:00", "satisfied");
		this.complaints.file(carried, "2026-11-18T09:00");
		Case outside = this.complaints.receive("2026-11-18T09:00", "origin", "government", "senderName", "街道办",
				"documentNumber", "街办〔2026〕7 号");
		Case refused = this.complaints.receive("2026-11-19T09:00");
		this.complaints.judge(refused, "2026-11-19T09:05", "cleaning");
		this.complaints.result(refused, "2026-11-19T09:20", "dissatisfied");
		Case invalid = this.complaints.receive("2026-11-20T16:00");
		this.complaints.judgeInvalid(invalid, "2026-11-22T23:59:59");
		Case after = this.complaints.receive("2026-11-23T00:00");
		this.complaints.result(refused, "2026-11-23T08:30", "accepted");
		this.complaints.file(refused, "2026-11-23T08:40");
		look("2026-11-23T08:59");
		assertThat(running()).containsExactly(first);
		look("2026-11-23T09:00");

		assertThat(running()).hasSize(2);
		ComplaintSummary summary = this.trial.summary(running().get(1));
		assertThat(summary.period().label()).isEqualTo("2026年11月16日至11月22日");
		assertFigure(summary, Figure.CARRIED, carried);
		assertFigure(summary, Figure.RECEIVED, settled, outside, refused, invalid);
		assertFigure(summary, Figure.REOPENED, reopened);
		assertFigure(summary, Figure.CLOSED, carried, settled);
		assertFigure(summary, Figure.OPEN, reopened, outside, refused, invalid);
		assertFigure(summary, Figure.TO_GOVERNMENT, outside);
		assertFigure(summary, Figure.TO_COMPANY);
		assertFigure(summary, Figure.ANSWERED_IN_TIME, settled, refused);
		assertFigure(summary, Figure.ANSWERED_LATE, outside, invalid);
		assertFigure(summary, Figure.LIMIT_KEPT);
		assertFigure(summary, Figure.LIMIT_MISSED, carried, reopened);
		assertFigure(summary, Figure.SATISFIED, carried);
		assertFigure(summary, Figure.ACCEPTED);
		assertFigure(summary, Figure.DISSATISFIED, refused);
		assertThat(Rate.SOLUTION.of(summary.figures())).isEqualTo("33.3%（2/6）");
		assertThat(summary.figuresBefore()).isEqualTo(this.trial.summary(first).figures());
		assertFigure(this.trial.summary(first), Figure.RECEIVED, carried, before, reopened);
		assertFigure(this.trial.summary(first), Figure.ANSWERED_LATE, carried);
		assertFigure(this.trial.summary(first), Figure.LIMIT_KEPT, reopened);
		assertThat(this.summaries.cases(summary)).noneMatch((one) -> one.complaintNumber().equals(after.number()));
		assertThat(this.trial.running(ComplaintSummaryProcess.WEEKLY, "jinmao")).isEmpty();
	}

	@Test
	@Order(2)
	void leadWritesItAssistantManagerReadsItOthersAreSentCopiesAndItIsFiled() {
		Case weekly = last();
		Desk.setClock(ComplaintTrial.at("2026-11-23T10:00"));
		assertThat(weekly.candidates("UserTask_PrepareWeeklySummary")).containsExactly("cs-lead");
		assertThat(weekly.task("UserTask_PrepareWeeklySummary").getDueDate())
			.isEqualTo(Date.from(ComplaintTrial.at("2026-11-23T17:30")));
		assertThatThrownBy(() -> weekly.complete("UserTask_PrepareWeeklySummary", WRITTEN)).rootCause()
			.isInstanceOfSatisfying(Refusal.class, (refusal) -> assertThat(refusal.status()).isEqualTo(400))
			.hasMessage("本期有 2 件投诉超过时限，请填写「超过时限的原因」。");
		Map<String, Object> whole = Map.of("situation", "楼道照明集中报修", "lateCauses", "灯具缺货", "improvement", "备足常用灯具");
		weekly.complete("UserTask_PrepareWeeklySummary", whole);
		assertThat(weekly.candidates("UserTask_ReadWeeklySummary")).containsExactly("assistant-manager");
		weekly.complete("UserTask_ReadWeeklySummary", SummaryTrial.RETURNED);
		assertThat(summary(weekly).reviewOutcome()).isEqualTo(ReviewOutcome.RETURNED);
		assertThat(summary(weekly).reviewRemark()).isEqualTo("请写明责任人");
		weekly.complete("UserTask_PrepareWeeklySummary", whole);
		weekly.complete("UserTask_ReadWeeklySummary", SummaryTrial.AGREED);

		ComplaintSummary filed = summary(weekly);
		assertThat(filed.recordStatus()).isEqualTo(RecordStatus.CLOSED);
		assertThat(filed.archivedAt()).isEqualTo(ComplaintTrial.at("2026-11-23T10:00"));
		assertThat(filed.copiedTo()).isEqualTo("公司副总经理、前台信息管理员");
		assertThat(filed.lateCauses()).isEqualTo("灯具缺货");
		assertThat(weekly.candidates("UserTask_AcknowledgeWeeklySummary")).containsExactly("vice-president");
		assertThat(weekly.candidates("UserTask_ReceiveWeeklySummary")).containsExactly("information-clerk");
		weekly.complete("UserTask_AcknowledgeWeeklySummary", Map.of("readingRemark", "请跟进缺货"));
		weekly.complete("UserTask_ReceiveWeeklySummary", Map.of());

		assertThat(weekly.ended()).isTrue();
		assertThat(weekly.ends()).containsExactly("EndEvent_VicePresidentInformed", "EndEvent_ClerkInformed");
		assertThat(summary(weekly).acknowledgements())
			.matches("2026-11-23 10:00 .+（公司副总经理）：请跟进缺货\n" + "2026-11-23 10:00 .+（前台信息管理员）阅知");
	}

	@Test
	@Order(3)
	void eachMissedWeekGetsItsOwnSummaryOnceAfterAnOutageOfThreeWeeks() {
		List<String> before = running();
		Case late = this.complaints.settle("2026-12-01T10:00");
		Case later = this.complaints.settle("2026-12-08T10:00");

		look("2026-12-14T09:00");
		look("2026-12-14T09:01");

		List<ComplaintSummary> caughtUp = running().stream()
			.filter((number) -> !before.contains(number))
			.map(this.trial::summary)
			.toList();
		assertThat(caughtUp).extracting((summary) -> summary.period().first().toString())
			.containsExactly("2026-11-23", "2026-11-30", "2026-12-07");
		assertThat(caughtUp).extracting((summary) -> summary.figures().of(Figure.RECEIVED)).containsExactly(1, 1, 1);
		assertFigure(caughtUp.get(1), Figure.RECEIVED, late);
		assertFigure(caughtUp.get(2), Figure.RECEIVED, later);
		assertFigure(caughtUp.get(1), Figure.CLOSED, late);
		assertThat(caughtUp.get(2).figuresBefore()).isEqualTo(caughtUp.get(1).figures());
		for (ComplaintSummary one : caughtUp) {
			assertThat(one.figures().of(Figure.CARRIED) + one.figures().of(Figure.RECEIVED)
					+ one.figures().of(Figure.REOPENED))
				.isEqualTo(one.figures().of(Figure.CLOSED) + one.figures().of(Figure.OPEN));
		}
	}

	@Test
	@Order(4)
	void weekThatEndsInTheNewYearIsSummedUpOnce() {
		look("2027-01-04T08:59");
		List<String> before = running();
		look("2027-01-04T09:00");

		assertThat(running()).hasSize(before.size() + 1);
		ComplaintSummary summary = this.trial.summary(running().get(running().size() - 1));
		assertThat(summary.period().label()).isEqualTo("2026年12月28日至2027年1月3日");
		assertThat(summary.dueExplanation()).contains("2027 年未导入节假日安排");
	}

	@Test
	@Order(5)
	void weekIsSummedUpByHandOnceAndOnlyWhenItIsOver() {
		Desk.setClock(ComplaintTrial.at("2027-01-05T09:00"));
		assertThatThrownBy(() -> byHand("cs-lead", "2026-11-18")).isInstanceOf(Refusal.class)
			.hasMessageMatching("2026年11月16日至11月22日的周汇总已经有了，编号 TH-2026-\\d{5}，不再另做。");
		assertThatThrownBy(() -> byHand("cs-lead", "2027-01-05")).isInstanceOf(Refusal.class)
			.hasMessage("2027年1月4日至1月10日还没有过完，过完才能汇总。");
		assertThatThrownBy(() -> byHand("cs-lead-jinmao", "2026-11-18")).isInstanceOf(Refusal.class)
			.hasMessageContaining("没有适用于这件事的规则");
		assertThatThrownBy(() -> byHand("front-desk", "2026-11-04")).isInstanceOf(AuthorizationException.class);

		Case older = byHand("cs-lead", "2026-11-04");

		ComplaintSummary summary = summary(older);
		assertThat(summary.period().label()).isEqualTo("2026年11月2日至11月8日");
		assertThat(this.summaries.cases(summary)).isEmpty();
		assertThat(Rate.ANSWER.of(summary.figures())).isEqualTo("–");
		look("2027-01-05T09:01");
		assertThat(running().stream().filter((number) -> number.equals(older.number()))).hasSize(1);
	}

	@Test
	@Order(6)
	void whatHappensToItsCasesLaterDoesNotChangeAFrozenSummary() {
		ComplaintSummary summary = this.trial.summary(last().number());
		assertThat(this.trial.behind(summary, Figure.OPEN)).hasSize(4);
	}

	@Test
	@Order(7)
	void summaryBearsTheFingerprintOfTheLedgerOfItsDay() {
		ReflectionTestUtils.invokeMethod(this.sealer, "seal");
		Ledger.Head head = this.ledger.head().orElseThrow();
		List<String> before = running();
		look("2027-01-11T09:00");

		List<String> fingerprints = running().stream()
			.filter((number) -> !before.contains(number))
			.map((number) -> this.trial.summary(number).ledgerHead())
			.toList();
		assertThat(fingerprints).singleElement()
			.asString()
			.matches("第 \\d+ 块，共 \\d+ 项，指纹 [0-9a-f]{32}，密钥 [0-9a-f]{16}")
			.satisfies((line) -> assertThat(Long.parseLong(line.split(" ")[1])).isGreaterThanOrEqualTo(head.block()));
	}

	private Case byHand(String user, String day) {
		return this.desk.start(user, ComplaintSummaryProcess.WEEKLY, Map.of("summaryDay", day));
	}

	private void look(String at) {
		Desk.setClock(ComplaintTrial.at(at));
		this.process.startDue();
	}

	private List<String> running() {
		return this.trial.running(ComplaintSummaryProcess.WEEKLY, "cuihu");
	}

	/** The instance for the week of 2026-11-16. */
	private Case last() {
		return this.desk.find(this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processDefinitionKey(ComplaintSummaryProcess.WEEKLY)
			.list()
			.stream()
			.filter((instance) -> this.trial.summary(instance.getBusinessKey())
				.period()
				.first()
				.toString()
				.equals("2026-11-16"))
			.findFirst()
			.orElseThrow()
			.getBusinessKey());
	}

	private ComplaintSummary summary(Case running) {
		return this.trial.summary(running.number());
	}

	private void assertFigure(ComplaintSummary summary, Figure figure, Case... complaints) {
		assertThat(this.trial.behind(summary, figure)).as(figure.label())
			.containsExactlyInAnyOrder(java.util.Arrays.stream(complaints).map(Case::number).toArray(String[]::new));
	}

}
