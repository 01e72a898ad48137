package org.wuyeflow.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long the pages of registers of 100,000 rows take on MySQL, over HTTP, logged in:
 * one whose rows stand alone, and one whose columns are read from the case. Beside each
 * page the page of an empty register is measured. Run by name, on a server that nobody
 * else uses meanwhile:
 *
 * <pre>
 * ./mvnw test -Dtest=RegisterBenchmark -Dwuyeflow.test.database=mysql
 * </pre>
 */
@IntegrationTest
class RegisterBenchmark {

	private static final int ROWS = 100_000;

	private static final int TIMES = 5;

	private static final String EMPTY = "/records/complaint-record";

	/** As many rows as a statement inserts within the time that it has. */
	private static final int AT_ONCE = 10_000;

	private static final String NUMBERS = " from (with recursive numbers (i) as "
			+ "(select :first union all select i + 1 from numbers where i < :last) select i from numbers) numbers";

	/** An id in the order of time, an office, a time and a house for each number. */
	private static final String ID = "unhex(concat(lpad(hex(i), 12, '0'), '7', substr(sha2(i, 224), 1, 19)))";

	private static final String COMPLAINT_ID = "unhex(concat(lpad(hex(i), 12, '0'), '8', substr(sha2(i, 224), 1, 19)))";

	private static final String OFFICE = "if(mod(i, 4) = 0, 'jinmao', 'cuihu')";

	private static final String TIME = "timestampadd(second, i * 450, '2025-01-01')";

	private static final String HOUSE = "concat(1 + mod(i * 7, 12), '-', 1 + mod(i * 5, 3), '-', 1 + mod(i * 11, 30), '01')";

	private static final String HEAD = "insert into %s (id, version, office_id, serial, case_number, house_number, "
			+ "recorded_at, recorded_by_id, recorded_by_name, record_status, %s) select " + ID + ", 0, " + OFFICE
			+ ", concat('%s-2025-', lpad(i + 1, 6, '0')), concat('TS-2025-', lpad(i + 1, 6, '0')), " + HOUSE + ", "
			+ TIME + ", 'front-desk', '林晓梅', if(mod(i, 50) = 0, 'OPEN', 'CLOSED'), %s" + NUMBERS;

	@LocalServerPort
	int port;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@BeforeEach
	void fill() {
		insert(head("duty_log_entry", "happened_at, matter, handling", "ZB", TIME + """
				, concat('夜间巡查发现单元门未关，业主来电139', lpad(mod(i * 7919, 100000000), 8, '0'), '反映楼道灯不亮'),
				concat('已通知工程部处理，', repeat('现场情况正常，', mod(i, 20)))"""));
		insert("""
				insert into complaint (id, version, complaint_number, office_id, house_number, edition,
				complaint_status, origin, channel, complainant_kind, complainant_name, complainant_phone, subject,
				content, received_at, registered_at, receiver_id, receiver_name, receiver_role, apologised,
				is_valid, complaint_class, effect, difficult, opinion, result, reopened_count, entry_count)
				select %s, 0, concat('TS-2025-', lpad(i + 1, 6, '0')), %s, %s, 'OPINION', 'CLOSED', 'OFFICE',
				'PHONE', 'OWNER', '赵铁柱', concat('139', lpad(mod(i * 7919, 100000000), 8, '0')), '楼道灯不亮',
				concat('晚上回家看不见路，', repeat('老人孩子上下楼都很危险，', 10 + mod(i, 20))), %s, %s, 'front-desk',
				'林晓梅', 'front-desk', true, true, 'ONE', 'NORMAL', false, repeat('请工程部尽快处理，', 8),
				repeat('已更换灯泡并检查了整栋楼的线路，', 6), 0, 0""".formatted(COMPLAINT_ID, OFFICE, HOUSE, TIME, TIME) + NUMBERS);
		insert(head("complaint_followup", "complaint_id, original_holder, responsible_person, measures", "GJ",
				COMPLAINT_ID + ", '林晓梅', '朱永刚', '更换灯泡，检查线路'"));
		for (String table : List.of("duty_log_entry", "complaint", "complaint_followup")) {
			this.jdbc.execute("analyze table " + table);
			assertThat(this.jdbc.queryForObject("select count(*) from " + table, Integer.class)).isEqualTo(ROWS);
		}
	}

