package org.wuyeflow.record;

import java.awt.Color;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.FormReadersTest.Right;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Pictures;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each post at each register of its own and the other office, through each door: page,
 * print, export, correction, check code, attachment and the tab 档案. What it may is what
 * {@link FormReadersTest#TABLE} says; there is a record in every register that is in use.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordRightsIT {

	private static final List<String> OFFICES = List.of("cuihu", "jinmao");

	private static final List<Integer> GIVEN = List.of(200);

	private static final List<Integer> REFUSED = List.of(403, 404);

	private static final Set<Role> ONLY_READ = Set.of(Role.AUDITOR, Role.QUALITY_MANAGEMENT);

	/**
	 * One post of each right. A print that is given costs more than all other doors:
	 * everybody takes that of one register, these take those of all.
	 */
	private static final Set<Role> ALL_PRINTS = Set.of(Role.FRONT_DESK, Role.ENGINEERING, Role.OFFICE_MANAGER,
			Role.AUDITOR);

	private static final Pattern FILE = Pattern.compile("/attachments/[0-9a-f-]{36}");

	/** What leads to a register. */
	private static final List<String> DOORS = List.of("", ".xlsx", ".pdf", "/sheets.pdf", "/blank.pdf");

	@LocalServerPort
	int port;

	@Autowired
	Registers registers;

	@Autowired
	RecordBook book;

	@Autowired
	RecordReader reader;

	@Autowired
	CaseRecords cases;

	@Autowired
	EntityManager entities;

	@Autowired
	TransactionTemplate transaction;

	/** The record of each register and office, with the address of a file beside it. */
	private final Map<Sample, String> samples = new LinkedHashMap<>();

	@BeforeAll
	void enterARecordOfEachRegisterInUse() {
		AnyRecord any = new AnyRecord(this.entities, this.book);
		Map<String, Visitor> supervisors = Map.of("cuihu", Visitor.loggedIn(this.port, "cs-supervisor"), "jinmao",
				Visitor.loggedIn(this.port, "cs-supervisor-jinmao"));
		for (Register register : this.registers.all()) {
			register.entity().ifPresent((type) -> OFFICES.forEach((office) -> {
				QualityRecord record = this.transaction.execute((status) -> any.enter(type, office));
				String code = CheckCode.of(record, this.reader.writings(record)).address();
				Sample sample = new Sample(record, code);
				Visitor supervisor = supervisors.get(office);
				assertThat(supervisor
					.upload(sample.path() + "/attachments", Map.of("kind", "PHOTO"), "门.png",
							Pictures.png(300, 300, Color.PINK, Color.CYAN))
					.statusCode()).isEqualTo(204);
				Matcher file = FILE.matcher(supervisor.get(sample.path()).body());
				assertThat(file.find()).as(sample.path()).isTrue();
				this.samples.put(sample, file.group());
			}));
		}
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void postGetsThroughTheDoorsOfItsRegistersOnly(Role role) {
		Visitor visitor = Visitor.loggedIn(this.port, role.id());
		String shelves = visitor.get("/records").body();
		for (String form : FormReadersTest.forms()) {
			String register = "/records/" + form;
			boolean reads = FormReadersTest.right(form, role.id()) != Right.NOTHING;
			assertThat(shelves.contains("\"" + register + "\"")).as(register).isEqualTo(reads);
			for (String office : OFFICES) {
				for (String door : DOORS) {
					if (answers(role, form, office).equals(REFUSED) || !door.endsWith(".pdf")
							|| form.equals("duty-log")) {
						String address = register + door + "?status=CLOSED&text=QQ-2026&office=" + office;
						assertThat(visitor.get(address).statusCode()).as(address).isIn(answers(role, form, office));
					}
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void postSeesEachRecordAsFarAsItMay(Role role) {
		Visitor visitor = Visitor.loggedIn(this.port, role.id());
		this.samples.forEach((sample, file) -> {
			List<Integer> answers = answers(role, sample.form(), sample.office());
			for (String door : List.of(sample.path() + "/correct", sample.path() + "/attachments",
					"/records/check/" + sample.code(), file, file + "/thumbnail")) {
				assertThat(visitor.get(door).statusCode()).as(door).isIn(answers);
			}
			Right right = FormReadersTest.right(sample.form(), role.id());
			boolean reads = answers.equals(GIVEN);
			boolean works = reads && !role.companyWide();
			if (reads) {
				masked(visitor, sample, sample.form().equals("duty-log") || ALL_PRINTS.contains(role));
			}
			else {
				for (String door : List.of(sample.path(), sample.path() + ".pdf")) {
					assertThat(visitor.get(door).statusCode()).as(door).isIn(REFUSED);
				}
			}
			opens(visitor, sample, works && right != Right.MASKED);
			assertThat(visitor.upload(sample.path() + "/attachments", Map.of("kind", "PHOTO"), "门.png", "x".getBytes())
				.statusCode()).as("upload to " + sample.path())
				.isIn((reads && !ONLY_READ.contains(role)) ? List.of(400) : REFUSED);
		});
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void tabOfATaskShowsTheRecordsThatItsReaderMaySee(Role role) {
		Staff staff = new Staff(role.id(), "某某", Set.of(role.id()),
				role.companyWide() ? Set.copyOf(OFFICES) : Set.of("cuihu"));
		this.samples.keySet().forEach((sample) -> {
			boolean reads = answers(role, sample.form(), sample.office()).equals(GIVEN);
			String number = sample.record().caseNumber();
			assertThat(this.cases.ofCase(number, staff)).as(sample.path()).hasSize(reads ? 1 : 0);
			assertThat(this.cases.readable(number, sample.office(), staff)).as(sample.path()).isEqualTo(reads);
		});
	}

	@Test
	void administratorHasNoPostAndReadsNothing() {
		Visitor administrator = Visitor.loggedIn(this.port, "admin");
		addresses().forEach((address) -> assertThat(administrator.get(address).statusCode()).as(address).isIn(REFUSED));
		assertThat(administrator.get("/records").body()).contains("您的岗位没有可查阅的登记簿");
	}

	@Test
	void visitorIsSentToLogIn() {
		Visitor visitor = Visitor.at(this.port);
		List<String> addresses = addresses();
		addresses.add("/records");
		addresses.forEach((address) -> {
			HttpResponse<String> answer = visitor.get(address);
			assertThat(answer.statusCode()).as(address).isEqualTo(302);
			assertThat(Visitor.target(answer)).as(address).isEqualTo("/login");
		});
	}

	private void masked(Visitor visitor, Sample sample, boolean print) {
		List<String> seen = new ArrayList<>(List.of(visitor.get(sample.path()).body(),
				visitor.get(sample.list()).body(), TakenOut.cells(visitor.bytes(sample.export())).toString()));
		if (print) {
			seen.add(TakenOut.text(visitor.bytes(sample.path() + ".pdf")));
		}
		assertThat(seen).allSatisfy((text) -> assertThat(text).contains(sample.record().serial())
			.doesNotContain(AnyRecord.NAME, AnyRecord.PHONE));
	}

	private void opens(Visitor visitor, Sample sample, boolean may) {
		String token = visitor.tokenOn("/");
		List<Integer> answers = may ? List.of(302) : REFUSED;
		for (String way : List.of("PAGE", "PRINT")) {
			HttpResponse<String> answer = visitor.form(sample.path() + "/look",
					Map.of("way", way, "reason", "核对身份", "_csrf", token));
			assertThat(answer.statusCode()).as(way + " " + sample.path()).isIn(answers);
			if (may && way.equals("PAGE") && sample.personal()) {
				assertThat(visitor.get(Visitor.target(answer)).body()).contains(AnyRecord.PHONE);
			}
		}
		assertThat(visitor.form("/records/" + sample.form() + "/look",
				Map.of("target", "EXPORT", "reason", "核对身份", "text", sample.record().serial(), "office",
						sample.office(), "_csrf", token))
			.statusCode()).as("look for the export of " + sample.path()).isIn(answers);
		assertThat(visitor
			.form(sample.path() + "/correct",
					Map.of("field", "serial", "corrected", "x", "reason", "当时写错了", "_csrf", token))
			.statusCode()).as("correction of " + sample.path()).isIn(may ? List.of(400) : REFUSED);
	}

	private List<String> addresses() {
		List<String> addresses = new ArrayList<>();
		FormReadersTest.forms().forEach((form) -> DOORS.forEach((door) -> addresses.add("/records/" + form + door)));
		this.samples.forEach((sample, file) -> addresses
			.addAll(List.of(sample.path(), sample.path() + ".pdf", sample.path() + "/correct",
					sample.path() + "/attachments", "/records/check/" + sample.code(), file, file + "/thumbnail")));
		return addresses;
	}

	private static List<Integer> answers(Role role, String form, String office) {
		boolean works = role.companyWide() || office.equals("cuihu");
		return (works && FormReadersTest.right(form, role.id()) != Right.NOTHING) ? GIVEN : REFUSED;
	}

	/** A record, and the check code of its print. */
	private record Sample(QualityRecord record, String code) {

		private String form() {
			return Register.formOf(this.record.getClass()).slug();
		}

		private String office() {
			return this.record.office();
		}

		private String path() {
			return "/records/" + form() + "/" + office() + "/" + this.record.serial();
		}

		/** Found by words, though nothing of it is filled in that can be left out. */
		private String list() {
			return "/records/" + form() + "?office=" + office() + "&text=" + this.record.caseNumber().substring(3);
		}

		private String export() {
			return "/records/" + form() + ".xlsx?text=" + this.record.serial();
		}

		private boolean personal() {
			return Register.of(this.record.getClass())
				.columns()
				.stream()
				.anyMatch((column) -> String.valueOf(column.value(this.record)).contains(AnyRecord.PHONE));
		}

	}

}
