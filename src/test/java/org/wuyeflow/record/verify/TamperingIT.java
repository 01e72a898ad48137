package org.wuyeflow.record.verify;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManagerFactory;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.flywaydb.core.Flyway;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wuyeflow.complaint.Channel;
import org.wuyeflow.complaint.Complainant;
import org.wuyeflow.complaint.ComplainantKind;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.ComplaintClass;
import org.wuyeflow.complaint.ComplaintService;
import org.wuyeflow.complaint.Effect;
import org.wuyeflow.complaint.Intake;
import org.wuyeflow.complaint.Judgement;
import org.wuyeflow.complaint.Origin;
import org.wuyeflow.record.DutyLog;
import org.wuyeflow.record.DutyLogEntry;
import org.wuyeflow.record.Retention;
import org.wuyeflow.record.attachment.AttachmentKind;
import org.wuyeflow.record.attachment.Attachments;
import org.wuyeflow.record.attachment.Folder;
import org.wuyeflow.record.ledger.Forger;
import org.wuyeflow.record.ledger.LedgerKey;
import org.wuyeflow.record.ledger.LedgerKeys;
import org.wuyeflow.support.Pictures;
import org.wuyeflow.support.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedCaseInsensitiveMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A thousand tamperings straight in the database, each checked and taken back. The
 * database is the test's own, so that nothing but the tampering is wrong with it.
 */
@ExtendWith(TestDatabase.Condition.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "wuyeflow.notify.dispatch=false",
				"wuyeflow.ledger.seal=false",
				// what these keep for the whole JVM belongs to the shared application
				"camunda.bpm.generate-unique-process-engine-name=true", "camunda.bpm.webapp.enabled=false" })
