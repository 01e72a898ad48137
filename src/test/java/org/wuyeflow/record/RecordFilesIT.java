package org.wuyeflow.record;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class RecordFilesIT {

	@LocalServerPort
	int port;

	@Autowired
	DutyLog dutyLog;

	@Autowired
	Registers registers;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	private String marker;

	private DutyLogEntry entry;

	private Visitor desk;

	@BeforeEach
	void enter() {
		this.marker = "记号" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
		this.entry = this.transaction.execute((status) -> this.dutyLog.enter("cuihu", null, null,
				Instant.parse("2026-03-05T06:30:00Z"), "=1+1 " + this.marker + " 𠮷先生13812345678", null));
		this.desk = Visitor.loggedIn(this.port, "front-desk");
	}

	@Test
	void printIsTheSameEveryTimeAndForEverybodyUntilTheRecordChanges() {
		byte[] first = this.desk.bytes(path() + ".pdf");
		assertThat(Visitor.loggedIn(this.port, "auditor").bytes(path() + ".pdf")).isEqualTo(first);
		assertThat(TakenOut.text(first)).contains("示例物业管理有限公司", "值班记录表", "翠湖花园管理处", "版本 A/0", this.entry.serial(),
				"第 1 页", "共 1 页", "值班人（签名）", "𠮷先生138****5678", "本页已隐去个人信息");
		this.transaction.executeWithoutResult((status) -> this.dutyLog.handle("cuihu", this.entry.serial(), "已处理"));
		assertThat(this.desk.bytes(path() + ".pdf")).isNotEqualTo(first);
	}

	@Test
	void printIsCompressedOnTheWayOnly() {
		HttpResponse<byte[]> sent = Visitor.loggedIn(this.port, "front-desk")
			.with("Accept-Encoding", "gzip")
			.file(path() + ".pdf");
		assertThat(sent.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(sent.body().length).isLessThan(this.desk.bytes(path() + ".pdf").length / 2);
	}

	@Test
	void blankFormHasBoxesToTick() {
		assertThat(TakenOut.text(this.desk.bytes("/records/complaint-followup/blank.pdf"))).contains("□ 是　□ 否", "□ 业主",
				"投诉人（签名）");
	}

	@Test
	void checkCodeLeadsBackAndSaysWhetherThePaperIsUpToDate() {
		String printed = TakenOut.text(this.desk.bytes(path() + ".pdf"));
		String code = printed.replaceAll("(?s).*校验码 (\\w{4})-(\\w{4}).*", "$1$2");
		String address = "/records/check/cuihu." + this.entry.serial() + "." + code;
		assertThat(this.desk.get(address).body()).contains("校验码相符，打印以后记录没有修改过", path());
		assertThat(
				this.desk.get("/records?find=" + this.entry.serial() + "%20" + code.toLowerCase(java.util.Locale.ROOT))
					.body())
			.contains("校验码相符");
		this.transaction.executeWithoutResult((status) -> this.dutyLog.handle("cuihu", this.entry.serial(), "已处理"));
		assertThat(this.desk.get(address).body()).contains("打印以后记录又修改过 1 次");
		assertThat(this.desk.get(address.substring(0, address.length() - 8) + "ZZZZZZZZ").body()).contains("校验码不符");
		assertThat(Visitor.loggedIn(this.port, "front-desk-jinmao").get(address).statusCode()).isEqualTo(404);
		assertThat(this.desk.get("/records/check/whatever").statusCode()).isEqualTo(404);
		assertThat(Visitor.at(this.port).get(address).statusCode()).isEqualTo(302);
	}

	@Test
	void filteredListIsPrintedAndExportedMaskedUntilSomebodySaysWhy() {
		String asked = "?text=" + java.net.URLEncoder.encode(this.marker, java.nio.charset.StandardCharsets.UTF_8);
		assertThat(TakenOut.text(this.desk.bytes("/records/duty-log.pdf" + asked))).contains(this.entry.serial(),
				"共 1 条", "138****5678");
		assertThat(TakenOut.text(this.desk.bytes("/records/duty-log/sheets.pdf" + asked)))
			.contains(this.entry.serial());
		List<List<String>> cells = TakenOut.cells(this.desk.bytes("/records/duty-log.xlsx" + asked));
		assertThat(cells).hasSize(4);
		assertThat(cells.get(1).get(0)).contains("版本 A/0", "翠湖花园管理处", "内容含“" + this.marker + "”", "共 1 条");
		assertThat(cells.get(3)).contains("t:翠湖花园管理处", "t:" + this.entry.serial(),
				"t:=1+1 " + this.marker + " 𠮷先生138****5678");

		HttpResponse<String> opened = this.desk.form("/records/duty-log/look",
				Map.of("target", "EXPORT", "reason", "检查审核", "text", this.marker, "_csrf", this.desk.tokenOn("/")));
		String location = Visitor.target(opened);
		assertThat(TakenOut.cells(this.desk.bytes(location)).get(3))
			.contains("t:=1+1 " + this.marker + " 𠮷先生13812345678");
		assertThat(this.jdbc.queryForObject("select way from record_look where serial = ? and office_id = 'cuihu'",
				String.class, this.entry.serial()))
			.isEqualTo("EXPORT");
	}

	@Test
	void blankFormsOfLaterProceduresArePrinted() {
		assertThat(TakenOut.text(this.desk.bytes("/records/house-takeover/blank.pdf")))
			.contains("房屋接管验收记录", "翠湖花园管理处", "整改期限", "移交方（签名）", "编号：____")
			.doesNotContain("校验码");
		assertThat(this.desk.get("/records/house-takeover/blank.pdf?office=jinmao").statusCode()).isEqualTo(404);
		assertThat(this.desk.get("/records/house-takeover").body()).contains("验收日期", "还没有记录");
	}

	@Test
	void filesComeWithSafeHeaders() {
		HttpResponse<String> answer = this.desk.get(path() + ".pdf");
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		assertThat(this.desk.get("/records/duty-log.xlsx").headers().firstValue("Content-Disposition").orElse(""))
			.startsWith("attachment")
			.contains("filename*=UTF-8''%E5%80%BC");
	}

	@Test
	void everyRegisterHasTheIndexesThatItsPageNeeds(@Autowired EntityManagerFactory entities,
			@Autowired DataSource database) throws Exception {
		for (Register register : this.registers.all()) {
			if (register.entity().isEmpty()) {
				continue;
			}
			String table = register.form().name().toLowerCase(java.util.Locale.ROOT);
			Class<?> entity = register.entity().get();
			table = entity.isAnnotationPresent(Table.class) ? entity.getAnnotation(Table.class).name()
					: entity.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
			try (var connection = database.getConnection()) {
				java.util.Set<String> indexes = new java.util.HashSet<>();
				boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
				try (var rows = connection.getMetaData()
					.getIndexInfo(connection.getCatalog(), null,
							upper ? table.toUpperCase(java.util.Locale.ROOT) : table, false, true)) {
					while (rows.next()) {
						indexes.add(String.valueOf(rows.getString("INDEX_NAME"))
							.toLowerCase(java.util.Locale.ROOT)
							.replaceFirst("_index_\\w+$", ""));
					}
				}
				assertThat(indexes).as("indexes of " + table)
					.contains(table + "_list", table + "_time", table + "_case", table + "_open", table + "_house");
			}
		}
	}

	private String path() {
		return "/records/duty-log/cuihu/" + this.entry.serial();
	}

}
