package org.wuyeflow.mail;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.office.Houses;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of the counter and the register, over HTTP, as each of the staff sees them.
 */
@IntegrationTest
class MailIT {

	private static final Pattern NUMBER = Pattern.compile("(JJ-\\d{4}-\\d{5})");

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	MailCustodyService mail;

	@Autowired
	Shelf shelf;

	@Autowired
	Deliveries deliveries;

	@Autowired
	Houses houses;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Clock clock;

	private String tracking;

	@BeforeEach
	void carrierHasAnItem() {
		this.tracking = "T" + UUID.randomUUID().toString().substring(0, 12);
	}

	@Test
	void onlyWhoWorksWithMailStandsAtTheCounter() {
		assertThat(Visitor.loggedIn(this.port, "front-desk").get("/mail").statusCode()).isEqualTo(200);
		assertThat(Visitor.loggedIn(this.port, "office-manager").get("/mail/keepers").statusCode()).isEqualTo(200);
		HttpResponse<String> engineer = Visitor.loggedIn(this.port, "engineering").get("/mail");
		assertThat(engineer.statusCode()).isEqualTo(403);
		assertThat(engineer.body()).contains("代收邮件由前台、邮件管理员");
		assertThat(Visitor.loggedIn(this.port, "auditor").get("/mail/round").statusCode()).isEqualTo(403);
	}

	@Test
	void itemThatIsRefusedKeepsWhatWasTyped() {
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		String delivery = open(desk);

		HttpResponse<String> refused = take(desk, delivery, "99-9-9999", "");

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("没有找到房号 99-9-9999", "value=\"" + this.tracking + "\"",
				"value=\"99-9-9999\"");
		assertThat(this.deliveries.get("cuihu", delivery).itemCount()).isZero();
	}

	@Test
	void neighbouringOfficeSeesNeitherShelfNorDelivery() {
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		String delivery = open(desk);
		take(desk, delivery, "3-1-1501", "张*");
		Visitor neighbour = Visitor.loggedIn(this.port, "mail-keeper-jinmao");

		assertThat(desk.get("/mail/batch/" + delivery).body()).contains(this.tracking);
		assertThat(neighbour.get("/mail/batch/" + delivery).body()).doesNotContain(this.tracking);
		String number = this.deliveries.items(this.deliveries.get("cuihu", delivery)).get(0).caseNumber();
		assertThat(desk.get("/mail").statusCode()).isEqualTo(200);
		assertThat(neighbour.get("/mail").body()).doesNotContain(number);
		assertThat(neighbour.get("/mail/pickup?text=" + number).statusCode()).isEqualTo(400);
	}

	@Test
	void registerShowsWhatThePaperShows() {
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		String delivery = open(desk);
		take(desk, delivery, "3-1-1501", "无名氏");
		desk.form("/mail/batch/" + delivery + "/sign",
				Map.of("courier", "刘投递", "_csrf", desk.tokenOn("/mail/batch/" + delivery)));
		MailItem item = this.deliveries.items(this.deliveries.get("cuihu", delivery)).get(0);
		Desk.Case running = new Desk(this.engine).find(item.caseNumber());
		running.complete("UserTask_CheckAddressee",
				Map.of("checkResult", "notFound", "undeliverableReason", "no_such_person"));
		Visitor keeper = Visitor.loggedIn(this.port, "mail-keeper");
		HttpResponse<String> back = keeper.form("/mail/returns",
				Map.of("number", item.caseNumber(), "clerk", "赵邮", "_csrf", keeper.tokenOn("/mail/returns")));

		assertThat(back.statusCode()).isEqualTo(302);
		String record = "/records/mail-receipt/cuihu/" + item.serial();
		Visitor supervisor = Visitor.loggedIn(this.port, "cs-supervisor");
		String opened = Visitor.target(supervisor.form(record + "/look",
				Map.of("way", "PAGE", "reason", "检查审核", "_csrf", supervisor.tokenOn(record))));
		assertThat(supervisor.get(opened).body()).contains("WY7.5.4-G01-F3", this.tracking, "无名氏", "刘投递", "赵邮",
				"查无此人，退回邮局，邮局工作人员已签字", "退回邮局：7天");
		assertThat(Visitor.loggedIn(this.port, "auditor").get(record).body()).doesNotContain("无名氏", "刘投递", "赵邮");
	}

