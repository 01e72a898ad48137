package org.wuyeflow.office.estate;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuyeflow.Command;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Houses;
import org.wuyeflow.office.OfficeKind;
import org.wuyeflow.office.Staff;
import org.wuyeflow.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Imports into two offices that are there for these tests only.
 */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class EstateImportIT {

	private static final EstateOffice NORTH = new EstateOffice("trial-north", "北苑管理处", OfficeKind.RESIDENTIAL);

	private static final EstateOffice SOUTH = new EstateOffice("trial-south", "南苑管理处", OfficeKind.RESIDENTIAL);

	private static final Staff CLERK = new Staff("clerk", "资料员", Set.of(), Set.of());

	private static final String HEADER = "管理处,房号,入住日期,身份,姓名,电话,类型\n";

	private static final String FIRST = HEADER + """
			trial-north,1-1-101,2022-05-01,业主,王伟,13900000001,
			trial-north,1-1-101,,家属,李芳,,
			trial-north,1-1-102,,业主,赵国栋,13900000002,
			trial-north,1-1-103,2023-01-01,业主,大地置业有限公司,,单位
			trial-north,1-1-104,2023-01-01,业主,大地置业有限公司,021-50000001,单位
			trial-north,1-1-105,,,,,
			""";

	@Autowired
	EstateImport estate;

	@Autowired
	Houses houses;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Environment environment;

	@TempDir
	Path folder;

	@BeforeEach
	void open() {
		close();
		this.transaction.executeWithoutResult((status) -> List.of(NORTH, SOUTH)
			.forEach((office) -> this.jdbc.update(
					"insert into office (id, name, kind, complaint_edition) values (?, ?, 'RESIDENTIAL', 'OPINION')",
					office.id(), office.name())));
	}

	@AfterEach
	void close() {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update("""
					delete from occupancy where house_id in (select id from house where office_id like 'trial-%')""");
			List.of("house", "customer")
				.forEach((table) -> this.jdbc.update("delete from " + table + " where office_id like 'trial-%'"));
			this.jdbc.update("delete from estate_import where offices like 'trial-%'");
			this.jdbc.update("delete from office where id like 'trial-%'");
		});
	}

	@Test
	void houseThatWasImportedIsFoundAsPeopleTypeIt() {
		load(FIRST);
		House house = this.houses.find("trial-north", "1栋1单元101");
		assertThat(house.building()).isEqualTo("1");
		assertThat(house.unit()).isEqualTo("1");
		assertThat(house.room()).isEqualTo("101");
		assertThat(house.movedInOn()).isEqualTo("2022-05-01");
		assertThat(occupants("1-1-101")).containsExactly("OWNER 王伟 13900000001", "FAMILY 李芳 null");
		assertThat(this.houses.find("trial-north", "1-1-105").movedIn()).isFalse();
		assertThat(occupants("1-1-105")).isEmpty();
		assertThat(count("select count(*) from customer where office_id = 'trial-north' and company = true")).isOne();
	}

	@Test
	void firstImportSaysWhatIsNew() {
		assertThat(preview(FIRST)).isEqualTo("新增房屋 5 户、新增业主 4 人、新增家属 1 人。");
		assertThat(count("select count(*) from house where office_id = 'trial-north'")).as("nothing yet").isZero();
		EstateChanges done = load(FIRST);
		assertThat(done.lines()).isEmpty();
		assertThat(this.estate.latest(List.of(NORTH))).singleElement().satisfies((latest) -> {
			assertThat(latest.by()).isEqualTo("资料员");
			assertThat(latest.outcome()).isEqualTo(done.summary());
			assertThat(latest.rows()).isEqualTo(6);
		});
		assertThat(this.estate.latest(List.of(SOUTH))).isEmpty();
	}

	@Test
	void sameFileAgainChangesNothing() {
		load(FIRST);
		assertThat(preview(FIRST)).isEqualTo("没有变化；其余 5 户不变。");
		load(FIRST);
		assertThat(count("select count(*) from customer where office_id = 'trial-north'")).isEqualTo(4);
		assertThat(count("select count(*) from occupancy where ended_on is not null")).isZero();
	}

	@Test
	void importAgainUpdatesAndSaysWhatChanged() {
		load(FIRST);
		EstateChanges changes = load(HEADER + """
				trial-north,1-1-101,2022-06-01,业主,王伟,13900000009,
				trial-north,1-1-102,2026-01-05,业主,孙丽,13900000003,
				trial-north,1-1-102,,租户,赵国栋,,
				trial-north,1-1-103,2023-01-01,业主,大地置业有限公司,021-50000001,单位
				trial-north,1-1-106,,业主,王伟,13900000009,
				""");
		assertThat(changes.summary())
			.isEqualTo("新增房屋 1 户、入住日期变更 2 户、新增业主 2 人、新增租户 1 人、业主迁出 1 人、家属迁出 1 人、电话或类型变更 1 人；其余 1 户不变；文件里没有的 2 户保持原样。");
		assertThat(changes.lines()).containsExactly("北苑管理处 1-1-101：入住日期 2022-05-01 → 2022-06-01、业主的电话变更、家属迁出",
				"北苑管理处 1-1-102：入住日期 空 → 2026-01-05、业主迁出、新增业主、新增租户");
		assertThat(occupants("1-1-101")).containsExactly("OWNER 王伟 13900000009");
		assertThat(occupants("1-1-102")).containsExactly("OWNER 孙丽 13900000003", "TENANT 赵国栋 null");
		assertThat(occupants("1-1-104")).as("not in the file").hasSize(1);
		assertThat(count("""
				select count(*) from occupancy o join house h on h.id = o.house_id
				where h.office_id = 'trial-north' and o.ended_on is not null""")).as("ended, not deleted").isEqualTo(2);
		assertThat(count("select count(*) from customer where office_id = 'trial-north' and name = '王伟'"))
			.as("one owner of two houses")
			.isOne();
	}

	@Test
	void telephoneThatTheFileDoesNotGiveStays() {
		load(FIRST);
		assertThat(load(HEADER + "trial-north,1-1-102,,业主,赵国栋,,\n").none()).isTrue();
		assertThat(occupants("1-1-102")).containsExactly("OWNER 赵国栋 13900000002");
	}

	@Test
	void whoComesBackIsThereAgain() {
		load(FIRST);
		load(HEADER + "trial-north,1-1-102,,,,,\n");
		assertThat(occupants("1-1-102")).isEmpty();
		load(HEADER + "trial-north,1-1-102,,业主,赵国栋,13900000002,\n");
		assertThat(occupants("1-1-102")).containsExactly("OWNER 赵国栋 13900000002");
		assertThat(count("select count(*) from customer where office_id = 'trial-north' and name = '赵国栋'")).isOne();
	}

	@Test
	void twoOfficesInOneFileAreKeptApart() {
		load(HEADER + "trial-north,1-1-101,,业主,王伟,13900000001,\ntrial-south,1-1-101,,业主,李芳,13900000001,\n");
		assertThat(occupants("1-1-101")).containsExactly("OWNER 王伟 13900000001");
		load(HEADER + "trial-south,1-1-101,,,,,\n");
		assertThat(occupants("1-1-101")).containsExactly("OWNER 王伟 13900000001");
	}

	@Test
	void secondOfTwoImportsIsRefusedOnceTheFirstHasChangedWhatItWouldDo() {
		EstateFile file = read(FIRST);
		EstateChanges agreed = this.estate.preview(file);
		load(HEADER + "trial-north,1-1-101,,业主,别人,13900000007,\n");
		assertThatThrownBy(() -> this.estate.load(file, "a.csv", new byte[0], CLERK, agreed))
			.isInstanceOf(Refusal.class)
			.hasMessageContaining("什么都没有导入");
		assertThat(occupants("1-1-101")).containsExactly("OWNER 别人 13900000007");
	}

	@Test
	void importsAtTheSameTimeComeOneAfterTheOther() {
		List<CompletableFuture<EstateChanges>> imports = IntStream.range(0, 4)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> load(FIRST)))
			.toList();
		List<EstateChanges> done = imports.stream().map(CompletableFuture::join).toList();
		assertThat(done).filteredOn(EstateChanges::none).hasSize(3);
		assertThat(count("select count(*) from house where office_id = 'trial-north'")).isEqualTo(5);
		assertThat(count("select count(*) from customer where office_id = 'trial-north'")).isEqualTo(4);
	}

	@Test
	void twentyThousandRowsTakeSeconds(CapturedOutput output) {
		StringBuilder text = new StringBuilder(HEADER);
		for (int i = 0; i < 20_000; i++) {
			text.append("trial-north,%d-%d-%d,2022-05-01,业主,业主%05d,139%08d,%n".formatted(i / 1000 + 1, i / 100 % 10 + 1,
					i % 100 + 101, i, i));
		}
		Effort first = Effort.of(() -> assertThat(load(text.toString()).newHouses()).isEqualTo(20_000));
		Effort second = Effort
			.of(() -> assertThat(load(text.toString().replace("139000", "138000")).amended()).isEqualTo(20_000));
		System.out.printf("20,000 rows: first import %s, all changed %s%n", first, second);
		assertThat(List.of(first, second)).allMatch((effort) -> effort.processor().toSeconds() < 10,
				"seconds of this processor");
		assertThat(output.getAll()).contains("20000 rows").doesNotContain("业主00001", "13900000001");
	}

	@Test
	void commandLoadsAFile() throws Exception {
		Path file = Files.writeString(this.folder.resolve("资料.csv"), FIRST);
		assertThat(command(file.toString())).isEqualTo("0 已导入 " + file + "，6 行：新增房屋 5 户、新增业主 4 人、新增家属 1 人。\n");
		assertThat(occupants("1-1-101")).hasSize(2);
		assertThat(this.estate.latest(List.of(NORTH)).get(0).by()).isEqualTo("命令行");
	}

	@Test
	void commandNamesEachBadRowAndLoadsNothing() throws Exception {
		Path file = Files.writeString(this.folder.resolve("b.csv"),
				FIRST + "trial-north,1-1,x,业主,王小明明,,\nnowhere,1,,业主,王小明明,,\n");
		assertThat(command(file.toString())).startsWith("1 " + file + " 有 2 处错误，什么都没有导入：\n  第 8 行：")
			.contains("\n  第 9 行：")
			.doesNotContain("王小明明");
		assertThat(count("select count(*) from house where office_id = 'trial-north'")).isZero();
	}

	@Test
	void commandThatCannotRunSaysWhy() {
		assertThatThrownBy(() -> command("no-such.csv")).hasMessage("文件 no-such.csv 不存在或读不到。");
		assertThatThrownBy(() -> command()).hasMessage("用法：import-estate 文件.csv");
	}

	private String command(String... arguments) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Command command = new ImportEstate();
		List<String> all = new ArrayList<>(List.of(arguments));
		Stream.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password")
			.forEach((setting) -> all.add("--" + setting + "=" + this.environment.getProperty(setting)));
		int exit = command.run(all, new PrintStream(out, true, StandardCharsets.UTF_8));
		return exit + " " + out.toString(StandardCharsets.UTF_8);
	}

	private String preview(String text) {
		return this.estate.preview(read(text)).summary();
	}

	private EstateChanges load(String text) {
		EstateFile file = read(text);
		assertThat(file.mistakes()).isEmpty();
		return this.estate.load(file, "a.csv", text.getBytes(StandardCharsets.UTF_8), CLERK, null);
	}

	private EstateFile read(String text) {
		return this.estate.read(text.getBytes(StandardCharsets.UTF_8), List.of(NORTH, SOUTH));
	}

	private List<String> occupants(String house) {
		return this.houses.occupants(this.houses.find("trial-north", house))
			.stream()
			.map((occupancy) -> occupancy.part() + " " + occupancy.customer().name() + " "
					+ occupancy.customer().phone())
			.toList();
	}

	private long count(String sql) {
		return this.jdbc.queryForObject(sql, Long.class);
	}

	/**
	 * What something took: by the clock, which other work on the machine slows down, and
	 * of this thread's processor.
	 */
	private record Effort(Duration clock, Duration processor) {

		private static Effort of(Runnable work) {
			ThreadMXBean thread = ManagementFactory.getThreadMXBean();
			long processor = thread.getCurrentThreadCpuTime();
			long start = System.nanoTime();
			work.run();
			return new Effort(Duration.ofNanos(System.nanoTime() - start),
					Duration.ofNanos(thread.getCurrentThreadCpuTime() - processor));
		}

	}

}
