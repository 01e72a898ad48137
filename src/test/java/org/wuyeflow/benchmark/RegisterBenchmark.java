package org.wuyeflow.benchmark;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.record.TimeOrderedId;
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

	private static final int AT_ONCE = 1_000;

	private static final int TIMES = 15;

	private static final long GOAL_MILLIS = 1_000;

	private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

	private static final long SECONDS_BETWEEN = 450;

	@LocalServerPort
	int port;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@BeforeEach
	void fill() {
		Random random = new Random(7);
		for (int from = 0; from < ROWS; from += AT_ONCE) {
			List<Object[]> rows = new ArrayList<>();
			for (int i = from; i < from + AT_ONCE; i++) {
				Instant at = FIRST.plusSeconds(i * SECONDS_BETWEEN);
				rows.add(new Object[] { bytes(TimeOrderedId.next()), (i % 4 == 0) ? "jinmao" : "cuihu",
						"ZB-2024-%05d".formatted(i + 1), "TS-2024-%05d".formatted(i),
						"%d-%d-%d01".formatted(1 + random.nextInt(12), 1 + random.nextInt(3), 1 + random.nextInt(30)),
						Timestamp.from(at), (i % 50 == 0) ? "OPEN" : "CLOSED", Timestamp.from(at),
						"夜间巡查发现单元门未关，业主来电139%08d反映楼道灯不亮".formatted(random.nextInt(100_000_000)),
						"已通知工程部处理，" + "现场情况正常，".repeat(random.nextInt(20)) });
			}
			this.transaction.executeWithoutResult((status) -> this.jdbc.batchUpdate("""
					insert into duty_log_entry (id, version, office_id, serial, case_number, house_number, recorded_at,
					recorded_by_id, recorded_by_name, record_status, happened_at, matter, handling)
					values (?, 0, ?, ?, ?, ?, ?, 'front-desk', '林晓梅', ?, ?, ?, ?)""", rows));
		}
		this.jdbc.execute("analyze table duty_log_entry");
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

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

}