	@Test
	void ofSeveralItemsAllAreFetchedOrNone() {
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		String delivery = open(desk);
		take(desk, delivery, "3-1-1401", "");
		this.tracking += "B";
		take(desk, delivery, "3-1-1401", "");
		var items = this.deliveries.items(this.deliveries.get("cuihu", delivery));
		Visitor keeper = Visitor.loggedIn(this.port, "mail-keeper");
		String first = items.get(0).caseNumber();
		new Desk(this.engine).find(items.get(1).caseNumber())
			.complete("UserTask_HandOverMail",
					Map.of("custodyStep", "incident", "incidentKind", "missing", "incidentNote", "不在架上"));

		HttpResponse<String> refused = fetch(keeper, items.get(0), first + "," + items.get(1).caseNumber());

		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(this.mail.find(first).orElseThrow().status()).isEqualTo(MailStatus.IN_CUSTODY);
		assertThat(fetch(keeper, items.get(0), first).statusCode()).isEqualTo(302);
		assertThat(this.mail.find(first).orElseThrow().status()).isEqualTo(MailStatus.HANDED_OVER);
	}

	@Test
	void itemGivenToTheWrongPersonIsTakenBackAtTheCounter() {
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		String delivery = open(desk);
		take(desk, delivery, "3-1-1301", "");
		MailItem item = this.deliveries.items(this.deliveries.get("cuihu", delivery)).get(0);
		Visitor keeper = Visitor.loggedIn(this.port, "mail-keeper");
		fetch(keeper, item, item.caseNumber());
		Map<String, String> mistake = Map.of("number", item.caseNumber(), "reason", "交错给邻居", "_csrf",
				keeper.tokenOn("/mail/pickup"));

		assertThat(keeper.form("/mail/takeback", mistake).statusCode()).isEqualTo(302);
		assertThat(this.mail.find(item.caseNumber()).orElseThrow().status()).isEqualTo(MailStatus.IN_CUSTODY);
		assertThat(new Desk(this.engine).find(item.caseNumber()).openTasks()).contains("UserTask_HandOverMail");
		assertThat(keeper.form("/mail/takeback", mistake).statusCode()).isEqualTo(409);
	}

	@Test
	void itemThatTheCountMissesIsTheManagers() {
		Visitor manager = Visitor.loggedIn(this.port, "office-manager");
		assertThat(manager
			.form("/mail/keepers", Map.of("keeper", "mail-keeper", "deputy", "", "from",
					LocalDate.now(this.clock).toString(), "_csrf", manager.tokenOn("/mail/keepers")))
			.statusCode()).isEqualTo(302);
		assertThat(manager.get("/mail/keepers").body()).contains("袁国强", "孙桂兰");
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		String delivery = open(desk);
		take(desk, delivery, "3-1-1201", "");
		String missing = this.deliveries.items(this.deliveries.get("cuihu", delivery)).get(0).caseNumber();
		List<String> there = this.shelf.all("cuihu").stream().map(MailItem::caseNumber).toList();
		Visitor keeper = Visitor.loggedIn(this.port, "mail-keeper");
		String present = there.stream().filter((one) -> !one.equals(missing)).collect(Collectors.joining(","));
		String token = keeper.tokenOn("/mail/count");

		Map<String, String> counted = new HashMap<>(
				Map.of("expected", String.valueOf(there.size() + 1), "present", present, "from", "冯晓", "_csrf", token));
		assertThat(keeper.form("/mail/count", counted).body()).contains("清点期间架上的邮件有变动", "value=\"冯晓\"");
		counted.put("expected", String.valueOf(there.size()));
		HttpResponse<String> asked = keeper.form("/mail/count", counted);
		assertThat(asked.statusCode()).isEqualTo(409);
		assertThat(asked.body()).contains("还有 1 件没有勾选：" + missing, "value=\"冯晓\"");
		assertThat(asked.body().split("checked=", -1)).hasSize(there.size());
		assertThat(this.mail.find(missing).orElseThrow().status()).isNotEqualTo(MailStatus.INCIDENT);
		counted.put("missing", missing);
		assertThat(keeper.form("/mail/count", counted).statusCode()).isEqualTo(302);
		assertThat(keeper.get("/mail/keepers").body()).contains("冯晓", missing);
		assertThat(this.mail.find(missing).orElseThrow().status()).isEqualTo(MailStatus.INCIDENT);
		assertThat(new Desk(this.engine).find(missing).openTasks()).containsExactly("UserTask_ReviewIncident");
	}

	@Test
	void ownerToldOnTheRoundWhoAsksToHaveItKeptIsToldAgainWhenHeIsBack() {
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		String delivery = open(desk);
		take(desk, delivery, "3-1-1101", "");
		MailItem item = this.deliveries.items(this.deliveries.get("cuihu", delivery)).get(0);
		LocalDate back = LocalDate.now(this.clock).plusDays(20);

		assertThat(desk.get("/mail/round").body()).contains(item.caseNumber());
		assertThat(desk
			.form("/mail/round", Map.of("number", item.caseNumber(), "how", "PHONE", "outcome", "hold", "until",
					back.toString(), "_csrf", desk.tokenOn("/mail/round")))
			.statusCode()).isEqualTo(302);
		assertThat(desk.get("/mail/round").body()).doesNotContain(item.caseNumber());
		assertThat(this.mail.find(item.caseNumber()).orElseThrow().heldUntil()).isEqualTo(back);
	}