@ContextConfiguration(initializers = TamperingIT.OwnDatabase.class)
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingIT {

	private static final int TAMPERINGS = Integer.getInteger("tamperings", 1000);

	/** Hexadecimal digits of a SHA-256, all that their column holds. */
	private static final int HASH = 64;

	private static final long SEED = 20261123;

	private static final List<String> LEDGER = List.of("record_change", "ledger_seal", "serial_counter",
			"attachment_content", "record_look");

	private static TestDatabase database;

	private static Path directory;

	@Autowired
	ComplaintService complaints;

	@Autowired
	DutyLog dutyLog;

	@Autowired
	Attachments attachments;

	@Autowired
	Retention retention;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	ConfigurableApplicationContext context;

	private final List<RecordTable> tables = RecordTable.all();

	private final Random random = new Random(SEED);

	private final List<Map<String, List<Map<String, Object>>>> dumps = new ArrayList<>();

	private Connection connection;

	private JdbcTemplate jdbc;

	private boolean filled;

	private int entered;

	@BeforeEach
	void fill() throws Exception {
		if (!this.filled) {
			this.filled = true;
			actAs("front-desk");
			for (int i = 0; i < 8; i++) {
				if (i == 1) {
					eraseWhatThereIsAndHoldAnother();
				}
				work(i);
				seal();
				if (i == 3 || i == 5) {
					connect();
					this.dumps.add(dump());
					disconnect();
				}
			}
			enter("尚未封存");
			SecurityContextHolder.clearContext();
		}
		connect();
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.connection.rollback();
		this.connection.close();
	}

	@Test
	void whatNobodyTouchedIsWhole() throws Exception {
		Report report = verify(anchor());
		assertThat(report.findings()).isEmpty();
		assertThat(report.registerRecords()).isGreaterThan(16);
		assertThat(report.changes()).isGreaterThan(90);
		assertThat(report.blocks()).isGreaterThan(16);
		assertThat(report.unsealed()).isPositive();
		assertThat(report.erased()).isPositive();
		assertThat(report.files()).isGreaterThan(10);
		assertThat(report.looks()).isGreaterThan(3);
	}

	@Test
	void columnsAreThoseThatTheApplicationWrites() {
		SessionFactoryImplementor factory = this.context.getBean(EntityManagerFactory.class)
			.unwrap(SessionFactoryImplementor.class);
		for (RecordTable table : this.tables) {
			AbstractEntityPersister persister = (AbstractEntityPersister) factory.getMappingMetamodel()
				.streamEntityDescriptors()
				.filter((entity) -> entity.getMappedClass().getSimpleName().equals(table.entity()))
				.findFirst()
				.orElseThrow();
			assertThat(persister.getTableName()).isEqualTo(table.name());
			Set<String> columns = new TreeSet<>(Set.of("id", "version"));
			for (int i = 0; i < persister.getPropertyTypes().length; i++) {
				if (!persister.getPropertyTypes()[i].isCollectionType()) {
					columns.addAll(List.of(persister.getPropertyColumnNames(i)));
				}
			}
			Set<String> checked = table.columns().stream().map(RecordColumn::name).collect(Collectors.toSet());
			checked.addAll(Set.of("id", "version"));
			assertThat(checked).as(table.entity()).isEqualTo(columns);
		}
	}

	@Test
	void commandSaysWhatItCheckedAndWhatItCannotSee() throws Exception {
		List<String> options = new ArrayList<>(List.of("--spring.profiles.active=demo",
				"--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.username(),
				"--spring.datasource.password=" + database.password(), "--wuyeflow.data-dir=" + directory));
		assertThat(command(options)).startsWith("0").contains("结论：完好", "个附件文件", "恢复成旧的备份");
		options.add("--wuyeflow.ledger.anchor-file=" + directory.resolve("anchor"));
		assertThat(command(options)).startsWith("0").contains("结论：完好", "最后是第").doesNotContain("恢复成旧的备份");

		this.jdbc.update("update duty_log_entry set matter = concat(matter, '。') where serial like '%-00001'");
		this.connection.commit();
		try {
			assertThat(command(options)).startsWith("1").contains("有 1 处不符", "✗ 值班记录表 ZB-");
		}
		finally {
			this.jdbc.update("update duty_log_entry set matter = left(matter, char_length(matter) - 1)"
					+ " where serial like '%-00001'");
			this.connection.commit();
		}
		String printed = anchor().heads().get(5L).substring(0, 32);
		assertThat(command(options, "--printed=5:" + printed)).startsWith("0").contains("已与打印的指纹对照：第 5 块");
		assertThat(command(options, "--printed=6:" + printed)).startsWith("1")
			.contains("✗ 第 6 块：与锚点不符", "打印的指纹是 " + printed);
		assertThat(command(options, "--printed=5:" + printed + ",5000:" + printed)).startsWith("1")
			.contains("✗ 第 5000 块：与锚点不符", "数据库只到第");
		assertThatThrownBy(() -> command(options, "--printed=5")).hasMessageContaining("块号:指纹");
		options.add("--without-files");
		assertThat(command(options)).startsWith("0").contains("附件文件没有核对", "结论：完好").doesNotContain("个附件文件");
		options.add("--wuyeflow.ledger.anchor-file=" + directory.resolve("none"));
		assertThatThrownBy(() -> command(options.subList(0, options.size()))).hasMessageContaining("锚点文件");
	}

	@Test
	void ledgerOutlivesMovesToOtherDatabases() throws Exception {
		TestDatabase elsewhere = TestDatabase.createOnH2();
		copy(database, elsewhere);
		assertThat(verify(elsewhere).findings()).isEmpty();
		TestDatabase back = TestDatabase.create();
		copy(elsewhere, back);
		try (Connection moved = back.connect(); Statement statement = moved.createStatement()) {
			if (TestDatabase.onMySql()) {
				for (String table : List.of("record_change", "duty_log_entry", "complaint_entry", "ledger_seal")) {
					statement.execute("alter table " + table + " convert to character set gb18030");
				}
				statement.execute("set time_zone = '-08:00'");
				restoreBackups();
			}
			else {
				Path script = directory.resolve("dump.sql");
				statement.execute("script to '" + script + "'");
				statement.execute("drop all objects");
				statement.execute("runscript from '" + script + "'");
				statement.execute("set time zone '-08:00'");
			}
			assertThat(new RecordVerifier(moved, this.tables, keys(), anchor(), Instant.now()).verify(true).findings())
				.isEmpty();
		}
	}

	/** What MySQL's own programs dump and load again, in whatever character set. */
	private void restoreBackups() throws Exception {
		for (String charset : List.of("utf8mb4", "gb18030")) {
			Path file = directory.resolve(charset + ".sql");
			String option = "--default-character-set=" + charset;
			database.dump(file, option, System.getProperty("dump.option", "--hex-blob"));
			TestDatabase restored = TestDatabase.create();
			restored.load(file, option);
			assertThat(verify(restored).findings()).as(charset).isEmpty();
			assertThat(verify(restored).files()).isPositive();
		}
	}

	private Report verify(TestDatabase other) throws Exception {
		try (Connection moved = other.connect()) {
			return new RecordVerifier(moved, this.tables, keys(), anchor(), Instant.now()).verify(true);
		}
	}

	private static String command(List<String> options, String more) throws Exception {
		List<String> all = new ArrayList<>(options);
		all.add(more);
		return command(all);
	}

	private static String command(List<String> options) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int exit = new VerifyRecords().run(options, new PrintStream(out, true, StandardCharsets.UTF_8));
		return exit + "\n" + out.toString(StandardCharsets.UTF_8);
	}

	/** Makes our tables there and copies what is in them. */
	private void copy(TestDatabase from, TestDatabase to) throws SQLException {
		Flyway.configure()
			.dataSource(to.url(), to.username(), to.password())
			.locations("classpath:db/migration/common")
			.load()
			.migrate();
		try (Connection source = from.connect(); Connection target = to.connect()) {
			try (Statement statement = target.createStatement()) {
				statement.execute(to.url().startsWith("jdbc:h2:") ? "set referential_integrity false"
						: "set foreign_key_checks = 0");
			}
			for (String table : names()) {
				copy(table, source, target);
			}
		}
	}

	private static void copy(String table, Connection source, Connection target) throws SQLException {
		try (Statement statement = source.createStatement();
				ResultSet rows = statement.executeQuery("select * from " + table)) {
			List<String> names = new ArrayList<>();
			for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
				names.add(rows.getMetaData().getColumnName(i));
			}
			String insert = "insert into " + table + " (" + String.join(", ", names) + ") values ("
					+ String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
			while (rows.next()) {
				try (PreparedStatement copy = target.prepareStatement(insert)) {
					for (int i = 1; i <= names.size(); i++) {
						copy.setObject(i, switch (rows.getMetaData().getColumnType(i)) {
							case Types.TIMESTAMP -> rows.getObject(i, LocalDateTime.class);
							case Types.DATE -> rows.getObject(i, LocalDate.class);
							case Types.CLOB, Types.LONGVARCHAR -> rows.getString(i);
							default -> rows.getObject(i);
						});
					}
					copy.executeUpdate();
				}
			}
		}
	}

	/** Each key's last signature is checked, for the next key's says nothing of it. */
	@Test
	void whoHoldsOneKeyCannotVouchForWhatAnotherSealed() throws Exception {
		Forger other = Forger.withOwnKey();
		Map<String, LedgerKey> keys = keys();
		keys.put(other.key().id(), other.key());
		long last = this.jdbc.queryForObject("select max(block_number) from ledger_seal", Long.class);
		try {
			this.jdbc.update("update ledger_seal set signature = ? where block_number = ?", new byte[64], last - 1);
			other.restamp(this.jdbc, last);

			Report report = new RecordVerifier(this.connection, this.tables, keys, AnchorFile.NONE, Instant.now())
				.verify(true);

			assertThat(report.findings()).singleElement().extracting(Finding::kind).isEqualTo(Finding.Kind.SIGNATURE);
		}
		finally {
			this.connection.rollback();
		}
	}

	@Test
	void thousandTamperingsAreAllFoundWithTheAnchor() throws Exception {
		Map<Tampering, List<String>> missed = new EnumMap<>(Tampering.class);
		Map<Tampering, Integer> tried = new EnumMap<>(Tampering.class);
		Set<Tampering> foundWithout = EnumSet.noneOf(Tampering.class);
		Set<Tampering> missedWithout = EnumSet.noneOf(Tampering.class);
		AnchorFile anchor = anchor();
		for (int i = 0; i < TAMPERINGS; i++) {
			Tampering tampering = Tampering.values()[i % Tampering.values().length];
			String what = tamper(tampering);
			Report with = verify(anchor);
			if (with.whole()) {
				missed.computeIfAbsent(tampering, (key) -> new ArrayList<>()).add(what);
			}
			boolean needsNoAnchor = with.findings().stream().anyMatch((one) -> one.kind() != Finding.Kind.ANCHOR);
			(needsNoAnchor ? foundWithout : missedWithout).add(tampering);
			tried.merge(tampering, 1, Integer::sum);
			this.connection.rollback();
		}
		assertThat(missed).isEmpty();
		assertThat(missedWithout).containsExactlyInAnyOrder(Tampering.CUT_OFF_THE_END, Tampering.RESTORE_AN_OLD_DUMP,
				Tampering.WIPE_EVERYTHING, Tampering.RESTAMP_WITH_THE_STOLEN_KEY, Tampering.TAKE_SEALS_OFF_THE_END);
		assertThat(foundWithout).doesNotContainAnyElementsOf(missedWithout);
		assertThat(tried.values()).allMatch((count) -> count >= TAMPERINGS / Tampering.values().length);
		assertThat(verify(anchor).findings()).isEmpty();
	}

	@Test
	void fileIsNamedThatIsNotTheOneAttached() throws Exception {
		List<Map<String, Object>> files = this.jdbc.queryForList(
				"""
						select a.id, a.case_number, c.content from attachment a join attachment_content c on c.attachment_id = a.id
						where a.file_type = 'PDF' order by a.id""");
		String one = name(files.get(0));
		String other = name(files.get(1));

		this.jdbc.update("update attachment_content set content = ? where attachment_id = ?",
				files.get(1).get("content"), files.get(0).get("id"));
		assertThat(verify(AnchorFile.NONE).findings()).extracting(Finding::toString)
			.containsExactly(one + "：附件的文件与上传时不同：现在是" + other + "的文件");
		this.connection.rollback();

		this.jdbc.update("update attachment_content set content = ? where attachment_id = ?", Pictures.pdf("伪造"),
				files.get(0).get("id"));
		this.jdbc.update("delete from attachment_content where attachment_id = ?", files.get(1).get("id"));
		assertThat(verify(AnchorFile.NONE).findings()).extracting(Finding::toString)
			.containsExactlyInAnyOrder(one + "：附件的文件与上传时不同", other + "：附件的文件不在了");
	}

	@Test
	void lookIsNamedThatIsNotTheOneTaken() throws Exception {
		Map<String, Object> look = this.jdbc
			.queryForList("select * from record_look where seal_number is not null and reason <> '' order by id desc")
			.get(0);
		this.jdbc.update("update record_look set staff_name = '别人' where id = ?", look.get("id"));
		assertThat(verify(AnchorFile.NONE).findings()).extracting(Finding::toString)
			.anyMatch((line) -> line.matches("\\S+ " + look.get("serial") + "（cuihu）：查看记录被改动：别人 .*（UTC）的查看"))
			.hasSize(2);
		this.connection.rollback();

		this.jdbc.update("update record_look set reason = '', reason_salt = null where id = ?", look.get("id"));
		assertThat(verify(AnchorFile.NONE).findings()).extracting(Finding::kind)
			.containsExactly(Finding.Kind.PERSONAL_DATA);
	}

	private static String name(Map<String, Object> file) {
		return "案件 " + file.get("case_number") + " 的 attachment " + HexFormat.of().formatHex((byte[]) file.get("id"))
				+ "（cuihu）";
	}

	@Test
	void forgedRecordsThatHangOnEachOtherAreNamed() throws Exception {
		Map<String, Object> hold = copy(this.jdbc.queryForList("select * from legal_hold").get(0));
		byte[] one = new byte[16];
		byte[] other = new byte[16];
		this.random.nextBytes(one);
		this.random.nextBytes(other);
		hold.put("case_number", null);
		hold.put("id", one);
		hold.put("record_id", other);
		insert("legal_hold", hold);
		hold.put("id", other);
		hold.put("record_id", one);
		insert("legal_hold", hold);

		String first = "legal_hold " + HexFormat.of().formatHex(one) + "（cuihu）";
		String second = "legal_hold " + HexFormat.of().formatHex(other) + "（cuihu）";
		assertThat(verify(AnchorFile.NONE).findings()).extracting(Finding::toString)
			.containsExactlyInAnyOrder("案件不明的 " + second + " 的 " + first + "：登记簿里有这条记录，却没有登记的记录",
					"案件不明的 " + first + " 的 " + second + "：登记簿里有这条记录，却没有登记的记录");
	}

	@Test
	void brokenRecordIsNamedWithRegisterSerialAndField() throws Exception {
		Map<String, Object> entry = this.jdbc.queryForList("select * from duty_log_entry order by id").get(0);
		this.jdbc.update("update duty_log_entry set matter = 'x', house_number = '1-1-101' where id = ?",
				entry.get("id"));
		assertThat(verify(AnchorFile.NONE).findings()).extracting(Finding::toString)
			.containsExactly("值班记录表 " + entry.get("serial") + "（cuihu）：登记内容与修改记录不符：房号、事项（个人信息）");
		this.connection.rollback();

		this.jdbc.update("update record_change set staff_name = '别人' where entity_id = ? and change_number = 0",
				entry.get("id"));
		assertThat(verify(AnchorFile.NONE).findings()).extracting(Finding::toString)
			.contains("值班记录表 " + entry.get("serial") + "（cuihu）：修改记录被改动：第 0 次修改")
			.anyMatch((line) -> line.matches("第 \\d+ 块：封存块的内容与封存时不同"))
			.hasSize(2);
		this.connection.rollback();

		this.jdbc.update("delete from record_change where entity_id = ?", entry.get("id"));
		this.jdbc.update("delete from duty_log_entry where id = ?", entry.get("id"));
		assertThat(verify(AnchorFile.NONE).findings()).extracting(Finding::toString)
			.contains("值班记录表（cuihu，" + entry.get("serial").toString().substring(3, 7) + " 年）：编号不连续：缺 "
					+ entry.get("serial"));
	}

	private String tamper(Tampering tampering) throws IOException {
		switch (tampering) {
			case EDIT_A_RECORD -> {
				RecordTable table = any(this.tables.stream().filter((one) -> count(one.name()) > 0).toList());
				return editRow(table, id(table));
			}
			case EDIT_A_CHANGE -> {
				return editChange(change());
			}
			case EDIT_RECORD_AND_CHANGE -> {
				return editBoth();
			}
			case EDIT_AND_RESTAMP_WITH_ANOTHER_KEY -> {
				String what = editBoth();
				Forger.withOwnKey().restamp(this.jdbc, 1 + this.random.nextInt(10));
				return what;
			}
			case RESTAMP_WITH_THE_STOLEN_KEY -> {
				String what = editBoth();
				Forger.withKeyOf(keyFile()).restamp(this.jdbc, 1);
				return what;
			}
			case DELETE_A_CHANGE -> {
				Map<String, Object> change = change();
				return "delete " + update("delete from record_change where entity_id = ? and change_number = ?",
						change.get("entity_id"), change.get("change_number"));
			}
			case DELETE_A_RECORD -> {
				RecordTable table = any(this.tables.stream().filter((one) -> count(one.name()) > 0).toList());
				return table.name() + update("delete from " + table.name() + " where id = ?", id(table));
			}
			case DELETE_A_RECORD_AND_ITS_CHANGES -> {
				RecordTable table = any(this.tables.stream().filter((one) -> count(one.name()) > 0).toList());
				byte[] id = id(table);
				return table.name() + update("delete from " + table.name() + " where id = ?", id)
						+ update("delete from record_change where entity_id = ?", id);
			}
			case INSERT_A_CHANGE -> {
				Map<String, Object> copy = copy(change());
				copy.put("change_number", 90 + this.random.nextInt(9));
				if (this.random.nextBoolean()) {
					copy.put("seal_number", null);
				}
				return insert("record_change", copy);
			}
			case INSERT_A_RECORD -> {
				return insertRecord(false);
			}
			case INSERT_A_RECORD_WITH_CHANGES -> {
				return insertRecord(true);
			}
			case REORDER_CHANGES -> {
				byte[] id = (byte[]) any(this.jdbc
					.queryForList("select entity_id from record_change where change_number = 1 order by entity_id"))
					.get("entity_id");
				return "reorder" + renumber(id, 0, 1000) + renumber(id, 1, 0) + renumber(id, 1000, 1);
			}
			case SWAP_CHANGES -> {
				return swap("record_change",
						any(List.of("fields", "case_number", "changed_at", "entity_id", "seal_number")), "stamp");
			}
			case SWAP_RECORDS -> {
				return swap("duty_log_entry", any(List.of("matter", "happened_at", "serial")), "id");
			}
			case CHANGE_THE_CLOCK -> {
				Map<String, Object> change = change();
				Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(this.random.nextInt(10_000_000));
				return "clock"
						+ update("update record_change set changed_at = ? where entity_id = ? and change_number = ?",
								Timestamp.from(at), change.get("entity_id"), change.get("change_number"));
			}
			case EDIT_A_SEAL -> {
				return editSeal();
			}
			case DELETE_A_SEAL -> {
				return "delete seal"
						+ update("delete from ledger_seal where block_number = ?", 1 + this.random.nextInt(16));
			}
			case UNSEAL_CHANGES -> {
				return "unseal" + update("update record_change set seal_number = null where seal_number = ?",
						1 + this.random.nextInt(16));
			}
			case TAKE_SEALS_OFF_THE_END -> {
				int last = 5 + this.random.nextInt(10);
				return "take off" + update("delete from ledger_seal where block_number > ?", last)
						+ update("update record_change set seal_number = null where seal_number > ?", last)
						+ update("update record_look set seal_number = null where seal_number > ?", last);
			}
			case TURN_A_COUNTER -> {
				Map<String, Object> counter = any(this.jdbc.queryForList(
						"select * from serial_counter where last_number > 1 order by office_id, prefix, counter_year"));
				int turn = "*".equals(counter.get("office_id")) ? -1 : any(List.of(-1, 1, 3));
				return "turn " + turn + update(
						"update serial_counter set last_number = last_number + ? where office_id = ? and prefix = ?",
						turn, counter.get("office_id"), counter.get("prefix"));
			}
			case ERASE_PERSONAL_DATA -> {
				Map<String, Object> change = any(this.jdbc.queryForList(
						"select * from record_change where personal_fields not in ('', '{}') order by entity_id, change_number"));
				return "erase" + update("""
						update record_change set personal_fields = '', personal_salt = null
						where entity_id = ? and change_number = ?""", change.get("entity_id"),
						change.get("change_number"));
			}
			case EDIT_A_LOOK -> {
				String column = any(List.of("form", "office_id", "serial", "staff_id", "staff_name", "way", "reason"));
				Map<String, Object> look = look();
				return column + update("update record_look set " + column + " = ? where id = ?",
						other((String) look.get(column)), look.get("id"));
			}
			case DELETE_A_LOOK -> {
				return "delete look" + update("delete from record_look where id = ?", look().get("id"));
			}
			case INSERT_A_LOOK -> {
				Map<String, Object> copy = copy(look());
				byte[] forged = new byte[16];
				this.random.nextBytes(forged);
				copy.put("id", forged);
				if (this.random.nextBoolean()) {
					copy.put("seal_number", null);
				}
				return insert("record_look", copy);
			}
			case SWAP_LOOKS -> {
				return swap("record_look", any(List.of("looked_at", "record_id", "seal_number", "reason")), "id");
			}
			case ERASE_A_REASON -> {
				Map<String, Object> look = any(
						this.jdbc.queryForList("select * from record_look where reason <> '' order by id"));
				return "erase reason"
						+ update("update record_look set reason = '', reason_salt = null where id = ?", look.get("id"));
			}
			case EDIT_A_FILE -> {
				return editFile();
			}
			case SWAP_FILES -> {
				return swap("attachment_content", "content", "attachment_id");
			}
			case DELETE_A_FILE -> {
				return "delete file "
						+ update("delete from attachment_content where attachment_id = ?", file().get("attachment_id"));
			}
			case INSERT_A_FILE -> {
				Map<String, Object> copy = copy(file());
				byte[] forged = new byte[16];
				this.random.nextBytes(forged);
				copy.put("attachment_id", forged);
				return insert("attachment_content", copy);
			}
			case CUT_OFF_THE_END, RESTORE_AN_OLD_DUMP -> {
				Map<String, List<Map<String, Object>>> old = any(this.dumps);
				return "restore" + restore(old);
			}
			case WIPE_EVERYTHING -> {
				return "wipe" + restore(Map.of());
			}
			default -> throw new IllegalStateException(tampering.name());
		}
	}

	private String editRow(RecordTable table, byte[] id) {
		List<RecordColumn> columns = table.columns().stream().filter((one) -> one.type() == ColumnType.TEXT).toList();
		RecordColumn column = any(columns);
		String before = this.jdbc.queryForObject("select " + column.name() + " from " + table.name() + " where id = ?",
				String.class, id);
		return table.name() + "." + column.name()
				+ update("update " + table.name() + " set " + column.name() + " = ? where id = ?", other(before), id);
	}

	private String editChange(Map<String, Object> change) {
		String column = any(List.of("office_id", "case_number", "process", "activity", "activity_name", "step_id",
				"staff_id", "staff_name", "fields", "personal_fields", "entity"));
		String before = (String) change.get(column);
		return column + update("update record_change set " + column + " = ? where entity_id = ? and change_number = ?",
				column.endsWith("fields") ? otherJson(before) : other(before), change.get("entity_id"),
				change.get("change_number"));
	}

	/** The record says something else, and its first change has always said so. */
	private String editBoth() {
		Map<String, Object> row = any(this.jdbc.queryForList("""
				select d.id, d.matter, c.personal_fields from duty_log_entry d
				join record_change c on c.entity_id = d.id and c.change_number = 0 and c.seal_number is not null
				where d.matter <> ''
				order by d.id"""));
		String matter = "改写" + this.random.nextInt();
		return matter + update("update duty_log_entry set matter = ? where id = ?", matter, row.get("id"))
				+ update("update record_change set personal_fields = ? where entity_id = ? and change_number = 0",
						row.get("personal_fields").toString().replace(row.get("matter").toString(), matter),
						row.get("id"));
	}

	private Map<String, Object> look() {
		return any(this.jdbc.queryForList("select * from record_look order by id"));
	}

	private Map<String, Object> file() {
		return any(this.jdbc.queryForList("select * from attachment_content order by attachment_id"));
	}

	/** One bit of a file or of its thumbnail, or another file with its entry to match. */
	private String editFile() {
		Map<String, Object> file = file();
		byte[] id = (byte[]) file.get("attachment_id");
		String column = (file.get("thumbnail") != null) ? any(List.of("content", "thumbnail")) : "content";
		byte[] bytes = ((byte[]) file.get(column)).clone();
		bytes[this.random.nextInt(bytes.length)] ^= 1;
		String what = column
				+ update("update attachment_content set " + column + " = ? where attachment_id = ?", bytes, id);
		if (this.random.nextBoolean()) {
			MessageDigest digest = LeafHasher.sha256();
			what += update("update attachment set " + ("content".equals(column) ? "sha256" : "thumbnail_sha256")
					+ " = ? where id = ?", HexFormat.of().formatHex(digest.digest(bytes)), id);
		}
		return what;
	}

	private String editSeal() {
		String column = any(List.of("row_count", "total_rows", "previous_link", "merkle_root", "signature", "sealed_at",
				"key_id", "block_number"));
		Map<String, Object> seal = any(this.jdbc.queryForList("select * from ledger_seal order by block_number"));
		Object other = switch (column) {
			case "row_count", "total_rows" -> ((Number) seal.get(column)).longValue() + 1;
			case "block_number" -> 100 + this.random.nextInt(100);
			case "sealed_at" -> Timestamp.from(Instant.parse("2026-01-01T00:00:00Z"));
			case "key_id" -> "0123456789abcdef";
			default -> {
				byte[] bytes = ((byte[]) seal.get(column)).clone();
				bytes[this.random.nextInt(bytes.length)] ^= 1;
				yield bytes;
			}
		};
		return column + update("update ledger_seal set " + column + " = ? where block_number = ?", other,
				seal.get("block_number"));
	}

	private String insertRecord(boolean withChanges) {
		Map<String, Object> copy = copy(any(this.jdbc.queryForList("select * from duty_log_entry order by id")));
		byte[] id = (byte[]) copy.get("id");
		byte[] forged = new byte[16];
		this.random.nextBytes(forged);
		String serial = "ZB-" + copy.get("serial").toString().substring(3, 7) + "-00099";
		String before = (String) copy.put("serial", serial);
		copy.put("id", forged);
		String what = insert("duty_log_entry", copy);
		if (withChanges) {
			for (Map<String, Object> change : this.jdbc
				.queryForList("select * from record_change where entity_id = ? order by change_number", id)) {
				change.put("entity_id", forged);
				change.put("seal_number", null);
				change.put("fields", change.get("fields").toString().replace(before, serial));
				what += insert("record_change", change);
			}
			what += update("update serial_counter set last_number = 99 where office_id = 'cuihu' and prefix = 'ZB'");
		}
		return what;
	}

	private String renumber(byte[] id, int from, int to) {
		return update("update record_change set change_number = ? where entity_id = ? and change_number = ?", to, id,
				from);
	}

	/** Two rows with different values of a column exchange them. */
	private String swap(String table, String column, String key) {
		List<Map<String, Object>> rows = new ArrayList<>(
				this.jdbc.queryForList("select * from " + table + " where " + column + " is not null order by " + key));
		Collections.shuffle(rows, this.random);
		Map<String, Object> one = rows.get(0);
		Map<String, Object> other = rows.stream()
			.filter((row) -> !same(row.get(column), one.get(column)))
			.findFirst()
			.orElseThrow();
		String set = "update " + table + " set " + column + " = ? where " + key + " = ?";
		boolean unique = "entity_id".equals(column) || "serial".equals(column);
		String what = "swap " + column;
		if (unique) {
			what += update(set, "serial".equals(column) ? "-" : new byte[16], one.get(key));
		}
		if ("entity_id".equals(column)) {
			this.jdbc.update("update record_change set change_number = change_number + 50 where stamp in (?, ?)",
					one.get(key), other.get(key));
		}
		return what + update(set, one.get(column), other.get(key)) + update(set, other.get(column), one.get(key));
	}

	private Map<String, Object> change() {
		return any(this.jdbc.queryForList("select * from record_change order by entity_id, change_number"));
	}

	private byte[] id(RecordTable table) {
		return (byte[]) any(this.jdbc.queryForList("select id from " + table.name() + " order by id")).get("id");
	}

	private long count(String table) {
		return this.jdbc.queryForObject("select count(*) from " + table, Long.class);
	}

	private String other(String before) {
		if (before == null) {
			return any(List.of("", "改"));
		}
		return switch (this.random.nextInt(3)) {
			case 0 -> (before.length() == HASH) ? before.toUpperCase(Locale.ROOT) : before + " ";
			case 1 -> before.isEmpty() ? "x" : before.substring(1);
			default -> "x" + ((before.length() > 1) ? before.substring(1) : "");
		};
	}

	private String otherJson(String before) {
		return any(List.of(before + " ", before.replaceFirst("\\}", " }"), "{}".equals(before) ? "{\"a\":{}}" : "{}"));
	}

	private <T> T any(List<T> choice) {
		return choice.get(this.random.nextInt(choice.size()));
	}

	private String update(String sql, Object... values) {
		return " [" + this.jdbc.update(sql, values) + "]";
	}

	private String insert(String table, Map<String, Object> row) {
		String marks = row.keySet().stream().map((column) -> "?").collect(Collectors.joining(", "));
		return " " + table
				+ update("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values (" + marks + ")",
						row.values().toArray());
	}

	private static Map<String, Object> copy(Map<String, Object> row) {
		Map<String, Object> copy = new LinkedCaseInsensitiveMap<>();
		copy.putAll(row);
		return copy;
	}

	private static boolean same(Object one, Object other) {
		return (one instanceof byte[] bytes) ? Arrays.equals(bytes, (byte[]) other) : one.equals(other);
	}

	/** What a backup of this moment would hold of the records. */
	private Map<String, List<Map<String, Object>>> dump() {
		Map<String, List<Map<String, Object>>> dump = new HashMap<>();
		names().forEach((table) -> dump.put(table, this.jdbc.queryForList("select * from " + table)));
		return dump;
	}

	private String restore(Map<String, List<Map<String, Object>>> dump) {
		names().forEach((table) -> this.jdbc.update("delete from " + table));
		dump.forEach((table, rows) -> rows.forEach((row) -> insert(table, row)));
		return " [" + dump.size() + "]";
	}

	private List<String> names() {
		List<String> names = new ArrayList<>(LEDGER);
		this.tables.forEach((table) -> names.add(table.name()));
		return names;
	}

	private void work(int round) {
		enter("漏水，电话13812345678，第" + round + "次 😀");
		String serial = enter("电梯 𠮷先生 “" + round + "”");
		seal();
		this.transaction.executeWithoutResult((status) -> this.dutyLog.handle("cuihu", serial, "已修好\n第二行 "));
		Complaint complaint = this.complaints.register(new Intake("cuihu", Origin.OFFICE, Channel.PHONE, null, null,
				new Complainant(ComplainantKind.OWNER, "张三" + round, "13900139000"), "3-2-1501", "噪音", "夜间装修",
				Instant.parse("2026-03-05T06:30:00Z"), true, round % 3 == 0, null, (round % 2 == 0) ? "当场已致歉" : null));
		seal();
		if (round % 2 == 0) {
			this.complaints.acknowledgeSettlement(complaint.number(), true, null);
		}
		else {
			this.complaints.judge(complaint.number(),
					new Judgement(ComplaintClass.ONE, Effect.NORMAL, "engineering", "尽快处理", false));
			this.complaints.progress(complaint.number(), "已上门", null);
		}
		Folder folder = Folder.ofCase("cuihu", complaint.number());
		this.attachments.attach(folder, AttachmentKind.PHOTO, "张三.jpg",
				Pictures.jpeg(40 + round, 30, Color.RED, Color.BLUE));
		this.attachments.open(
				this.attachments.attach(folder, AttachmentKind.LETTER, "来信.pdf", Pictures.pdf("第" + round + "封")).id());
	}

	/** Goes years ahead and back again, so that the cases closed so far are erased. */
	private void eraseWhatThereIsAndHoldAnother() {
		String serial = enter("张三来电13812345678");
		Instant present = Instant.now();
		DutyLogEntry entry = this.transaction.execute((status) -> this.dutyLog.handle("cuihu", serial, "已答复"));
		this.attachments.open(this.attachments
			.attach(Folder.of(entry), AttachmentKind.PHOTO, "张三.png", Pictures.png(9, 9, Color.RED, Color.BLUE))
			.id());
		actAs("office-manager");
		String held = enter("有争议");
		this.retention.hold("duty-log", "cuihu", held, "业主起诉", LocalDate.parse("2031-12-31"));
		ClockUtil.setCurrentTime(Date.from(present.plus(Duration.ofDays(4 * 366))));
		assertThat(this.retention.eraseDue()).isPositive();
		ClockUtil.reset();
		actAs("front-desk");
	}

	private static void actAs(String user) {
		SecurityContextHolder.getContext()
			.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
	}

	private String enter(String matter) {
		return this.transaction
			.execute((status) -> this.dutyLog.enter("cuihu", null, null,
					Instant.parse("2026-03-05T06:30:00.123456Z").plusMillis(this.entered++), matter, null))
			.serial();
	}

	private void seal() {
		ReflectionTestUtils.invokeMethod(this.context.getBean("sealer"), "seal");
	}

	private Report verify(AnchorFile anchor) throws SQLException, IOException {
		return new RecordVerifier(this.connection, this.tables, keys(), anchor,
				Instant.now().plus(Duration.ofMinutes(5)))
			.verify(true);
	}

	private AnchorFile anchor() throws IOException {
		return AnchorFile.read(directory.resolve("anchor"));
	}

	private static Map<String, LedgerKey> keys() {
		Map<String, LedgerKey> keys = new HashMap<>();
		LedgerKeys.read(keyFile()).all().forEach((key) -> keys.put(key.id(), key));
		return keys;
	}

	private static Path keyFile() {
		return directory.resolve("ledger.key");
	}

	private void connect() throws SQLException {
		this.connection = database.connect();
		this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(this.connection, true));
		this.jdbc.execute(TestDatabase.onMySql() ? "set foreign_key_checks = 0" : "set referential_integrity false");
		this.connection.setAutoCommit(false);
		this.connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
	}

	/** What somebody might do who can write the database. */
	private enum Tampering {

		EDIT_A_RECORD, EDIT_A_CHANGE, EDIT_RECORD_AND_CHANGE, EDIT_AND_RESTAMP_WITH_ANOTHER_KEY,
		RESTAMP_WITH_THE_STOLEN_KEY, DELETE_A_CHANGE, DELETE_A_RECORD, DELETE_A_RECORD_AND_ITS_CHANGES, INSERT_A_CHANGE,
		INSERT_A_RECORD, INSERT_A_RECORD_WITH_CHANGES, REORDER_CHANGES, SWAP_CHANGES, SWAP_RECORDS, CHANGE_THE_CLOCK,
		EDIT_A_SEAL, DELETE_A_SEAL, UNSEAL_CHANGES, TAKE_SEALS_OFF_THE_END, TURN_A_COUNTER, ERASE_PERSONAL_DATA,
		CUT_OFF_THE_END, RESTORE_AN_OLD_DUMP, WIPE_EVERYTHING, EDIT_A_FILE, SWAP_FILES, DELETE_A_FILE, INSERT_A_FILE,
		EDIT_A_LOOK, DELETE_A_LOOK, INSERT_A_LOOK, SWAP_LOOKS, ERASE_A_REASON

	}

	/** Gives the application a database, a key and an anchor of its own. */
	static class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			database = TestDatabase.create();
			try {
				directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "ledger");
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
			TestPropertyValues
				.of("spring.datasource.url=" + database.url(), "spring.datasource.username=" + database.username(),
						"spring.datasource.password=" + database.password(), "wuyeflow.data-dir=" + directory,
						"wuyeflow.ledger.anchor-file=" + directory.resolve("anchor"))
				.applyTo(context);
		}

	}

}