	@Test
	void pagesOfAHundredThousandRowsAreQuick() {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("list of registers", "/records");
		pages.put("by number", "/records?find=GJ-2025-054322");
		for (String register : List.of("duty-log", "complaint-followup")) {
			String address = "/records/" + register;
			pages.put(register + ", first page", address);
			pages.put(register + ", last page", address + "?page=9999");
			pages.put(register + ", one day", address + "?from=2025-06-01&to=2025-06-01");
			pages.put(register + ", open", address + "?status=OPEN");
			pages.put(register + ", house", address + "?house=3-2-1501");
			pages.put(register + ", building", address + "?house=3");
			pages.put(register + ", case", address + "?text=TS-2025-054322");
			pages.put(register + ", sorted by serial", address + "?sort=-serial");
			pages.put(register + ", text found", address + "?text=%E7%81%AF%E4%B8%8D%E4%BA%AE");
			pages.put(register + ", text not found", address + "?text=%E4%B8%8D%E5%AD%98%E5%9C%A8");
			pages.put(register + ", telephone", address + "?text=13912345");
		}
		pages.put("duty-log, sorted by event", "/records/duty-log?sort=happenedAt");
		pages.put("complaint-followup, sorted by class", "/records/complaint-followup?sort=complaint.complaintClass");
		pages.put("one record", "/records/complaint-followup/cuihu/GJ-2025-054322");
		StringBuilder table = new StringBuilder(
				"\n%-40s %10s %10s %14s%n".formatted("page", "rows read", "median ms", "empty page = 1"));
		for (String user : List.of("cs-supervisor", "general-manager")) {
			Visitor visitor = Visitor.loggedIn(this.port, user);
			pages.forEach((name, path) -> {
				long[] millis = new long[TIMES];
				double[] ratios = new double[TIMES];
				for (int i = 0; i < TIMES; i++) {
					double empty = nanos(visitor, EMPTY);
					double page = nanos(visitor, path);
					millis[i] = Math.round(page / 1_000_000);
					ratios[i] = page / empty;
				}
				Arrays.sort(millis);
				Arrays.sort(ratios);
				table.append("%-40s %10d %10d %14.1f  %s%n".formatted(name, rowsRead(visitor, path), millis[TIMES / 2],
						ratios[TIMES / 2], user));
			});
		}
		System.out.println(table);
		export("duty-log");
		export("complaint-followup");
	}

	private static long nanos(Visitor visitor, String path) {
		long start = System.nanoTime();
		assertThat(visitor.get(path).statusCode()).as(path).isIn(200, 302);
		return System.nanoTime() - start;
	}

	/** How many rows and index entries the server reads for a page. */
	private long rowsRead(Visitor visitor, String path) {
		long before = rowsRead();
		long between = rowsRead();
		visitor.get(path);
		return rowsRead() - between - (between - before);
	}

	private long rowsRead() {
		return this.jdbc.queryForObject("""
				select cast(sum(variable_value) as signed) from performance_schema.global_status
				where variable_name like 'Handler_read%'""", Long.class);
	}

	private void export(String register) {
		Visitor visitor = Visitor.loggedIn(this.port, "general-manager");
		long start = System.nanoTime();
		byte[] table = visitor.bytes("/records/" + register + ".xlsx");
		System.out.printf("export of all of %s: %d ms, %d KB%n", register, (System.nanoTime() - start) / 1_000_000,
				table.length / 1024);
	}

	private void insert(String rows) {
		for (int first = 0; first < ROWS; first += AT_ONCE) {
			String some = rows.replace(":first", String.valueOf(first))
				.replace(":last", String.valueOf(first + AT_ONCE - 1));
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.execute("set session cte_max_recursion_depth = " + AT_ONCE);
				this.jdbc.update(some);
			});
		}
	}

	private static String head(String table, String columns, String prefix, String values) {
		return HEAD.formatted(table, columns, prefix, values);
	}

}