	@Test
	void guardsWatchOverTheBoxesIsOneLineInTheDutyLog() {
		Visitor guard = Visitor.loggedIn(this.port, "security");
		int before = lines();
		Map<String, String> boxes = Map.of("carrier", "中国邮政", "_csrf", guard.tokenOn("/mail/batch"));

		assertThat(guard.form("/mail/boxes", boxes).statusCode()).isEqualTo(302);
		assertThat(lines()).isEqualTo(before + 1);
		assertThat(guard.get("/records/duty-log").body()).contains("中国邮政投递员将普通邮件投入信箱");
	}

	private int lines() {
		return this.jdbc.queryForObject("select count(*) from duty_log_entry where case_number is null", Integer.class);
	}

	@Test
	void addresseeIsWrittenToAndNobodyElseOfTheHouse() {
		var people = this.houses.occupants(this.houses.find("cuihu", "2-1-801"));
		this.transaction.executeWithoutResult(
				(status) -> people.forEach((one) -> this.jdbc.update("update customer set email = ? where id = ?",
						one.part() + "@example.com", bytes(one.customer().id()))));
		String owner = people.get(0).customer().name();
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		String delivery = open(desk);
		take(desk, delivery, "2-1-801", owner + "先生");
		MailItem item = this.deliveries.items(this.deliveries.get("cuihu", delivery)).get(0);

		assertThat(item.status()).isEqualTo(MailStatus.IN_CUSTODY);
		assertThat(this.jdbc.queryForList("select address, subject, mail_text from owner_mail where event_key like ?",
				item.caseNumber() + "/%"))
			.singleElement()
			.satisfies((mail) -> {
				assertThat(mail.get("address")).isEqualTo("OWNER@example.com");
				assertThat(mail.get("subject")).isEqualTo("翠湖花园管理处：有一件特快专递等您领取");
				assertThat((String) mail.get("mail_text")).contains(item.caseNumber(), "有效证件")
					.doesNotContain(owner, this.tracking, "EMS", "2-1-801");
			});
		assertThat(this.mail.log(item.caseNumber())).extracting(MailEntry::kind)
			.containsExactly(EntryKind.RECEIPT, EntryKind.MESSAGE);
		assertThat(desk.get("/mail/round").body()).contains(item.caseNumber(), "已发电子邮件");
		this.tracking += "B";
		take(desk, delivery, "2-1-801", owner, MailKind.OFFICIAL);
		MailItem letter = this.deliveries.items(this.deliveries.get("cuihu", delivery)).get(1);
		assertThat(this.jdbc.queryForList("select subject from owner_mail where event_key like ?", String.class,
				letter.caseNumber() + "/%"))
			.containsExactly("翠湖花园管理处：有一件须尽快领取的邮件等您领取");
	}

	@Test
	void caseAndRecordShowEachLimitWithItsExplanationAndItsLedger() {
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		String delivery = open(desk);
		take(desk, delivery, "3-1-1001", "");
		MailItem item = this.deliveries.items(this.deliveries.get("cuihu", delivery)).get(0);
		String task = this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(item.caseNumber())
			.taskDefinitionKey("UserTask_TellOwner")
			.singleResult()
			.getId();

		assertThat(desk.get("/engine-rest/task/" + task + "/form-variables").body()).contains("领取时限的计算", "1个月",
				"通知时限的计算", "4个工作小时", "时限台账");
		String record = "/records/mail-receipt/cuihu/" + item.serial();
		assertThat(Visitor.loggedIn(this.port, "cs-supervisor").get(record).body()).contains("时限台账", "领取：1个月");
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

	private HttpResponse<String> fetch(Visitor keeper, MailItem item, String numbers) {
		return keeper.form("/mail/pickup",
				Map.of("text", item.houseNumber(), "number", numbers, "receiver", "OWNER", "name", item.addressee(),
						"document", "ID_CARD", "last", "021X", "signature", item.addressee(), "_csrf",
						keeper.tokenOn("/mail/pickup")));
	}

	private String open(Visitor desk) {
		String address = desk.form("/mail/batch", Map.of("carrier", "EMS", "_csrf", desk.tokenOn("/mail/batch")))
			.headers()
			.firstValue("Location")
			.orElseThrow();
		Matcher number = NUMBER.matcher(address);
		assertThat(number.find()).isTrue();
		return number.group(1);
	}

	private HttpResponse<String> take(Visitor desk, String delivery, String house, String addressee) {
		return take(desk, delivery, house, addressee, MailKind.EXPRESS);
	}

	private HttpResponse<String> take(Visitor desk, String delivery, String house, String addressee, MailKind kind) {
		return desk.form("/mail/batch/" + delivery, Map.of("tracking", this.tracking, "house", house, "addressee",
				addressee, "kind", kind.name(), "_csrf", desk.tokenOn("/mail/batch/" + delivery)));
	}

}
