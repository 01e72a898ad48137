package org.wuyeflow.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wuyeflow.office.Role;
import org.wuyeflow.record.FormReadersTest.Right;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each post at each register of its own and the other office, through each door, as
 * {@link FormReadersTest#TABLE} says.
 */
@IntegrationTest
class RecordRightsIT {

	@LocalServerPort
	int port;

	@Autowired
	DutyLog dutyLog;

	@Autowired
	TransactionTemplate transaction;

	private String own;

	private String others;

	@BeforeEach
	void enter() {
		this.own = closed("cuihu");
		this.others = closed("jinmao");
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void postGetsThroughTheDoorsOfItsRegistersOnly(Role role) {
		Visitor visitor = Visitor.loggedIn(this.port, role.id());
		for (String form : FormReadersTest.forms()) {
			boolean reads = FormReadersTest.right(form, role.id()) != Right.NOTHING;
			String register = "/records/" + form;
			for (String office : List.of("cuihu", "jinmao")) {
				int expected = !reads ? (office.equals("cuihu") || role.companyWide() ? 403 : 404)
						: (office.equals("cuihu") || role.companyWide()) ? 200 : 404;
				for (String door : List.of("?office=", ".xlsx?office=")) {
					assertThat(visitor.get(register + door + office).statusCode()).as(register + door + office)
						.isEqualTo(expected);
				}
			}
			if (!reads) {
				for (String door : List.of(".pdf", "/sheets.pdf", "/blank.pdf", "/cuihu/ZB-2026-00001",
						"/cuihu/ZB-2026-00001.pdf", "/cuihu/ZB-2026-00001/correct")) {
					assertThat(visitor.get(register + door).statusCode()).as(register + door).isEqualTo(403);
				}
			}
			assertThat(visitor.get("/records").body().contains("\"" + register + "\"")).as(register).isEqualTo(reads);
		}
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void postSeesPrintsAndCorrectsARecordAsFarAsItMay(Role role) {
		Right right = FormReadersTest.right("duty-log", role.id());
		Visitor visitor = Visitor.loggedIn(this.port, role.id());
		String token = visitor.tokenOn("/");
		assertThat(visitor.get(this.own).body()).contains("138****5678").doesNotContain("13812345678");
		assertThat(TakenOut.text(visitor.bytes(this.own + ".pdf"))).contains("138****5678")
			.doesNotContain("13812345678");
		assertThat(TakenOut.cells(visitor.bytes("/records/duty-log.xlsx?office=cuihu")).toString())
			.contains("138****5678")
			.doesNotContain("13812345678");
		boolean sees = right == Right.UNMASKED || right == Right.MANAGES;
		for (String way : List.of("PAGE", "PRINT")) {
			int answer = visitor.form(this.own + "/look", Map.of("way", way, "reason", "核对身份", "_csrf", token))
				.statusCode();
			assertThat(answer).as(way).isEqualTo(sees ? 302 : 403);
		}
		assertThat(visitor
			.form("/records/duty-log/look",
					Map.of("target", "EXPORT", "reason", "核对身份", "office", "cuihu", "_csrf", token))
			.statusCode()).isEqualTo(sees ? 302 : 403);
		assertThat(visitor
			.form(this.own + "/correct",
					Map.of("field", "handling", "corrected", "改由" + role.id() + "处理", "reason", "当时写错了", "_csrf",
							token))
			.statusCode()).isEqualTo(sees ? 302 : 403);
		int abroad = role.companyWide() ? 200 : 404;
		for (String door : List.of("", ".pdf", "/correct")) {
			assertThat(visitor.get(this.others + door).statusCode()).as(door).isEqualTo(abroad);
		}
		assertThat(visitor.form(this.others + "/look", Map.of("way", "PAGE", "reason", "核对身份", "_csrf", token))
			.statusCode()).isEqualTo(role.companyWide() ? 403 : 404);
		assertThat(visitor
			.form(this.others + "/correct",
					Map.of("field", "handling", "corrected", "x", "reason", "当时写错了", "_csrf", token))
			.statusCode()).isEqualTo(role.companyWide() ? 403 : 404);
	}

	private String closed(String office) {
		return this.transaction.execute((status) -> {
			DutyLogEntry entry = this.dutyLog.enter(office, null, null, Instant.parse("2026-03-05T06:30:00Z"),
					"业主来电13812345678", null);
			this.dutyLog.handle(office, entry.serial(), "已处理");
			return "/records/duty-log/" + office + "/" + entry.serial();
		});
	}

}
