package org.wuyeflow.complaint;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.EntityManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.CalendarBook;
import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.DeadlineEntry;
import org.wuyeflow.deadline.LedgerKind;
import org.wuyeflow.deadline.OfficeHours;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.record.DutyLogEntry;
import org.wuyeflow.record.QualityRecord;
import org.wuyeflow.record.RecordStatus;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;
import org.wuyeflow.support.TakenFlows;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The whole process as the sample's staff do it, through the real forms and onto the real
 * records. Each test overrides one answer of {@link #answers}; together they take every
 * flow of the model.
 */
@SpringBootTest(properties = { "camunda.bpm.job-execution.enabled=false",
		"spring.datasource.url=jdbc:h2:mem:complaint-handling;DB_CLOSE_DELAY=-1",
		"wuyeflow.data-dir=target/test-data" })
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintHandlingProcessTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	@Autowired
	ProcessEngine engine;

	@Autowired
	ComplaintService complaints;

	@Autowired
	CaseDeadlines deadlines;

	@Autowired
	CalendarBook calendar;

	@Autowired
	EntityManager entities;

	@Autowired
	TakenFlows flows;

	private final Set<String> visited = new TreeSet<>();

	private final Map<String, Map<String, Object>> answers = new HashMap<>();

	private Desk desk;

	private String office;

	private Case running;

	@TestConfiguration
	static class Configuration {

		@Bean
		TakenFlows takenFlows() {
			return new TakenFlows();
		}

	}

	@BeforeEach
	void everybodyAnswersAsUsual() {
		Desk.setClock(NOW);
		this.desk = new Desk(this.engine);
		this.office = "cuihu";
		this.answers.clear();
		usually("StartEvent_ComplaintReceived", "channel", "visit", "origin", "office", "complainantKind", "owner",
				"houseNumber", "3-2-1501", "complainantName", "张三", "complainantPhone", "13800138000", "subject",
				"电梯停运", "content", "二单元电梯停了两天。", "apologised", true);
		usually("UserTask_AcknowledgeSettlement", "settlementAccepted", "yes");
		usually("UserTask_DirectOutsideComplaint", "judgedClass", "1", "judgedEffect", "large", "department",
				"engineering", "opinion", "请工程部三日内处理", "limitAt", local(NOW.plus(Duration.ofDays(3))));
		usually("UserTask_ClassifyComplaint", "complaintValid", "yes", "judgedClass", "1", "judgedEffect", "normal",
				"department", "engineering", "opinion", "请工程部尽快维修");
		usually("UserTask_ExplainInvalidComplaint", "explanation", "已耐心说明", "toldHow", "phone", "explanationAccepted",
				"accepted");
		usually("UserTask_RecordServiceFailing", "responsiblePerson", "朱永刚", "measures", "联系维保单位", "plannedOn",
				"2026-03-04");
		usually("UserTask_RecordHouseDefect", "defectPlace", "客厅外墙", "defect", "渗水", "customerWish", "尽快修好");
		usually("UserTask_RecordOutsideMatter", "authority", "市政排水所", "dutyNote", "小区外马路积水");
		usually("UserTask_ReportToDeveloper", "reportNumber", "BG-1", "reportRecipient", "地产客户服务中心", "reportText",
				"外墙渗水报告");
		usually("UserTask_ForwardToDeveloper", "forwardedTo", "发展商工程部");
		usually("UserTask_WriteSpecialReport", "reportNumber", "ZT-1", "reportRecipient", "街道办", "reportText",
				"积水专题报告");
		usually("UserTask_HandleComplaint", "progress", "已修复", "nextStep", "result", "result", "电梯恢复运行");
		usually("UserTask_TellResult", "toldHow", "phone", "complainantAnswer", "satisfied");
		usually("UserTask_DecideDifficultComplaint", "authorityDecision", "opinion", "opinion", "请维保单位驻场", "limitAt",
				local(NOW.plus(Duration.ofDays(5))));
		usually("UserTask_DecideUnresolvedComplaint", "opinion", "由公司协调", "limitAt",
				local(NOW.plus(Duration.ofDays(6))), "department", "assistant-manager");
		usually("UserTask_VerifyResult", "resultVerified", "yes", "verification", "现场查看，已恢复");
		usually("UserTask_SuperviseOverdueComplaint", "instruction", "请今日办结");
		usually("UserTask_SuperviseLongOverdueComplaint", "instruction", "请副总经理协调");
		usually("UserTask_SuperviseFirstAnswer", "instruction", "请马上答复");
		usually("UserTask_DecideExtension", "extensionDecision", "approved", "extensionOpinion", "同意");
		usually("UserTask_TellExtension", "toldHow", "phone");
		usually("UserTask_AwaitOthers", "resumeNote", "发展商已回函");
		usually("UserTask_AnswerSender", "answerNumber", "FH-1", "answerText", "已处理完毕");
		usually("UserTask_ReadOutsideReport");
		usually("UserTask_PublishResult", "publication", "积水已排除", "publishedWhere", "小区公告栏");
		usually("UserTask_FileForm", "originalPlace", "二号柜", "copiesDelivered", true);
		usually("UserTask_RevisitComplainant", "toldHow", "phone", "revisitResult", "confirmed", "revisitRemark",
				"没有再停");
		usually("UserTask_ProposeCompensation", "compensationFacts", "被困电梯", "compensationProposed", 300,
				"compensationProposal", "减免物业费");
		usually("UserTask_DecideCompensation", "compensationDecision", "agreed", "compensationOpinion", "同意");
		usually("UserTask_FollowCompensation", "compensationProgress", "已与业主商定", "reportedTo",
				List.of("office-manager"), "compensationNext", "settled", "compensationPaid", 300);
	}

	@AfterEach
	void rememberWhereItWent() {
		this.engine.getHistoryService()
			.createHistoricActivityInstanceQuery()
			.finished()
			.unlimitedList()
			.forEach((instance) -> this.visited.add(instance.getActivityId()));
		ClockUtil.reset();
	}

	@AfterAll
	void everyElementOfTheModelWasReached() {
		var model = this.engine.getRepositoryService()
			.getBpmnModelInstance(this.engine.getRepositoryService()
				.createProcessDefinitionQuery()
				.processDefinitionKey("complaint-handling")
				.latestVersion()
				.singleResult()
				.getId());
		assertThat(model.getModelElementsByType(FlowNode.class)).extracting(FlowElement::getId)
			.filteredOn((id) -> !this.visited.contains(id))
			.isEmpty();
		assertThat(model.getModelElementsByType(SequenceFlow.class)).extracting(FlowElement::getId)
			.filteredOn((id) -> !this.flows.ids().contains(id))
			.isEmpty();
	}

	@Test
	void complaintSettledOnTheSpotIsRecordedReadAndDone() {
		answer("StartEvent_ComplaintReceived", "settledAtOnce", true, "settlement", "当场复位");

		Case ended = walkToTheEnd();

		assertThat(ended.ends()).containsExactly("EndEvent_SettledOnSpot");
		Complaint complaint = complaint();
		assertThat(complaint.status()).isEqualTo(ComplaintStatus.CLOSED);
		assertThat(complaint.settlement()).isEqualTo("当场复位");
		assertThat(complaint.firstClosedAt()).isEqualTo(NOW);
		assertThat(record(ComplaintFollowup.class).recordStatus()).isEqualTo(RecordStatus.CLOSED);
	}

	@Test
	void superiorWhoIsNotContentWithTheSettlementHasItHandled() {
		answer("StartEvent_ComplaintReceived", "settledAtOnce", true, "settlement", "当场复位");
		answer("UserTask_AcknowledgeSettlement", "settlementAccepted", "no", "settlementRemark", "还会再停");

		assertThat(walkToTheEnd().ends()).last().isEqualTo("EndEvent_ComplaintClosed");
		assertThat(complaint().result()).isEqualTo("电梯恢复运行");
		assertThat(record(ComplaintFollowup.class).serial()).isEqualTo(complaint().classSerial());
	}

	@Test
	void classOneOfEditionOpinionGoesToTheDepartmentAndItsOriginalToTheLead() {
		Case at = walkTo("UserTask_FileForm");

		assertThat(at.candidates("UserTask_FileForm")).containsExactly("cs-lead");
		walkToTheEnd();
		ComplaintFollowup form = record(ComplaintFollowup.class);
		assertThat(form.serial()).startsWith("GJ-2026-");
		assertThat(form.responsiblePerson()).isEqualTo("朱永刚");
		assertThat(form.plannedOn()).isEqualTo("2026-03-04");
		assertThat(form.originalHolder()).isEqualTo("客户服务负责人");
		assertThat(form.copyHolder()).isEqualTo("工程");
		assertThat(form.originalPlace()).isEqualTo("二号柜");
		assertThat(form.recordStatus()).isEqualTo(RecordStatus.CLOSED);
		Complaint complaint = complaint();
		assertThat(complaint.number()).startsWith("TS-2026-").isEqualTo(at.number());
		assertThat(complaint.content()).isEqualTo("二单元电梯停了两天。");
		assertThat(complaint.complainant().name()).isEqualTo("张三");
		assertThat(complaint.limitKept()).isTrue();
		assertThat(complaint.answer()).isEqualTo(ComplainantAnswer.SATISFIED);
		assertThat(complaint.revisit()).isEqualTo(RevisitResult.CONFIRMED);
		assertThat(log()).contains(EntryKind.REGISTRATION, EntryKind.CLASSIFICATION, EntryKind.RECORD,
				EntryKind.PROGRESS, EntryKind.RESULT, EntryKind.ANSWER, EntryKind.FILING, EntryKind.REVISIT);
	}

	@Test
	void classOneOfEditionSuggestionIsCopiedToTheCompany() {
		atJinmao();

		walkToTheEnd();

		ComplaintRecord form = record(ComplaintRecord.class);
		assertThat(form.originalHolder()).isEqualTo("客户服务组主管");
		assertThat(form.copyHolder()).isEqualTo("公司相关部门");
		assertThat(log()).contains(EntryKind.COPY);
	}

	@Test
	void houseDefectOfSmallEffectIsRecordedByTheInformationClerk() {
		answer("UserTask_ClassifyComplaint", "judgedClass", "2");

		assertThat(walkTo("UserTask_RecordHouseDefect").candidates("UserTask_RecordHouseDefect"))
			.containsExactly("information-clerk");
		assertThat(walkToTheEnd().passed("UserTask_ReportToDeveloper")).isFalse();
		assertThat(record(CustomerOpinion.class).defect().place()).isEqualTo("客厅外墙");
	}

	@Test
	void houseDefectOfLargeEffectIsReportedToTheDeveloper() {
		answer("UserTask_ClassifyComplaint", "judgedClass", "2", "judgedEffect", "large");

		assertThat(walkToTheEnd().passed("UserTask_ForwardToDeveloper")).isFalse();
		assertThat(complaint().report().recipient()).isEqualTo("地产客户服务中心");
	}

	@Test
	void companyForwardsTheReportInEditionSuggestion() {
		atJinmao();
		answer("UserTask_ClassifyComplaint", "judgedClass", "2", "judgedEffect", "large");

		assertThat(walkTo("UserTask_RecordHouseDefect").candidates("UserTask_RecordHouseDefect"))
			.containsExactly("cs-assistant");
		walkToTheEnd();
		assertThat(record(LeftoverWorks.class).serial()).startsWith("YL-2026-");
		assertThat(complaint().report().forwardedTo()).isEqualTo("发展商工程部");
	}

	@ParameterizedTest
	@ValueSource(strings = { "normal", "large" })
	void outsideMatterGoesToTheDutyLogAndIsPublished(String effect) {
		answer("UserTask_ClassifyComplaint", "judgedClass", "3", "judgedEffect", effect, "department", "security");

		Case ended = walkToTheEnd();

		assertThat(ended.passed("UserTask_WriteSpecialReport")).isEqualTo(effect.equals("large"));
		assertThat(complaint().publication()).isEqualTo("积水已排除");
		DutyLogEntry entry = record(DutyLogEntry.class);
		assertThat(entry.matter()).contains("市政排水所", "小区外马路积水");
		assertThat(entry.handling()).isEqualTo("电梯恢复运行");
		assertThat(entry.recordStatus()).isEqualTo(RecordStatus.CLOSED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "accepted", "unreachable" })
	void invalidComplaintIsExplainedByItsReceiver(String attitude) {
		usually("UserTask_ClassifyComplaint", "complaintValid", "no", "invalidReason", "与物业服务无关");
		answer("UserTask_ExplainInvalidComplaint", "explanationAccepted", attitude);

		assertThat(walkTo("UserTask_ExplainInvalidComplaint").candidates("UserTask_ExplainInvalidComplaint"))
			.containsExactly("front-desk");
		assertThat(walkToTheEnd().ends()).containsExactly("EndEvent_InvalidExplained");
		assertThat(complaint().valid()).isFalse();
		assertThat(complaint().status()).isEqualTo(ComplaintStatus.CLOSED);
		assertThat(record(ComplaintFollowup.class).recordStatus()).isEqualTo(RecordStatus.CLOSED);
	}

	@Test
	void objectionToTheExplanationIsJudgedAgain() {
		usually("UserTask_ClassifyComplaint", "complaintValid", "no", "invalidReason", "与物业服务无关");
		answer("UserTask_ExplainInvalidComplaint", "explanationAccepted", "objected");
		walkTo("UserTask_ExplainInvalidComplaint");
		once("UserTask_ExplainInvalidComplaint");
		usually("UserTask_ClassifyComplaint", "complaintValid", "yes", "judgedClass", "2", "judgedEffect", "normal",
				"department", "engineering", "opinion", "重新判定");

		assertThat(walkToTheEnd().ends()).last().isEqualTo("EndEvent_ComplaintClosed");
		assertThat(complaint().valid()).isTrue();
		assertThat(record(ComplaintFollowup.class).recordStatus()).isEqualTo(RecordStatus.REPLACED);
		assertThat(record(CustomerOpinion.class).recordStatus()).isEqualTo(RecordStatus.CLOSED);
	}

	@Test
	void handlingGoesOnInStepsThatTheComplainantIsToldOf() {
		walkTo("UserTask_HandleComplaint");
		this.running.complete("UserTask_HandleComplaint", Map.of("progress", "已联系维保", "nextStep", "continue",
				"complainantTold", true, "toldHow", "message", "toldAt", local(NOW)));
		this.running.complete("UserTask_HandleComplaint",
				Map.of("progress", "缺配件", "nextStep", "handOver", "department", "security"));

		assertThat(this.running.candidates("UserTask_HandleComplaint")).containsExactly("security");
		assertThat(complaint().firstRespondedAt()).isEqualTo(NOW);
		ComplaintEntry told = entry(EntryKind.PROGRESS);
		assertThat(told.toldHow()).isEqualTo(TellingWay.MESSAGE);
		assertThat(told.by()).isEqualTo("朱永刚");
		walkToTheEnd();
	}

	@Test
	void handingOverToTheSameDepartmentIsRefused() {
		walkTo("UserTask_HandleComplaint");

		assertThatThrownBy(() -> this.running.complete("UserTask_HandleComplaint",
				Map.of("progress", "无", "nextStep", "handOver", "department", "engineering")))
			.hasRootCauseInstanceOf(Refusal.class)
			.hasStackTraceContaining("请选择另一个部门");
		assertThat(log()).doesNotContain(EntryKind.PROGRESS);
	}

	@Test
	void wrongClassGoesBackToTheSuperiorAndTheRecordIsReplaced() {
		walkTo("UserTask_HandleComplaint");
		this.running.complete("UserTask_HandleComplaint", Map.of("progress", "是外墙渗水", "nextStep", "reclassify"));
		assertThat(this.running.passed("BoundaryEvent_ReclassificationWanted")).isTrue();
		assertThat(this.running.timers()).as("of the first answer only").hasSize(2);
		answer("UserTask_ClassifyComplaint", "judgedClass", "2");

		walkToTheEnd();

		assertThat(record(ComplaintFollowup.class).recordStatus()).isEqualTo(RecordStatus.REPLACED);
		assertThat(record(CustomerOpinion.class).recordStatus()).isEqualTo(RecordStatus.CLOSED);
		assertThat(complaint().classForm().slug()).isEqualTo("customer-opinion");
	}

	@Test
	void difficultComplaintGetsOpinionAndLimitFromTheOfficeManagerAndIsVerified() {
		answer("UserTask_ClassifyComplaint", "judgedDifficult", true);

		assertThat(walkTo("UserTask_DecideDifficultComplaint").candidates("UserTask_DecideDifficultComplaint"))
			.containsExactly("office-manager");
		walkTo("UserTask_HandleComplaint");
		Instant limit = NOW.plus(Duration.ofDays(5));
		assertThat(complaint().dueAt()).isEqualTo(limit);
		assertThat(complaint().limitSetBy()).isEqualTo("袁国强");
		assertThat(resultTimers()).containsExactly(Date.from(NOW.plus(Duration.ofHours(90))), Date.from(limit),
				Date.from(NOW.plus(Duration.ofHours(180))));
		assertThat(this.running.task("UserTask_HandleComplaint").getDueDate()).isEqualTo(Date.from(limit));
		assertThat(walkTo("UserTask_VerifyResult").candidates("UserTask_VerifyResult"))
			.containsExactly("assistant-manager");
		walkToTheEnd();
		assertThat(complaint().verified()).isTrue();
	}

	@Test
	void difficultComplaintGoesToTheCompanyInEditionSuggestion() {
		atJinmao();
		answer("UserTask_ClassifyComplaint", "judgedDifficult", true);
		answer("UserTask_DecideDifficultComplaint", "authorityDecision", "up", "opinion", "需总经理决定", "limitAt", null);

		assertThat(walkTo("UserTask_DecideDifficultComplaint").candidates("UserTask_DecideDifficultComplaint"))
			.containsExactly("company-department");
		assertThat(walkTo("UserTask_DecideUnresolvedComplaint").candidates("UserTask_DecideUnresolvedComplaint"))
			.containsExactly("general-manager");
		walkToTheEnd();
		assertThat(complaint().handlingRole()).isEqualTo("assistant-manager");
	}

	@Test
	void companysOpinionIsCopiedToTheGeneralManagerInEditionSuggestion() {
		atJinmao();
		answer("UserTask_ClassifyComplaint", "judgedDifficult", true);
		walkTo("UserTask_HandleComplaint");

		assertThat(this.complaints.log(this.running.number())).extracting(ComplaintEntry::text).contains("意见和时限抄报总经理");
	}

	@Test
	void resultThatIsNotTrueGoesBack() {
		answer("UserTask_ClassifyComplaint", "judgedDifficult", true);
		walkTo("UserTask_VerifyResult");
		this.running.complete("UserTask_VerifyResult", Map.of("resultVerified", "no", "verification", "仍停运"));

		assertThat(this.running.openTasks()).containsExactly("UserTask_HandleComplaint");
		assertThat(complaint().result()).isNull();
		walkToTheEnd();
	}

	@Test
	void complainantWhoIsNotSatisfiedHasItHandledAgain() {
		walkTo("UserTask_TellResult");
		this.running.complete("UserTask_TellResult", Map.of("toldHow", "phone", "complainantAnswer", "dissatisfied",
				"answerRemark", "又停了", "dissatisfiedNext", "back"));

		assertThat(this.running.openTasks()).containsExactly("UserTask_HandleComplaint");
		walkToTheEnd();
		assertThat(entry(EntryKind.ANSWER).text()).contains("不满意", "又停了");
	}

	@Test
	void complainantWhoIsNotSatisfiedMayHaveItReferredUp() {
		walkTo("UserTask_TellResult");
		this.running.complete("UserTask_TellResult",
				Map.of("toldHow", "phone", "complainantAnswer", "dissatisfied", "dissatisfiedNext", "up"));

		assertThat(this.running.openTasks()).containsExactly("UserTask_DecideDifficultComplaint");
		walkToTheEnd();
	}

	@Test
	void departmentRefersWhatIsTooDifficult() {
		walkTo("UserTask_HandleComplaint");
		this.running.complete("UserTask_HandleComplaint", Map.of("progress", "需更换主机", "nextStep", "refer"));

		assertThat(this.running.openTasks()).containsExactly("UserTask_DecideDifficultComplaint");
		assertThat(complaint().difficult()).isTrue();
		walkToTheEnd();
	}

	@Test
	void complaintFromTheGovernmentIsDirectedByTheVicePresidentAndAnswered() {
		answer("StartEvent_ComplaintReceived", "origin", "government", "senderName", "市住建局", "documentNumber",
				"建访〔2026〕8号");

		assertThat(walkTo("UserTask_DirectOutsideComplaint").candidates("UserTask_DirectOutsideComplaint"))
			.containsExactly("vice-president");
		walkTo("UserTask_RecordServiceFailing");
		assertThat(complaint().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(3)));
		assertThat(walkTo("UserTask_AnswerSender").candidates("UserTask_AnswerSender")).containsExactly("cs-lead");
		assertThat(walkTo("UserTask_ReadOutsideReport").candidates("UserTask_ReadOutsideReport"))
			.containsExactly("vice-president");
		assertThat(walkToTheEnd().ends()).last().isEqualTo("EndEvent_ComplaintClosed");
		assertThat(complaint().senderAnswer()).isEqualTo("已处理完毕");
		assertThat(complaint().documentNumber()).isEqualTo("建访〔2026〕8号");
		assertThat(record(ComplaintFollowup.class).originalHolder()).isEqualTo("客户服务负责人");
	}

	@Test
	void outsideComplaintOfClassTwoKeepsItsMainRecordBesideTheOneOfItsClass() {
		atJinmao();
		answer("StartEvent_ComplaintReceived", "origin", "media", "senderName", "晚报");
		answer("UserTask_DirectOutsideComplaint", "judgedClass", "2");

		assertThat(walkTo("UserTask_DirectOutsideComplaint").candidates("UserTask_DirectOutsideComplaint"))
			.containsExactly("company-department");
		walkToTheEnd();
		assertThat(record(ComplaintRecord.class).originalHolder()).isEqualTo("公司相关部门");
		assertThat(record(ComplaintRecord.class).recordStatus()).isEqualTo(RecordStatus.CLOSED);
		assertThat(record(LeftoverWorks.class).recordStatus()).isEqualTo(RecordStatus.CLOSED);
	}

	@Test
	void closedComplaintIsTakenUpAgainWithinTheWindow() {
		walkTo("UserTask_RevisitComplainant");
		Desk.setClock(NOW.plus(Duration.ofDays(9)));
		this.running.complete("UserTask_RevisitComplainant",
				Map.of("toldHow", "phone", "revisitResult", "reopened", "revisitRemark", "又停了"));

		assertThat(this.running.openTasks()).containsExactly("UserTask_ClassifyComplaint");
		assertThat(complaint().status()).isEqualTo(ComplaintStatus.REOPENED);
		walkTo("UserTask_HandleComplaint");
		assertThat(complaint().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(11)));
		assertThat(record(ComplaintFollowup.class).recordStatus()).isEqualTo(RecordStatus.OPEN);
		walkToTheEnd();
		assertThat(complaint().reopenedCount()).isEqualTo(1);
		assertThat(complaint().firstClosedAt()).isEqualTo(NOW);
		assertThat(complaint().lastClosedAt()).isEqualTo(NOW.plus(Duration.ofDays(9)));
	}

	@Test
	void complaintStaysClosedWhenTheWindowIsOver() {
		walkTo("UserTask_RevisitComplainant");
		Instant over = NOW.plus(Duration.ofDays(10));
		Desk.setClock(over.minus(Duration.ofMinutes(1)));
		assertThat(this.running.runDueTimers()).isZero();
		Desk.setClock(over.plus(Duration.ofMinutes(1)));
		assertThat(this.running.runDueTimers()).isOne();

		assertThat(this.running.ended()).isTrue();
		assertThat(this.running.ends()).last().isEqualTo("EndEvent_RevisitPeriodOver");
		assertThat(complaint().revisit()).isEqualTo(RevisitResult.LAPSED);
	}

	@Test
	void handlerIsRemindedWhenThreeQuartersOfTheTimeAreOver() {
		walkToHandlingAnswered();
		Instant warning = Instant.parse("2026-03-03T06:15:00Z");
		Desk.setClock(warning.minus(Duration.ofMinutes(1)));
		assertThat(this.running.runDueTimers()).isZero();
		Desk.setClock(warning.plus(Duration.ofMinutes(1)));
		assertThat(this.running.runDueTimers()).isOne();

		assertThat(this.running.passed("EndEvent_HandlerWarned")).isTrue();
		assertThat(entry(EntryKind.WARNING).by()).isEqualTo("系统");
		assertThat(this.running.openTasks()).containsExactly("UserTask_HandleComplaint");
		walkToTheEnd();
	}

	@Test
	void recorderWhoDoesNothingIsRemindedAndThenSupervised() {
		walkTo("UserTask_RecordServiceFailing");
		Desk.setClock(NOW.plus(Duration.ofDays(2)).plus(Duration.ofMinutes(1)));
		assertThat(this.running.runDueTimers()).isEqualTo(4);

		assertThat(this.running.passed("EndEvent_HandlerWarned")).isTrue();
		assertThat(this.running.openTasks()).containsExactly("UserTask_RecordServiceFailing",
				"UserTask_SuperviseFirstAnswer", "UserTask_SuperviseOverdueComplaint");
		once("UserTask_SuperviseFirstAnswer");
		assertThat(this.running.passed("EndEvent_FirstAnswerSupervised")).isTrue();
		walkToTheEnd();
		assertThat(complaint().answerDeadline().kept()).isFalse();
	}

	@Test
	void overdueComplaintComesBeforeTheNextSuperiorAndThenBeforeTheOneAbove() {
		walkToHandlingAnswered();
		Instant due = NOW.plus(Duration.ofDays(2));
		Desk.setClock(due.minus(Duration.ofMinutes(1)));
		this.running.runDueTimers();
		assertThat(this.running.openTasks()).containsExactly("UserTask_HandleComplaint");
		Desk.setClock(due.plus(Duration.ofMinutes(1)));
		assertThat(this.running.runDueTimers()).isOne();

		assertThat(this.running.openTasks()).containsExactly("UserTask_HandleComplaint",
				"UserTask_SuperviseOverdueComplaint");
		assertThat(this.running.candidates("UserTask_SuperviseOverdueComplaint")).containsExactly("assistant-manager");
		once("UserTask_SuperviseOverdueComplaint");
		assertThat(this.running.passed("EndEvent_OverdueSupervised")).isTrue();
		Desk.setClock(NOW.plus(Duration.ofDays(3)).minus(Duration.ofMinutes(1)));
		assertThat(this.running.runDueTimers()).isZero();
		Desk.setClock(NOW.plus(Duration.ofDays(3)));
		assertThat(this.running.runDueTimers()).isOne();
		assertThat(this.running.candidates("UserTask_SuperviseLongOverdueComplaint")).containsExactly("vice-president");
		assertThat(this.running.timers()).isEmpty();
		walkToTheEnd();
		assertThat(complaint().limitKept()).isFalse();
		assertThat(ledger()).containsSubsequence(LedgerKind.SET, LedgerKind.WARNED, LedgerKind.ESCALATED,
				LedgerKind.ESCALATED, LedgerKind.MISSED);
	}

	@Test
	void limitSetInPersonSetsTimersThatHaveGoneOffAnewAndLateStaysLate() {
		walkToHandlingAnswered();
		Instant later = NOW.plus(Duration.ofDays(4));
		Desk.setClock(later);
		assertThat(this.running.runDueTimers()).isEqualTo(3);
		assertThat(this.running.timers()).isEmpty();
		this.running.complete("UserTask_HandleComplaint", Map.of("progress", "缺件", "nextStep", "refer"));
		Instant limit = later.plus(Duration.ofDays(4));
		this.running.complete("UserTask_DecideDifficultComplaint",
				Map.of("authorityDecision", "opinion", "opinion", "延长", "limitAt", local(limit)));

		assertThat(this.running.timers()).containsExactly(Date.from(later.plus(Duration.ofDays(3))), Date.from(limit),
				Date.from(later.plus(Duration.ofDays(6))));
		assertThat(this.running.task("UserTask_SuperviseOverdueComplaint").getDueDate()).as("open tasks follow")
			.isEqualTo(Date.from(limit));
		walkToTheEnd();
		assertThat(complaint().limitKept()).isFalse();
	}

	@Test
	void limitThatIsOverWhenHandlingStartsBringsTheSuperiorAtOnce() {
		walkTo("UserTask_ClassifyComplaint");
		Desk.setClock(NOW.plus(Duration.ofDays(3)).minus(Duration.ofMinutes(1)));
		walkTo("UserTask_HandleComplaint");

		assertThat(this.running.runDueTimers()).isEqualTo(4);
		assertThat(this.running.openTasks()).contains("UserTask_SuperviseOverdueComplaint");
		walkToTheEnd();
		assertThat(complaint().limitKept()).isFalse();
	}

	@Test
	void superiorWhoDoesNotJudgeIsRemindedAndThenTheNextOneMayJudgeToo() {
		start();
		assertThat(this.running.task("UserTask_ClassifyComplaint").getDueDate())
			.isEqualTo(Date.from(NOW.plus(Duration.ofMinutes(30))));
		Desk.setClock(NOW.plus(Duration.ofMinutes(23)));
		assertThat(this.running.runDueTimers()).isOne();
		assertThat(this.running.passed("EndEvent_JudgeWarned")).isTrue();
		Desk.setClock(NOW.plus(Duration.ofMinutes(29)));
		assertThat(this.running.runDueTimers()).isZero();
		Desk.setClock(NOW.plus(Duration.ofMinutes(31)));
		assertThat(this.running.runDueTimers()).isOne();

		assertThat(this.running.candidates("UserTask_ClassifyComplaint")).containsExactly("assistant-manager",
				"cs-supervisor");
		this.running.completeAs("assistant-manager", "UserTask_ClassifyComplaint",
				this.answers.get("UserTask_ClassifyComplaint"));
		assertThat(resultTimers()).hasSize(3).isEqualTo(this.running.timers());
		walkToTheEnd();
		assertThat(complaint().answerDeadline().kept()).isFalse();
	}

	@Test
	void companyThatDoesNotDirectIsRemindedAndThenTheGeneralManagerMayDirectToo() {
		answer("StartEvent_ComplaintReceived", "origin", "government", "channel", "letter", "senderName", "街道办",
				"documentNumber", "街办〔2026〕12 号");
		Instant due = NOW.plus(Duration.ofMinutes(330));
		start();
		assertThat(this.running.timers()).containsExactly(Date.from(NOW.plus(Duration.ofHours(3))), Date.from(due));
		Desk.setClock(NOW.plus(Duration.ofHours(3)).minus(Duration.ofMinutes(1)));
		assertThat(this.running.runDueTimers()).isZero();
		Desk.setClock(NOW.plus(Duration.ofHours(3)).plus(Duration.ofMinutes(1)));
		assertThat(this.running.runDueTimers()).isOne();
		assertThat(this.running.passed("EndEvent_JudgeWarned")).isTrue();
		Desk.setClock(due.plus(Duration.ofMinutes(1)));
		assertThat(this.running.runDueTimers()).isOne();

		assertThat(this.running.candidates("UserTask_DirectOutsideComplaint")).containsExactly("general-manager",
				"vice-president");
		this.running.completeAs("general-manager", "UserTask_DirectOutsideComplaint",
				this.answers.get("UserTask_DirectOutsideComplaint"));
		walkToTheEnd();
		assertThat(complaint().answerDeadline().kept()).isFalse();
	}

	@Test
	void taskWithALimitOfItsOwnIsDueInTheOfficesHours() {
		walkTo("UserTask_FileForm");
		Instant twoWorkingDays = NOW.plus(Duration.ofDays(2));

		assertThat(this.running.task("UserTask_FileForm").getDueDate()).isEqualTo(Date.from(twoWorkingDays));
		assertThat(this.running.task("UserTask_FileForm").getFollowUpDate()).isBefore(Date.from(twoWorkingDays))
			.isAfter(Date.from(NOW.plus(Duration.ofDays(1))));
	}

	@Test
	void firstAnswerInTimeEndsItsLadder() {
		walkTo("UserTask_HandleComplaint");
		assertThat(this.running.timers()).hasSize(5);
		Desk.setClock(NOW.plus(Duration.ofMinutes(30)));
		answered();

		assertThat(complaint().answerDeadline().kept()).isTrue();
		assertThat(this.running.timers()).hasSize(3).isEqualTo(resultTimers());
	}

	@Test
	void handlerIsRemindedOfTheFirstAnswer() {
		walkTo("UserTask_HandleComplaint");
		Desk.setClock(NOW.plus(Duration.ofMinutes(23)));
		assertThat(this.running.runDueTimers()).isOne();

		assertThat(this.running.passed("EndEvent_AnswererWarned")).isTrue();
		walkToTheEnd();
		assertThat(complaint().answerDeadline().kept()).isTrue();
	}

	@Test
	void extensionIsApprovedOneLevelUpAndTheComplainantIsTold() {
		walkToHandlingAnswered();
		Instant until = NOW.plus(Duration.ofDays(4));
		Desk.setClock(NOW.plus(Duration.ofDays(1)));
		this.running.complete("UserTask_HandleComplaint", Map.of("progress", "缺配件", "nextStep", "extend",
				"extensionUntil", local(until), "extensionReason", "厂家停产"));
		assertThat(this.running.candidates("UserTask_DecideExtension")).containsExactly("assistant-manager");
		assertThat(resultTimers()).as("the ladder runs on")
			.hasSize(3)
			.contains(Date.from(NOW.plus(Duration.ofDays(2))));
		once("UserTask_DecideExtension");

		assertThat(complaint().dueAt()).isEqualTo(until);
		assertThat(this.running.timers()).containsExactly(Date.from(NOW.plus(Duration.ofDays(3))), Date.from(until),
				Date.from(NOW.plus(Duration.ofDays(6))));
		once("UserTask_TellExtension");
		assertThat(this.running.task("UserTask_HandleComplaint").getDueDate()).isEqualTo(Date.from(until));
		extend("other", NOW.plus(Duration.ofDays(6)), NOW.plus(Duration.ofDays(5)));
		once("UserTask_TellExtension");
		assertThat(complaint().dueAt()).as("extended twice").isEqualTo(NOW.plus(Duration.ofDays(5)));
		assertThat(this.running.timers()).hasSize(3);
		assertThat(complaint().extension()).isNull();
		walkToTheEnd();
		assertThat(complaint().limitKept()).isTrue();
		assertThat(ledger()).containsSubsequence(LedgerKind.EXTENDED, LedgerKind.TOLD, LedgerKind.EXTENDED,
				LedgerKind.TOLD, LedgerKind.KEPT);
	}

	@Test
	void extensionThatIsNotApprovedChangesNothing() {
		walkToHandlingAnswered();
		extend("refused", NOW.plus(Duration.ofDays(4)), null);

		assertThat(complaint().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(2)));
		assertThat(this.running.openTasks()).containsExactly("UserTask_HandleComplaint");
	}

	@Test
	void extensionToAnEarlierDateIsRefusedAtOnce() {
		walkToHandlingAnswered();

		assertThatThrownBy(
				() -> this.running.complete("UserTask_HandleComplaint",
						Map.of("progress", "x", "nextStep", "extend", "extensionUntil",
								local(NOW.plus(Duration.ofDays(1))), "extensionReason", "x")))
			.hasStackTraceContaining("延期后的时限必须晚于现在的时限 2026-03-04 09:00");
		assertThat(complaint().extension()).isNull();
	}

	@Test
	void pauseAcrossTheDueTimeStopsTheLadderUntilItsDateWakesIt() {
		walkToHandlingAnswered();
		Desk.setClock(NOW.plus(Duration.ofDays(1)));
		Instant until = NOW.plus(Duration.ofDays(8));
		pause(until);
		assertThat(this.running.openTasks()).containsExactly("UserTask_AwaitOthers");
		assertThat(this.running.timers()).containsExactly(Date.from(until));
		assertThat(this.running.task("UserTask_AwaitOthers").getDueDate()).isEqualTo(Date.from(until));
		Desk.setClock(until.plus(Duration.ofMinutes(1)));
		assertThat(this.running.runDueTimers()).isOne();

		assertThat(this.running.openTasks()).containsExactly("UserTask_HandleComplaint");
		assertThat(this.running.passed("ServiceTask_ResumeDeadline")).isTrue();
		assertThat(complaint().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(9)));
		assertThat(this.running.timers()).hasSize(3).isEqualTo(resultTimers());
		walkToTheEnd();
		assertThat(complaint().limitKept()).isTrue();
	}

	@Test
	void pauseThatIsEndedEarlyGivesTheRestBack() {
		walkToHandlingAnswered();
		pause(NOW.plus(Duration.ofDays(8)));
		Desk.setClock(NOW.plus(Duration.ofDays(1)));
		once("UserTask_AwaitOthers");

		assertThat(complaint().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(3)));
		assertThat(this.running.timers()).hasSize(3).isEqualTo(resultTimers());
		walkToTheEnd();
	}

	@Test
	void reclassifyingThereAndBackAndHandingOverForgiveNothing() {
		walkToHandlingAnswered();
		List<Date> before = this.running.timers();
		Desk.setClock(Instant.parse("2026-03-03T06:16:00Z"));
		assertThat(this.running.runDueTimers()).as("warned").isOne();
		for (String judged : List.of("2", "1")) {
			this.running.complete("UserTask_HandleComplaint", Map.of("progress", "类别有误", "nextStep", "reclassify"));
			assertThat(this.running.timers()).as("while nobody has judged").isEmpty();
			answer("UserTask_ClassifyComplaint", "judgedClass", judged);
			walkTo("UserTask_HandleComplaint");
		}
		this.running.complete("UserTask_HandleComplaint",
				Map.of("progress", "移交", "nextStep", "handOver", "department", "security"));

		assertThat(this.running.timers()).isEqualTo(before.subList(1, 3)).isEqualTo(resultTimers());
		assertThat(complaint().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(2)));
	}

	@Test
	void refusedResultRunsOnAndReopeningBeginsANewRound() {
		walkToHandlingAnswered();
		walkTo("UserTask_TellResult");
		assertThat(this.running.timers()).as("there is a verdict").isEmpty();
		Desk.setClock(NOW.plus(Duration.ofDays(1)));
		this.running.complete("UserTask_TellResult",
				Map.of("toldHow", "phone", "complainantAnswer", "dissatisfied", "dissatisfiedNext", "back"));
		assertThat(this.running.timers()).hasSize(3).isEqualTo(resultTimers());
		assertThat(complaint().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(2)));
		walkTo("UserTask_RevisitComplainant");
		Desk.setClock(NOW.plus(Duration.ofDays(7)));
		this.running.complete("UserTask_RevisitComplainant",
				Map.of("toldHow", "phone", "revisitResult", "reopened", "revisitRemark", "又停了"));

		assertThat(complaint().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(9)));
		assertThat(this.running.task("UserTask_ClassifyComplaint").getDueDate())
			.isEqualTo(Date.from(NOW.plus(Duration.ofDays(9))));
		walkTo("UserTask_HandleComplaint");
		Desk.setClock(NOW.plus(Duration.ofDays(10)));
		walkToTheEnd();
		assertThat(this.deadlines.of(this.running.number()))
			.filteredOn((deadline) -> deadline.purpose() == Purpose.RESULT)
			.extracting(CaseDeadline::kept)
			.containsExactly(true, false);
	}

	@Test
	void threeWeeksOfOutageTakeEachStepOnce() {
		walkTo("UserTask_HandleComplaint");
		Desk.setClock(NOW.plus(Duration.ofDays(21)));
		assertThat(this.running.runDueTimers()).isEqualTo(5);

		assertThat(this.running.runDueTimers()).isZero();
		assertThat(this.running.timers()).isEmpty();
		assertThat(this.running.openTasks()).containsExactly("UserTask_HandleComplaint",
				"UserTask_SuperviseFirstAnswer", "UserTask_SuperviseLongOverdueComplaint",
				"UserTask_SuperviseOverdueComplaint");
		assertThat(ledger()).filteredOn((kind) -> kind == LedgerKind.WARNED || kind == LedgerKind.ESCALATED).hasSize(5);
		walkToTheEnd();
	}

	@Test
	void claimRunsBesideTheHandling() {
		answer("StartEvent_ComplaintReceived", "claimsCompensation", true, "compensationAmount",
				new BigDecimal("1000.50"));
		start();
		assertThat(this.running.openTasks()).containsExactly("UserTask_ClassifyComplaint",
				"UserTask_ProposeCompensation");
		assertThat(complaint().claim().claimed()).isEqualByComparingTo("1000.50");
		once("UserTask_ProposeCompensation");
		once("UserTask_DecideCompensation");
		this.running.complete("UserTask_FollowCompensation", Map.of("compensationProgress", "业主考虑中", "reportedTo",
				List.of("assistant-manager", "office-manager"), "compensationNext", "continue"));
		this.running.complete("UserTask_FollowCompensation", Map.of("compensationProgress", "业主不同意", "reportedTo",
				List.of("office-manager"), "compensationNext", "again"));
		this.running.complete("UserTask_DecideCompensation",
				Map.of("compensationDecision", "changed", "compensationDecided", 500, "compensationOpinion", "增加"));
		this.running.complete("UserTask_FollowCompensation", Map.of("compensationProgress", "已付", "reportedTo",
				List.of("office-manager"), "compensationNext", "settled", "compensationPaid", 450));

		assertThat(this.running.passed("EndEvent_CompensationSettled")).isTrue();
		assertThat(complaint().claim().paid()).isEqualByComparingTo("450");
		assertThat(this.running.openTasks()).containsExactly("UserTask_ClassifyComplaint");
		walkToTheEnd();
	}

	@Test
	void payingMoreThanWasDecidedIsRefused() {
		answer("StartEvent_ComplaintReceived", "claimsCompensation", true);
		start();
		once("UserTask_ProposeCompensation");
		once("UserTask_DecideCompensation");
		answer("UserTask_FollowCompensation", "compensationPaid", 300.01);

		assertThatThrownBy(() -> once("UserTask_FollowCompensation")).hasStackTraceContaining("不能超过核定金额 300");
		assertThat(complaint().claimOpen()).isTrue();
	}

	@Test
	void claimMayComeDuringTheHandlingAndOnceMoreAfterItWasSettled() {
		walkTo("UserTask_HandleComplaint");
		assertThat(this.running.variable("compensationClaimed")).isNull();
		for (int claim = 0; claim < 2; claim++) {
			this.running.complete("UserTask_HandleComplaint", Map.of("progress", "业主提出索赔", "nextStep", "continue",
					"claimsCompensation", true, "compensationAmount", 800));
			assertThat(this.running.openTasks()).containsExactly("UserTask_HandleComplaint",
					"UserTask_ProposeCompensation");
			once("UserTask_ProposeCompensation");
			once("UserTask_DecideCompensation");
			once("UserTask_FollowCompensation");
			assertThat(this.running.openTasks()).containsExactly("UserTask_HandleComplaint");
		}
		walkToTheEnd();
	}

	@Test
	void claimedAgainWhileTheClaimIsOpenChangesItsAmountOnly() {
		answer("StartEvent_ComplaintReceived", "claimsCompensation", true, "compensationAmount", 100);
		walkTo("UserTask_HandleComplaint");
		this.running.complete("UserTask_HandleComplaint", Map.of("progress", "业主加价", "nextStep", "continue",
				"claimsCompensation", true, "compensationAmount", 200));

		assertThat(this.running.openTasks()).containsExactly("UserTask_HandleComplaint",
				"UserTask_ProposeCompensation");
		assertThat(complaint().claim().claimed()).isEqualByComparingTo("200");
	}

	@Test
	void anonymousComplaintNeedsNeitherNameNorHouse() {
		this.answers.put("StartEvent_ComplaintReceived", new HashMap<>(Map.of("channel", "letter", "origin", "office",
				"complainantKind", "anonymous", "subject", "噪音", "content", "夜间施工")));
		answer("UserTask_TellResult", "complainantAnswer", "unreachable");

		walkToTheEnd();

		assertThat(complaint().complainant().name()).isNull();
		assertThat(complaint().houseNumber()).isNull();
	}

	@Test
	void unknownHouseIsRefusedAndNothingIsKept() {
		answer("StartEvent_ComplaintReceived", "houseNumber", "99-9-9999");
		long before = this.engine.getRuntimeService().createProcessInstanceQuery().count();

		assertThatThrownBy(this::start).hasStackTraceContaining("没有找到房号 99-9-9999");
		assertThat(this.engine.getRuntimeService().createProcessInstanceQuery().count()).isEqualTo(before);
	}

	@Test
	void complaintCannotBeReceivedLaterThanNow() {
		answer("StartEvent_ComplaintReceived", "receivedAt", local(NOW.plus(Duration.ofMinutes(2))));

		assertThatThrownBy(this::start).hasStackTraceContaining("收到");
	}

	@Test
	void companyStaffChooseTheOffice() {
		answer("StartEvent_ComplaintReceived", "office", "jinmao", "houseNumber", "1501");
		this.running = this.desk.start("quality-management", "complaint-handling",
				this.answers.get("StartEvent_ComplaintReceived"));

		assertThat(complaint().office()).isEqualTo("jinmao");
		assertThat(this.running.candidates("UserTask_ClassifyComplaint")).containsExactly("office-manager");
	}

	@Test
	void routingHoldsNothingPersonal() {
		Case at = walkTo("UserTask_HandleComplaint");

		assertThat(this.engine.getRuntimeService().getVariables(at.task("UserTask_HandleComplaint").getExecutionId()))
			.doesNotContainKeys("content", "complainantName", "complainantPhone", "subject", "opinion", "judgedClass")
			.containsEntry("businessNumber", at.number())
			.containsEntry("house", "3-2-1501")
			.containsEntry("className", "一类");
	}

	@Test
	void deadlinesAndTimersFollowTheOfficesHours() {
		walkToHandlingAnswered();
		try {
			this.calendar.setHours("cuihu", OfficeHours.parse("09:00-18:00"));

			assertThat(complaint().dueAt()).isEqualTo("2026-03-03T10:00:00Z");
			assertThat(this.running.timers()).hasSize(3).isEqualTo(resultTimers());
			assertThat(this.running.task("UserTask_HandleComplaint").getDueDate())
				.isEqualTo(Date.from(complaint().dueAt()));
		}
		finally {
			this.calendar.setHours("cuihu", OfficeHours.USUAL);
		}
		assertThat(complaint().dueAt()).isEqualTo("2026-03-04T01:00:00Z");
		assertThat(this.running.timers()).hasSize(3).isEqualTo(resultTimers());
		assertThat(this.deadlines.ledger(this.running.number())).filteredOn((entry) -> "办公时间调整".equals(entry.reason()))
			.extracting(DeadlineEntry::kind)
			.containsExactly(LedgerKind.RECOMPUTED, LedgerKind.RECOMPUTED);
	}

	private void walkToHandlingAnswered() {
		walkTo("UserTask_HandleComplaint");
		answered();
	}

	private void answered() {
		this.running.complete("UserTask_HandleComplaint",
				Map.of("progress", "已联系", "nextStep", "continue", "complainantTold", true, "toldHow", "phone"));
	}

	private void extend(String decision, Instant asked, Instant granted) {
		this.running.complete("UserTask_HandleComplaint", Map.of("progress", "缺配件", "nextStep", "extend",
				"extensionUntil", local(asked), "extensionReason", "厂家停产"));
		Map<String, Object> form = new HashMap<>(Map.of("extensionDecision", decision, "extensionOpinion", "已阅"));
		if (granted != null) {
			form.put("extensionGrantedUntil", local(granted));
		}
		this.running.complete("UserTask_DecideExtension", form);
	}

	private void pause(Instant until) {
		this.running.complete("UserTask_HandleComplaint", Map.of("progress", "已去函", "nextStep", "pause", "pauseCause",
				"developer", "pauseUntil", local(until), "pauseRemark", "等发展商回函"));
	}

	/** When the live steps towards the result are due. */
	private List<Date> resultTimers() {
		return complaint().resultDeadline().live().stream().map((step) -> Date.from(step.at())).toList();
	}

	private List<LedgerKind> ledger() {
		return this.deadlines.ledger(this.running.number()).stream().map(DeadlineEntry::kind).toList();
	}

	private void atJinmao() {
		this.office = "jinmao";
		answer("StartEvent_ComplaintReceived", "houseNumber", "1501");
	}

	private void usually(String step, Object... fields) {
		this.answers.put(step, new HashMap<>());
		answer(step, fields);
	}

	private void answer(String step, Object... fields) {
		for (int i = 0; i < fields.length; i += 2) {
			if (fields[i + 1] != null) {
				this.answers.get(step).put((String) fields[i], fields[i + 1]);
			}
			else {
				this.answers.get(step).remove(fields[i]);
			}
		}
	}

	private void start() {
		this.running = this.desk.start(this.office.equals("cuihu") ? "front-desk" : "front-desk-" + this.office,
				"complaint-handling", this.answers.get("StartEvent_ComplaintReceived"));
	}

	private void once(String step) {
		this.running.complete(step, this.answers.get(step));
	}

	private Case walkTo(String step) {
		if (this.running == null) {
			start();
		}
		for (int steps = 0; !this.running.openTasks().contains(step); steps++) {
			assertThat(this.running.openTasks()).as("open before " + step).isNotEmpty();
			assertThat(steps).as("steps without coming to " + step).isLessThan(30);
			once(this.running.openTasks()
				.stream()
				.filter((open) -> !open.contains("Compensation"))
				.findFirst()
				.orElseThrow());
		}
		return this.running;
	}

	private Case walkToTheEnd() {
		if (this.running == null) {
			start();
		}
		for (int steps = 0; !this.running.ended(); steps++) {
			assertThat(steps).as("steps without coming to an end").isLessThan(30);
			once(this.running.openTasks().get(0));
		}
		return this.running;
	}

	@AfterEach
	void forgetTheCase() {
		this.running = null;
	}

	private Complaint complaint() {
		return this.complaints.find(this.running.number()).orElseThrow();
	}

	private List<EntryKind> log() {
		return this.complaints.log(this.running.number()).stream().map(ComplaintEntry::kind).toList();
	}

	private ComplaintEntry entry(EntryKind kind) {
		return this.complaints.log(this.running.number())
			.stream()
			.filter((entry) -> entry.kind() == kind)
			.findFirst()
			.orElseThrow();
	}

	private <R extends QualityRecord> R record(Class<R> form) {
		return this.entities.createQuery("select r from " + form.getName() + " r where r.caseNumber = :number", form)
			.setParameter("number", this.running.number())
			.getSingleResult();
	}

	private static String local(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZONE).toString();
	}

}
