package org.wuyeflow.complaint;

import java.util.Date;
import java.util.List;
import java.util.Map;

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
import org.wuyeflow.complaint.summary.SummaryService;
import org.wuyeflow.notice.Notice;
import org.wuyeflow.notice.NoticeBoard;
import org.wuyeflow.record.RecordStatus;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Months of both offices one after the other, as the calendar brings them.
 */
@SpringBootTest(properties = { "camunda.bpm.job-execution.enabled=false",
		"spring.datasource.url=jdbc:h2:mem:complaint-monthly-summary;DB_CLOSE_DELAY=-1",
		"wuyeflow.data-dir=target/test-data" })
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComplaintMonthlySummaryProcessTest {

	@Autowired
	ProcessEngine engine;

	@Autowired
	SummaryService summaries;

	@Autowired
	ComplaintSummaryProcess process;

	@Autowired
	NoticeBoard board;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TakenFlows flows;

	private SummaryTrial trial;

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
		this.desk = new Desk(this.engine);
	}

	@AfterEach
	void letTheClockRun() {
		ClockUtil.reset();
	}

	@AfterAll
	void everyElementOfTheModelWasReached() {
		this.trial.assertTaken(ComplaintSummaryProcess.MONTHLY, this.flows.ids());
	}

	@Test
	@Order(1)
	void monthIsSummedUpForBothOfficesFromTheFirstOn() {
		look("2026-09-10T08:00");
		Case complaint = new ComplaintTrial(this.engine, "cuihu").settle("2026-09-11T10:00");
		look("2026-09-30T23:59:59");
		assertThat(running("cuihu")).isEmpty();
		look("2026-10-01T00:00");

		ComplaintSummary cuihu = this.trial.summary(running("cuihu").get(0));
		assertThat(running("cuihu")).hasSize(1);
		assertThat(running("jinmao")).hasSize(1);
		assertThat(cuihu.period().label()).isEqualTo("2026年9月");
		assertThat(this.trial.behind(cuihu, Figure.RECEIVED)).containsExactly(complaint.number());
		assertThat(this.summaries.cases(this.trial.summary(running("jinmao").get(0)))).isEmpty();
		assertThat(cuihu.dueAt()).isEqualTo(ComplaintTrial.at("2026-10-08T17:30"));
		assertThat(cuihu.dueExplanation()).contains("顺延到 2026-10-08");
	}

	@Test
	@Order(2)
	void assistantPreparesManagerApprovesAndEverybodyReadsItOnTheBoard() {
		Desk.setClock(ComplaintTrial.at("2026-10-08T10:00"));
		Case monthly = this.desk.find(running("cuihu").get(0));
		assertThat(monthly.candidates("UserTask_PrepareMonthlySummary")).containsExactly("cs-assistant");
		assertThat(monthly.task("UserTask_PrepareMonthlySummary").getDueDate())
			.isEqualTo(Date.from(ComplaintTrial.at("2026-10-08T17:30")));
		monthly.complete("UserTask_PrepareMonthlySummary", written("楼道灯已全部检修。"));
		assertThat(monthly.candidates("UserTask_ApproveMonthlySummary")).containsExactly("office-manager");
		monthly.complete("UserTask_ApproveMonthlySummary", SummaryTrial.RETURNED);
		assertThat(this.board.ofCase(monthly.number())).isEmpty();
		monthly.complete("UserTask_PrepareMonthlySummary", written("楼道灯已全部检修。\n欢迎监督。"));
		monthly.complete("UserTask_ApproveMonthlySummary", SummaryTrial.AGREED);

		assertThat(monthly.ends()).containsExactly("EndEvent_MonthlySummaryArchived");
		ComplaintSummary filed = this.trial.summary(monthly.number());
		assertThat(filed.recordStatus()).isEqualTo(RecordStatus.CLOSED);
		assertThat(filed.copiedTo()).isNull();
		Notice notice = this.board.ofCase(monthly.number()).get(0);
		assertThat(notice.title()).isEqualTo("2026年9月顾客投诉及处理情况");
		assertThat(notice.validFrom()).isEqualTo("2026-10-08");
		assertThat(notice.validTo()).isEqualTo("2026-11-06");
		assertThat(notice.paragraphs()).containsExactly("各位业主、顾客：", "2026年9月，本管理处收到投诉 1 件；办结 1 件，期末正在处理 0 件。",
				"收到的投诉中，当场解决 1 件。", "响应率 100%（1/1），解决率 100%（1/1），满意率 –。", "楼道灯已全部检修。", "欢迎监督。",
				"感谢您的监督。如有意见，请向客户服务中心提出。");
	}

	@Test
	@Order(3)
	void editionSuggestionSendsTheCompanyACopy() {
		Desk.setClock(ComplaintTrial.at("2026-10-08T11:00"));
		Case monthly = this.desk.find(running("jinmao").get(0));
		monthly.complete("UserTask_PrepareMonthlySummary", Map.of("situation", "没有投诉", "improvement", "无"));
		monthly.complete("UserTask_ApproveMonthlySummary", SummaryTrial.AGREED);
		assertThat(this.trial.summary(monthly.number()).copiedTo()).isEqualTo("公司相关部门");
		assertThat(monthly.candidates("UserTask_AcknowledgeMonthlySummary")).containsExactly("company-department");
		monthly.complete("UserTask_AcknowledgeMonthlySummary", Map.of());

		assertThat(monthly.ends()).containsExactly("EndEvent_CompanyInformed");
		assertThat(this.board.ofCase(monthly.number()).get(0).paragraphs())
			.contains("2026年9月，本管理处没有收到投诉；办结 0 件，期末正在处理 0 件。");
	}

	@Test
	@Order(4)
	void whatWouldNameACustomerIsRefusedBeforeItIsPublished() {
		look("2026-11-01T00:00");
		Case monthly = this.desk.find(running("cuihu").get(0));
		String customer = this.jdbc
			.queryForObject("select name from customer where office_id = 'cuihu' order by name limit 1", String.class);
		for (String statement : List.of("已回访" + customer + "。", "请拨打 13800138000。", "3-2-1501 的渗水已修好。", "3栋2单元1501渗水。",
				"已退 1501 室押金。", "身份证 440301199001011234。")) {
			assertThatThrownBy(() -> monthly.complete("UserTask_PrepareMonthlySummary", written(statement)))
				.as(statement)
				.rootCause()
				.isInstanceOfSatisfying(Refusal.class, (refusal) -> assertThat(refusal.status()).isEqualTo(400))
				.hasMessageStartingWith("「向业主说明」要对外公布，不能写个人信息");
		}
		monthly.complete("UserTask_PrepareMonthlySummary", written("2026-10-08 起检修 3-2-15** 一侧电梯，预算 1200 元，投诉下降 50%。"));
		assertThat(monthly.openTasks()).containsExactly("UserTask_ApproveMonthlySummary");
	}

	@Test
	@Order(5)
	void monthIsSummedUpByHandByTheAssistantOnceItIsOver() {
		Desk.setClock(ComplaintTrial.at("2026-11-02T09:00"));
		Case older = this.desk.start("cs-assistant-jinmao", ComplaintSummaryProcess.MONTHLY,
				Map.of("summaryDay", "2026-08-31"));
		assertThat(this.trial.summary(older.number()).period().label()).isEqualTo("2026年8月");
		assertThatThrownBy(() -> this.desk.start("cs-assistant-jinmao", ComplaintSummaryProcess.MONTHLY,
				Map.of("summaryDay", "2026-08-01")))
			.isInstanceOf(Refusal.class)
			.hasMessage("2026年8月的月汇总已经有了，编号 " + older.number() + "，不再另做。");
		assertThatThrownBy(() -> this.desk.start("cs-assistant-jinmao", ComplaintSummaryProcess.MONTHLY,
				Map.of("summaryDay", "2026-11-01")))
			.isInstanceOf(Refusal.class)
			.hasMessage("2026年11月还没有过完，过完才能汇总。");
	}

	private static Map<String, Object> written(String statement) {
		return Map.of("situation", "照明报修", "improvement", "每周巡检", "publicStatement", statement);
	}

	private void look(String at) {
		Desk.setClock(ComplaintTrial.at(at));
		this.process.startDue();
	}

	private List<String> running(String office) {
		return this.trial.running(ComplaintSummaryProcess.MONTHLY, office);
	}

}
