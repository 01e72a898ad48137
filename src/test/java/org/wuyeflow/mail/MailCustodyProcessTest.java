package org.wuyeflow.mail;

import java.awt.Color;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
import org.wuyeflow.deadline.CalendarBook;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.OfficeHours;
import org.wuyeflow.deadline.DeadlineEntry;
import org.wuyeflow.mail.step.MailCounterProcess;
import org.wuyeflow.notice.NoticeBoard;
import org.wuyeflow.office.Houses;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.RecordStatus;
import org.wuyeflow.record.attachment.AttachmentKind;
import org.wuyeflow.record.attachment.Attachments;
import org.wuyeflow.record.attachment.Folder;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;
import org.wuyeflow.support.Pictures;
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
 * records, with every clock a minute before and after its limit. Together the tests take
 * every flow of the model.
 */
@SpringBootTest(properties = { "camunda.bpm.job-execution.enabled=false",
		"spring.datasource.url=jdbc:h2:mem:mail-custody;DB_CLOSE_DELAY=-1", "wuyeflow.data-dir=target/test-data" })
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailCustodyProcessTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final String HAND_OVER = "UserTask_HandOverMail";

	private static final String TELL = "UserTask_TellOwner";

	private static final String CHECK = "UserTask_CheckAddressee";

	private static final String RETURN = "UserTask_ReturnMail";

	private static final String SUPERVISE = "UserTask_SuperviseReturn";

	@Autowired
	ProcessEngine engine;

	@Autowired
	MailCustodyService mail;

	@Autowired
	KeeperRoster roster;

	@Autowired
	MailCounterProcess counter;

	@Autowired
	NoticeBoard board;

	@Autowired
	Deliveries deliveries;

	@Autowired
	Shelf shelf;

	@Autowired
	CaseDeadlines deadlines;

	@Autowired
	CalendarBook calendar;

	@Autowired
	Attachments attachments;

	@Autowired
	Houses houses;

	@Autowired
	TakenFlows flows;

	private final Set<String> visited = new TreeSet<>();

	private final Map<String, Object> form = new HashMap<>();

	private Desk desk;

	private Case running;

	@TestConfiguration
	static class Configuration {

		@Bean
		TakenFlows takenFlows() {
			return new TakenFlows();
		}

	}

	@BeforeEach
	void carrierPutsAnItemOnTheCounter() {
		Desk.setClock(NOW);
		this.desk = new Desk(this.engine);
		this.form.clear();
		this.form.putAll(Map.of("deliveryKind", "single", "carrier", "中国邮政", "courierSignature", "刘投递", "addressClear",
				"yes", "houseNumber", "3-2-1501", "addressee", owner(), "itemKind", "registered", "itemCondition",
				"intact"));
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
				.processDefinitionKey("mail-custody")
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
	void itemIsRegisteredToldOfAndFetched() {
		receive();

		assertThat(this.running.openTasks()).containsExactly(HAND_OVER, TELL);
		assertThat(this.running.candidates(HAND_OVER)).containsExactly("mail-keeper");
		assertThat(this.running.candidates(TELL)).containsExactly("front-desk");
		assertThat(this.running.number()).startsWith("DS-2026-");
		MailItem item = item();
		assertThat(item.serial()).startsWith("YJ-2026-");
		assertThat(item.houseNumber()).isEqualTo("3-2-1501");
		assertThat(item.delivery().courierSignature()).isEqualTo("刘投递");
		tell("reached");
		fetch();

		assertThat(this.running.ends()).contains("EndEvent_MailPickedUp");
		assertThat(this.running.ended()).isTrue();
		assertThat(item().status()).isEqualTo(MailStatus.HANDED_OVER);
		assertThat(item().recordStatus()).isEqualTo(RecordStatus.CLOSED);
		assertThat(item().pickUp().signature()).isEqualTo(owner());
		assertThat(log()).containsExactly(EntryKind.RECEIPT, EntryKind.NOTICE, EntryKind.PICK_UP);
	}

	@Test
	void proxyShowsBothDocumentsAndTheOwnersWord() {
		receive();

		assertThatThrownBy(
				() -> this.running.complete(HAND_OVER,
						Map.of("custodyStep", "handOver", "receiverKind", "proxy", "receiverName", "李四", "documentKind",
								"id_card", "documentLast", "021X", "signature", "李四")))
			.hasStackTraceContaining("收件人证件号后四位");
		this.running.complete(HAND_OVER,
				Map.of("custodyStep", "handOver", "receiverKind", "proxy", "receiverName", "李四", "documentKind",
						"id_card", "documentLast", "021X", "ownerDocumentKind", "id_card", "ownerDocumentLast", "3456",
						"ownerWord", "phone", "signature", "李四"));
		assertThat(item().pickUp().receiver().ownerWord()).isEqualTo(OwnerWord.PHONE);
	}

	@Test
	void ownersFamilySaysThatItIsHisFamily() {
		receive();
		List<String> people = this.houses.occupants(this.houses.find("cuihu", "3-2-1501"))
			.stream()
			.map((one) -> one.customer().name())
			.toList();
		Map<String, Object> wife = new HashMap<>(receiver("custodyStep", "handOver"));
		wife.put("receiverName", people.get(people.size() - 1));
		wife.put("receiverKind", "family");
		this.running.complete(HAND_OVER, wife);

		assertThat(item().status()).isEqualTo(MailStatus.HANDED_OVER);
	}

	@Test
	void strangerIsNotTheOwner() {
		receive();
		Map<String, Object> stranger = new HashMap<>(receiver("custodyStep", "handOver"));
		stranger.put("receiverName", "胡来");

		assertThatThrownBy(() -> this.running.complete(HAND_OVER, stranger)).hasStackTraceContaining("请按代领人办理");
		stranger.put("receiverKind", "family");
		assertThatThrownBy(() -> this.running.complete(HAND_OVER, stranger)).hasStackTraceContaining("不是邮件");
		assertThat(item().status()).isEqualTo(MailStatus.IN_CUSTODY);
	}

	@Test
	void onlyTheKeeperWhomTheManagerNamedAndHisDeputyHandOver() {
		receive();
		this.engine.getIdentityService().setAuthenticatedUserId("office-manager");
		try {
			this.roster.name("cuihu", keeper("mail-keeper-2", "冯晓"), null, LocalDate.of(2026, 3, 2));
		}
		finally {
			this.engine.getIdentityService().clearAuthentication();
		}

		assertThatThrownBy(this::fetch).hasStackTraceContaining("今天的邮件由冯晓保管");
		this.engine.getIdentityService().setAuthenticatedUserId("office-manager");
		try {
			this.roster.name("cuihu", keeper("mail-keeper-2", "冯晓"), keeper("mail-keeper", "孙桂兰"),
					LocalDate.of(2026, 3, 2));
		}
		finally {
			this.engine.getIdentityService().clearAuthentication();
		}
		fetch();
		assertThat(this.running.ended()).isTrue();
	}

	private static Staff keeper(String id, String name) {
		return new Staff(id, name, Set.of("mail-keeper"), Set.of("cuihu"));
	}

	@Test
	void twoItemsAreFetchedWithOneSignature() {
		receive();
		Case first = this.running;
		receive();
		Case second = this.running;
		this.running = first;
		fetch();
		second.complete(HAND_OVER, Map.of("custodyStep", "joint", "pickUpNumber", item().pickUp().number()));

		assertThat(item(second).pickUp().number()).isEqualTo(item().pickUp().number());
		receive();
		Desk.setClock(NOW.plus(Duration.ofMinutes(31)));
		assertThatThrownBy(() -> this.running.complete(HAND_OVER,
				Map.of("custodyStep", "joint", "pickUpNumber", item(first).pickUp().number())))
			.hasStackTraceContaining("半小时");
	}

	@Test
	void officialLetterIsToldOfFirst() {
		this.form.put("itemKind", "official");
		receive();

		assertThat(this.running.task(TELL).getPriority()).isEqualTo(100);
		assertThat(this.running.task(TELL).getDueDate()).isEqualTo(Date.from(NOW.plus(Duration.ofMinutes(30))));
	}

	@Test
	void ownerIsToldAtOnceAfterThreeAndAfterSevenDays() {
		receive();
		tell("notReached");
		assertThat(this.running.openTasks()).containsExactly(HAND_OVER);
		pass(Duration.ofDays(3).minus(MINUTE));
		assertThat(this.running.openTasks()).containsExactly(HAND_OVER);
		pass(MINUTE);
		assertThat(this.running.openTasks()).containsExactly(HAND_OVER, TELL);
		tell("notReached");
		pass(Duration.ofDays(4).minus(MINUTE));
		assertThat(this.running.openTasks()).containsExactly(HAND_OVER);
		pass(MINUTE);
		tell("reached");

		assertThat(this.running.openTasks()).containsExactly(HAND_OVER);
		assertThat(item().telling().times()).isEqualTo(3);
		assertThat(item().telling().nextAt()).isNull();
		assertThat(ledger()).contains("通知：4个工作小时，到 2026-03-02 14:30 止", "领取：满3天，再次通知收件人", "领取：满7天，再次通知收件人");
	}

	@Test
	void noticeGivenLateCountsForThoseThatWereDue() {
		receive();
		pass(Duration.ofDays(4));
		tell("notReached");

		assertThat(item().telling().nextAt()).isEqualTo(NOW.plus(Duration.ofDays(7)));
		pass(Duration.ofHours(1));
		assertThat(this.running.openTasks()).containsExactly(HAND_OVER);
	}

	@Test
	void itemOfTheLastOfJanuaryIsAnnouncedOnTheLastOfFebruaryAndGoesBackAWeekLater() {
		Desk.setClock(at("2026-01-31T10:00"));
		receive();
		moveTo(at("2026-02-28T09:59"));
		assertThat(this.running.passed("ServiceTask_AnnounceMail")).isFalse();
		moveTo(at("2026-02-28T10:00"));
		assertThat(this.running.passed("ServiceTask_AnnounceMail")).isTrue();
		assertThat(item().announcement()).isEqualTo("3-*-**** 有挂号邮件一件未领取，请凭有效证件到管理处领取；2026-03-07 后将退回邮局。");
		moveTo(at("2026-03-07T09:59"));
		assertThat(this.running.openTasks()).contains(HAND_OVER);
		moveTo(at("2026-03-07T10:00"));
		assertThat(this.running.openTasks()).containsExactly(RETURN);
		assertThat(item().returnReason()).isEqualTo(ReturnReason.UNCLAIMED);
		giveBack();
		assertThat(this.running.ends()).contains("EndEvent_MailReturned");
		assertThat(item().deadline().kept()).isTrue();
		assertThat(ledger()).contains("领取：1个月，到 2026-02-28 10:00 止", "领取：时限已到，公告", "公告认领：7天，到 2026-03-07 10:00 止",
				"公告认领：时限已到，转退回邮局", "退回邮局：7天，到 2026-03-14 10:00 止");
	}

	@Test
	void itemOfTheFirstOfAMonthIsAnnouncedAMonthLaterOnTheSameDay() {
		receive();

		assertThat(item().deadline().dueAt()).isEqualTo(at("2026-04-02T09:00"));
		assertThat(this.running.variable("returnAt")).isEqualTo(Date.from(at("2026-04-09T09:00")));
		assertThat(this.running.task(HAND_OVER).getDueDate()).isEqualTo(Date.from(at("2026-04-09T09:00")));
	}

	@Test
	void timersThatComeWeeksLateAnnounceFirstAndLeaveTheWholeTimeToClaim() {
		receive();
		moveTo(at("2026-05-20T09:00"));
		assertThat(this.running.passed("ServiceTask_AnnounceMail")).isTrue();
		assertThat(this.running.openTasks()).contains(HAND_OVER);
		moveTo(at("2026-05-27T08:59"));
		assertThat(this.running.openTasks()).contains(HAND_OVER);
		moveTo(at("2026-05-27T09:00"));
		assertThat(this.running.openTasks()).containsExactly(RETURN);
	}

	@Test
	void officeThatShowsWholeHouseNumbersAnnouncesThem() {
		this.form.put("houseNumber", "1201");
		this.form.put("spoils", true);
		this.form.put("addressee", this.houses.occupants(this.houses.find("jinmao", "1201")).get(0).customer().name());
		this.running = this.desk.start("front-desk-jinmao", "mail-custody", this.form);
		pass(Duration.ofDays(1));

		assertThat(item().announcement()).startsWith("1201 有挂号邮件一件未领取");
	}

	@Test
	void ownerWhoComesWhileItIsAnnouncedFetchesIt() {
		receive();
		moveTo(at("2026-04-02T09:00"));
		moveTo(at("2026-04-05T09:00"));
		fetch();

		assertThat(this.running.ended()).isTrue();
		assertThat(this.board.ofCase(this.running.number())).singleElement().satisfies((notice) -> {
			assertThat(String.join("", notice.paragraphs())).contains("3-*-****").doesNotContain(owner());
			assertThat(notice.validTo()).isEqualTo(LocalDate.of(2026, 4, 9));
			assertThat(notice.withdrawnAt()).isEqualTo(at("2026-04-05T09:00"));
		});
		assertThat(item().announcedAt()).isNotNull();
		assertThat(item().status()).isEqualTo(MailStatus.HANDED_OVER);
	}

	@Test
	void ownerWhoComesBeforeThePostOfficeHasItFetchesIt() {
		receive();
		moveTo(at("2026-04-02T09:00"));
		moveTo(at("2026-04-09T09:00"));
		this.running.complete(RETURN, receiver("returnStep", "claimed"));

		assertThat(this.running.ends()).contains("EndEvent_MailClaimedLate");
		assertThat(item().status()).isEqualTo(MailStatus.HANDED_OVER);
	}

	@Test
	void unknownAddresseeIsWarnedOfOnDayFiveAndOnTheSupervisorsDeskOnDaySeven() {
		this.form.put("addressee", "无名氏");
		receive();
		assertThat(this.running.openTasks()).containsExactly(CHECK);
		assertThat(this.running.task(CHECK).getDueDate()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(7))));
		pass(Duration.ofDays(5).minus(MINUTE));
		assertThat(log()).doesNotContain(EntryKind.WARNING);
		pass(MINUTE);
		assertThat(log()).containsOnlyOnce(EntryKind.WARNING);
		this.running.complete(CHECK, Map.of("checkResult", "notFound", "undeliverableReason", "no_such_person"));
		pass(Duration.ofDays(2).minus(MINUTE));
		assertThat(this.running.openTasks()).containsExactly(RETURN);
		long today = this.shelf.goingBackBefore("cuihu", NOW.plus(Duration.ofDays(7)).plusSeconds(1));
		assertThat(today - this.shelf.goingBackBefore("cuihu", NOW.plus(Duration.ofDays(7)))).isGreaterThan(0);
		pass(MINUTE);
		assertThat(this.running.openTasks()).containsExactly(RETURN, SUPERVISE);
		assertThat(this.running.candidates(SUPERVISE)).containsExactly("cs-supervisor");
		this.running.complete(SUPERVISE, Map.of("instruction", "今天必须退回"));
		pass(MINUTE);
		giveBack();

		assertThat(this.running.ended()).isTrue();
		assertThat(item().deadline().kept()).isFalse();
		assertThat(ledger()).contains("退回邮局：7天，到 2026-03-09 09:00 止", "退回邮局：满5天，提醒邮件管理员退回邮局", "退回邮局：时限已到，提请督办");
		assertThat(item().remark()).contains("查无此人", "邮局工作人员已签字");
		assertThat(log()).containsExactly(EntryKind.RECEIPT, EntryKind.WARNING, EntryKind.UNDELIVERABLE,
				EntryKind.SUPERVISION, EntryKind.RETURN);
	}

	@Test
	void returningEndsTheSupervisorsTask() {
		this.form.put("addressClear", "no");
		this.form.remove("houseNumber");
		receive();
		pass(Duration.ofDays(7));
		assertThat(this.running.openTasks()).containsExactly(CHECK, SUPERVISE);
		this.running.complete(CHECK, Map.of("checkResult", "notFound", "undeliverableReason", "address_unclear"));
		giveBack();

		assertThat(this.running.ended()).isTrue();
	}

	@Test
	void addresseeFoundOnASecondLookIsToldOf() {
		this.form.put("addressClear", "no");
		this.form.remove("houseNumber");
		receive();
		this.running.complete(CHECK, Map.of("checkResult", "found", "houseNumber", "3栋2单元1501"));

		assertThat(this.running.openTasks()).containsExactly(HAND_OVER, TELL);
		assertThat(item().houseNumber()).isEqualTo("3-2-1501");
		assertThat(this.running.variable("house")).isEqualTo("3-2-1501");
	}

	@Test
	void addresseeWhoHasMovedTurnsOutAtTheTelephone() {
		receive();
		pass(Duration.ofDays(3));
		this.running.complete(TELL,
				Map.of("tellOutcome", "undeliverable", "toldHow", "phone", "undeliverableReason", "moved"));

		assertThat(this.running.openTasks()).containsExactly(RETURN);
		assertThat(item().deadline().dueAt()).isEqualTo(NOW.plus(Duration.ofDays(10)));
		assertThat(this.running.timers()).containsExactly(Date.from(NOW.plus(Duration.ofDays(8))),
				Date.from(NOW.plus(Duration.ofDays(10))));
	}

	@Test
	void keeperFindsThatItCannotBeDelivered() {
		receive();
		this.running.complete(HAND_OVER, Map.of("custodyStep", "undeliverable", "undeliverableReason", "owner_refused",
				"custodyNote", "不认识寄件人"));

		assertThat(this.running.openTasks()).containsExactly(RETURN);
	}

	@Test
	void limitToTellFollowsTheOfficesHoursAndTheMonthDoesNot() {
		receive();
		List<Date> timers = this.running.timers();
		assertThat(this.running.task(TELL).getDueDate()).isEqualTo(Date.from(at("2026-03-02T14:30")));
		try {
			this.calendar.setHours("cuihu", OfficeHours.parse("09:00-18:00"));

			assertThat(this.running.task(TELL).getDueDate()).isEqualTo(Date.from(at("2026-03-02T13:00")));
			assertThat(this.running.timers()).isEqualTo(timers);
			assertThat(this.deadlines.ledger(this.running.number())).last()
				.extracting(DeadlineEntry::what, DeadlineEntry::reason)
				.asString()
				.contains("改为 2026-03-02 13:00", "办公时间调整");
		}
		finally {
			this.calendar.setHours("cuihu", OfficeHours.USUAL);
		}
		assertThat(this.running.task(TELL).getDueDate()).isEqualTo(Date.from(at("2026-03-02T14:30")));
	}

	@Test
	void ownerOnHolidayHasItKeptAndIsToldWhenHeIsBack() {
		receive();
		tell("reached");
		LocalDate back = LocalDate.of(2026, 5, 10);
		this.running.complete(HAND_OVER, Map.of("custodyStep", "hold", "holdUntil", back.toString()));

		Instant over = at("2026-05-11T00:00");
		assertThat(item().heldUntil()).isEqualTo(back);
		assertThat(this.running.timers()).containsExactly(Date.from(over), Date.from(over.plus(Duration.ofDays(7))));
		assertThat(ledger()).last().asString().contains("改为 2026-05-18 00:00", "应收件人要求保管至 2026-05-10");
		moveTo(at("2026-05-10T23:59"));
		assertThat(this.running.openTasks()).containsExactly(HAND_OVER);
		moveTo(over);
		assertThat(this.running.openTasks()).containsExactly(HAND_OVER, TELL);
	}

	@Test
	void holdAskedForAtTheTelephonePostponesTheNotice() {
		receive();
		this.running.complete(TELL, Map.of("tellOutcome", "hold", "toldHow", "phone", "holdUntil", "2026-03-20"));

		assertThat(this.running.openTasks()).containsExactly(HAND_OVER);
		assertThat(item().telling().nextAt()).isEqualTo(at("2026-03-21T00:00"));
		assertThat(item().deadline().dueAt()).isEqualTo(at("2026-04-02T09:00"));
	}

	@Test
	void holdAfterTheAnnouncementLetsItBeAnnouncedAgain() {
		receive();
		moveTo(at("2026-04-03T09:00"));
		this.running.complete(HAND_OVER, Map.of("custodyStep", "hold", "holdUntil", "2026-04-30"));
		moveTo(at("2026-04-09T09:00"));
		assertThat(this.running.openTasks()).contains(HAND_OVER);
		moveTo(at("2026-05-08T00:00"));

		assertThat(log()).filteredOn((kind) -> kind == EntryKind.ANNOUNCEMENT).hasSize(2);
	}

	@Test
	void holdForYearsIsRefused() {
		receive();

		assertThatThrownBy(
				() -> this.running.complete(HAND_OVER, Map.of("custodyStep", "hold", "holdUntil", "2028-01-01")))
			.hasStackTraceContaining("2026-09-02");
	}

	@Test
	void perishableItemHasAShortClock() {
		this.form.put("spoils", true);
		receive();
		tell("notReached");
		pass(Duration.ofHours(4));
		assertThat(this.running.openTasks()).containsExactly(HAND_OVER, TELL);
		tell("notReached");
		pass(Duration.ofHours(20));
		assertThat(item().announcedAt()).isNotNull();
		pass(Duration.ofDays(1));

		assertThat(this.running.openTasks()).containsExactly(RETURN);
	}

	@Test
	void damagedItemIsKeptWithTheCouriersSignature() {
		damaged();
		assertThat(this.running.openTasks()).containsExactly("UserTask_ReportDamage");
		this.running.complete("UserTask_ReportDamage", damage("keep"));

		assertThat(this.running.openTasks()).containsExactly(HAND_OVER, TELL);
		assertThat(log()).containsExactly(EntryKind.RECEIPT, EntryKind.DAMAGE, EntryKind.DAMAGE);
	}

	@Test
	void damageWithoutAPhotoIsNotTaken() {
		this.form.put("itemCondition", "damaged");
		this.form.put("damageNote", "一角破裂");
		receive();

		assertThatThrownBy(() -> this.running.complete("UserTask_ReportDamage", damage("keep")))
			.hasStackTraceContaining("还没有破损的照片");
		assertThat(item().status()).isEqualTo(MailStatus.DAMAGED);
	}

	@Test
	void damagedItemOfWhomNobodyKnowsIsToldOfLater() {
		this.form.put("addressee", "无名氏");
		damaged();
		Map<String, Object> later = new HashMap<>(damage("keep"));
		later.put("toldHow", "later");
		this.running.complete("UserTask_ReportDamage", later);

		assertThat(this.running.openTasks()).containsExactly(CHECK);
		assertThat(this.mail.log(this.running.number())).last()
			.extracting(MailEntry::what)
			.asString()
			.contains("收件人待核对后告知");
	}

	@Test
	void damagedItemMayBeRefused() {
		damaged();
		this.running.complete("UserTask_ReportDamage", damage("refuse"));

		assertThat(this.running.ends()).containsExactly("EndEvent_MailRefused");
		assertThat(item().status()).isEqualTo(MailStatus.REFUSED);
		assertThat(item().remark()).contains("投递员已签字");
	}

	@Test
	void missingItemIsTheManagersAndIsClosedWithTheOwnerTold() {
		receive();
		incident("missing");
		assertThat(this.running.openTasks()).containsExactly("UserTask_ReviewIncident");
		assertThat(this.running.candidates("UserTask_ReviewIncident")).containsExactly("office-manager");
		review("lost");

		assertThat(this.running.ends()).contains("EndEvent_IncidentClosed");
		assertThat(item().status()).isEqualTo(MailStatus.LOST);
	}

	@Test
	void itemThatIsFoundAgainIsKeptForAWeekAtLeast() {
		receive();
		moveTo(at("2026-04-08T09:00"));
		incident("missing");
		moveTo(at("2026-04-12T09:00"));
		review("recovered");

		assertThat(this.running.openTasks()).containsExactly(HAND_OVER, TELL);
		assertThat(item().deadline().dueAt()).isEqualTo(at("2026-04-19T09:00"));
		assertThat(this.running.variable("returnAt")).isEqualTo(Date.from(at("2026-04-26T09:00")));
		moveTo(at("2026-04-19T09:00"));
		assertThat(log()).filteredOn((kind) -> kind == EntryKind.ANNOUNCEMENT).hasSize(2);
	}

	@Test
	void itemThatIsMissingWhenItShouldGoBackIsTheManagersToo() {
		receive();
		moveTo(at("2026-04-02T09:00"));
		moveTo(at("2026-04-09T09:00"));
		this.running.complete(RETURN,
				Map.of("returnStep", "incident", "incidentKind", "missing", "incidentNote", "清点时不在架上"));
		assertThat(this.running.openTasks()).containsExactly("UserTask_ReviewIncident");
		assertThat(item().status()).isEqualTo(MailStatus.INCIDENT);
		review("recovered");

		assertThat(this.running.openTasks()).containsExactly(RETURN);
		assertThat(item().deadline().dueAt()).isEqualTo(at("2026-04-16T09:00"));
	}

	@Test
	void itemThatWasOpenedBeforeItsAddresseeWasFoundIsTheManagersToo() {
		this.form.put("addressee", "无名氏");
		receive();
		this.running.complete(CHECK,
				Map.of("checkResult", "incident", "incidentKind", "opened", "incidentNote", "封口已被拆开"));
		review("recovered");

		assertThat(this.running.openTasks()).containsExactly(CHECK);
		assertThat(this.running.timers()).containsExactly(Date.from(NOW.plus(Duration.ofDays(5))),
				Date.from(NOW.plus(Duration.ofDays(7))));
	}

	@Test
	void itemGivenToTheWrongPersonComesBackWithATrace() {
		receive();
		fetch();
		String number = this.running.number();
		String wrong = item().pickUp().number();
		MailItem given = item();
		this.engine.getIdentityService().setAuthenticatedUserId("mail-keeper");
		try {
			this.counter.takeBack(given, "交错给邻居");
		}
		finally {
			this.engine.getIdentityService().clearAuthentication();
		}

		assertThat(item().status()).isEqualTo(MailStatus.IN_CUSTODY);
		assertThat(item().recordStatus()).isEqualTo(RecordStatus.OPEN);
		assertThat(this.mail.log(number)).last().extracting(MailEntry::what).asString().contains("交错给邻居", wrong);
		var tasks = this.engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list();
		assertThat(tasks).extracting((task) -> task.getTaskDefinitionKey() + " " + task.getTenantId())
			.containsExactlyInAnyOrder(HAND_OVER + " cuihu", TELL + " cuihu");
	}

	@Test
	void batchIsSignedForOnceAndTakesNothingAfterwards() {
		MailDelivery delivery = delivery();
		this.form.put("deliveryKind", "batch");
		this.form.put("deliveryNumber", delivery.number());
		this.form.remove("carrier");
		this.form.remove("courierSignature");
		List<String> numbers = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			receive();
			numbers.add(this.running.number());
		}
		this.deliveries.sign("cuihu", delivery.number(), "刘投递");

		assertThat(item().delivery().itemCount()).isEqualTo(3);
		assertThat(numbers).doesNotHaveDuplicates();
		assertThatThrownBy(this::receive).hasStackTraceContaining("已经签字");
	}

	@Test
	void sameTrackingNumberIsNotRegisteredTwice() {
		this.form.put("trackingNumber", "RA123456789CN");
		receive();
		String number = this.running.number();

		assertThatThrownBy(this::receive).hasStackTraceContaining("已经登记过，编号 " + number);
		fetch();
		receive();
		assertThat(this.running.number()).isNotEqualTo(number);
	}

	@Test
	void unknownHouseIsRefusedAndNothingIsKept() {
		this.form.put("houseNumber", "99-9-9999");

		assertThatThrownBy(this::receive).hasStackTraceContaining("没有找到房号");
	}

	@Test
	void routingHoldsNothingPersonal() {
		receive();

		assertThat(this.engine.getRuntimeService().getVariables(this.running.task(HAND_OVER).getExecutionId()))
			.doesNotContainKeys("addressee", "trackingNumber", "courierSignature", "signature")
			.containsEntry("businessNumber", this.running.number())
			.containsEntry("house", "3-2-1501")
			.containsEntry("className", "挂号邮件");
	}

	private MailDelivery delivery() {
		return this.deliveries.open("cuihu", "EMS");
	}

	private void receive() {
		this.running = this.desk.start("front-desk", "mail-custody", this.form);
	}

	private void damaged() {
		this.form.put("itemCondition", "damaged");
		this.form.put("damageNote", "一角破裂");
		receive();
		String number = this.running.number();
		this.engine.getIdentityService().setAuthenticatedUserId("front-desk");
		try {
			this.attachments.attach(Folder.ofCase("cuihu", number), AttachmentKind.PHOTO, "破损.jpg",
					Pictures.jpeg(40, 30, Color.GRAY, Color.WHITE));
		}
		finally {
			this.engine.getIdentityService().clearAuthentication();
		}
	}

	private static Map<String, Object> damage(String decision) {
		return Map.of("damageDetail", "外包装一角破裂，内件未见损坏", "damageSignature", "刘投递", "toldHow", "phone", "damageDecision",
				decision);
	}

	private void tell(String outcome) {
		this.running.complete(TELL, Map.of("tellOutcome", outcome, "toldHow", "phone"));
	}

	private void fetch() {
		this.running.complete(HAND_OVER, receiver("custodyStep", "handOver"));
	}

	private Map<String, Object> receiver(String step, String choice) {
		return Map.of(step, choice, "receiverKind", "owner", "receiverName", owner(), "documentKind", "id_card",
				"documentLast", "1234", "signature", owner());
	}

	private void giveBack() {
		this.running.complete(RETURN, Map.of("returnStep", "returned", "postClerk", "赵邮"));
	}

	private void incident(String kind) {
		this.running.complete(HAND_OVER,
				Map.of("custodyStep", "incident", "incidentKind", kind, "incidentNote", "清点时不在架上"));
	}

	private void review(String result) {
		this.running.complete("UserTask_ReviewIncident",
				Map.of("incidentFinding", "调看监控", "toldHow", "visit", "ownerTold", true, "incidentResult", result));
	}

	private void pass(Duration time) {
		moveTo(ClockUtil.getCurrentTime().toInstant().plus(time));
	}

	private void moveTo(Instant moment) {
		Desk.setClock(moment);
		while (this.running.runDueTimers() > 0) {
			assertThat(this.running.timers()).isNotNull();
		}
	}

	private String owner() {
		return this.houses.occupants(this.houses.find("cuihu", "3-2-1501")).get(0).customer().name();
	}

	private MailItem item() {
		return item(this.running);
	}

	private MailItem item(Case of) {
		return this.mail.find(of.number()).orElseThrow();
	}

	private List<String> ledger() {
		return this.deadlines.ledger(this.running.number()).stream().map(DeadlineEntry::what).toList();
	}

	private List<EntryKind> log() {
		return this.mail.log(this.running.number()).stream().map(MailEntry::kind).toList();
	}

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(ZONE).toInstant();
	}

}
