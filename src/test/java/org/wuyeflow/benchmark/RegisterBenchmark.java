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
 * How long the pages of a register of 100,000 rows take on MySQL, over HTTP, logged in.
 * Run by name, on a machine that does nothing else meanwhile:
 *
 * <pre>
 * ./mvnw test -Dtest=RegisterBenchmark -Dwuyeflow.test.database=mysql
 * </pre>
 */
@IntegrationTest
class RegisterBenchmark {

	private static final int ROWS = 100_000;

	private static final int TIMES = 9;

	private static final long GOAL_MILLIS = 1_000;

	@LocalServerPort
	int port;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@BeforeEach
	void fill() {
		String digits = "(select 0 d union all select 1 union all select 2 union all select 3 union all select 4 "
				+ "union all select 5 union all select 6 union all select 7 union all select 8 union all select 9)";
		String numbers = "(select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d i from " + digits + " a, "
				+ digits + " b, " + digits + " c, " + digits + " e, " + digits + " f order by i)";
		this.transaction.executeWithoutResult((status) -> this.jdbc.update("""
				insert into duty_log_entry (id, version, office_id, serial, case_number, house_number, recorded_at,
				recorded_by_id, recorded_by_name, record_status, happened_at, matter, handling)
				select unhex(concat(lpad(hex(i), 12, '0'), '7', substr(md5(i), 1, 19))), 0,
				if(i %% 4 = 0, 'jinmao', 'cuihu'), concat('ZB-2024-', lpad(i + 1, 5, '0')),
				concat('TS-2024-', lpad(i, 5, '0')),
				concat(1 + i * 7 %% 12, '-', 1 + i * 5 %% 3, '-', 1 + i * 11 %% 30, '01'),
				timestampadd(second, i * 450, '2025-01-01'), 'front-desk', '林晓梅', if(i %% 50 = 0, 'OPEN', 'CLOSED'),
				timestampadd(second, i * 450, '2025-01-01'),
				concat('夜间巡查发现单元门未关，业主来电139', lpad(i * 7919 %% 100000000, 8, '0'), '反映楼道灯不亮'),
				concat('已通知工程部处理，', repeat('现场情况正常，', i %% 20))
				from %s numbers""".formatted(numbers)));
		this.jdbc.execute("analyze table duty_log_entry");
		assertThat(this.jdbc.queryForObject("select count(*) from duty_log_entry", Integer.class)).isEqualTo(ROWS);
	}

	@Test
	void pagesOfAHundredThousandRowsAreQuick() {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("list of registers", "/records");
		pages.put("first page", "/records/duty-log");
		pages.put("page 1500", "/records/duty-log?page=1500");
		pages.put("one day", "/records/duty-log?from=2025-06-01&to=2025-06-01");
		pages.put("open", "/records/duty-log?status=OPEN");
		pages.put("house", "/records/duty-log?house=3-2-1501");
		pages.put("building", "/records/duty-log?house=3");
		pages.put("sorted by serial", "/records/duty-log?sort=-serial");
		pages.put("sorted by time of event", "/records/duty-log?sort=happenedAt");
		pages.put("by number", "/records?find=ZB-2024-54322");
		pages.put("text, found", "/records/duty-log?text=%E6%A5%BC%E9%81%93%E7%81%AF");
		pages.put("text, not found", "/records/duty-log?text=%E4%B8%8D%E5%AD%98%E5%9C%A8");
		pages.put("telephone", "/records/duty-log?text=13912345");
		StringBuilder table = new StringBuilder("\n%-28s %12s %12s%n".formatted("page", "median ms", "slowest ms"));
		Map<String, Long> medians = new LinkedHashMap<>();
		for (String user : List.of("cs-supervisor", "general-manager")) {
			Visitor visitor = Visitor.loggedIn(this.port, user);
			pages.forEach((name, path) -> {
				long[] times = new long[TIMES];
				for (int i = 0; i < TIMES; i++) {
					long start = System.nanoTime();
					assertThat(visitor.get(path).statusCode()).as(path).isIn(200, 302);
					times[i] = (System.nanoTime() - start) / 1_000_000;
				}
				Arrays.sort(times);
				medians.put(user + " " + name, times[TIMES / 2]);
				table.append("%-28s %12d %12d  %s%n".formatted(name, times[TIMES / 2], times[TIMES - 1], user));
			});
		}
		System.out.println(table);
		export();
		assertThat(medians).allSatisfy((page, median) -> assertThat(median).as(page).isLessThan(GOAL_MILLIS));
	}

	private void export() {
		Visitor visitor = Visitor.loggedIn(this.port, "general-manager");
		long start = System.nanoTime();
		byte[] table = visitor.bytes("/records/duty-log.xlsx");
		System.out.printf("export of all: %d ms, %d KB%n", (System.nanoTime() - start) / 1_000_000,
				table.length / 1024);
	}

}
