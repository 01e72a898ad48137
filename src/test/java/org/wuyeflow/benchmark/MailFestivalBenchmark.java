package org.wuyeflow.benchmark;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.mail.EntryKind;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A carrier's festival: so many items in one day at one desk, typed into the page one
 * after the other; afterwards nobody comes, and every timer fires, each once. Run by
 * name:
 *
 * <pre>
 * ./mvnw test -Dtest=MailFestivalBenchmark -Dwuyeflow.test.database=mysql -Dbenchmark.items=2000
 * </pre>
 */
@IntegrationTest
class MailFestivalBenchmark {

	private static final int ITEMS = Integer.getInteger("benchmark.items", 2000);

	private static final int PER_DELIVERY = 50;

	private static final Duration PATIENCE = Duration.ofMinutes(20);

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	EntityManager entities;

	private final List<Long> receipts = new ArrayList<>();

	@AfterEach
	void backToToday() {
		executor().shutdown();
		ClockUtil.reset();
	}

	@Test
	void itemsAreTakenInQuicklyAndEachTimerFiresOnce() throws InterruptedException {
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		String token = desk.tokenOn("/mail/batch");
		String page = "";
		for (int item = 0; item < ITEMS; item++) {
			if (item % PER_DELIVERY == 0) {
				page = desk.form("/mail/batch", Map.of("carrier", "EMS", "_csrf", token))
					.headers()
					.firstValue("Location")
					.orElseThrow()
					.replaceFirst("^https?://[^/]+", "");
			}
			long started = System.nanoTime();
			HttpResponse<String> answer = desk.form(page,
					Map.of("tracking", "FEST" + item, "house", (item % 4 + 1) + "-1-" + (item % 16 + 1) + "01",
							"addressee", "", "kind", "EXPRESS", "_csrf", token));
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
			desk.get(page);
			this.receipts.add(System.nanoTime() - started);
		}
		figure("item in and page back, first 200 (ms)", this.receipts.subList(0, Math.min(200, ITEMS)));
		figure("item in and page back, last 200 (ms)", this.receipts.subList(Math.max(0, ITEMS - 200), ITEMS));
		for (String path : List.of("/mail", "/mail/round", "/mail/pickup?text=3-1-301", "/records/mail-receipt")) {
			List<Long> views = new ArrayList<>();
			for (int i = 0; i < 10; i++) {
				long started = System.nanoTime();
				assertThat(desk.get(path).statusCode()).isEqualTo(200);
				views.add(System.nanoTime() - started);
			}
			figure(path + " (ms)", views);
		}
		everyTimerFiresOnce(32, EntryKind.ANNOUNCEMENT);
		everyTimerFiresOnce(8, EntryKind.UNCLAIMED);
	}

	private void everyTimerFiresOnce(int days, EntryKind kind) throws InterruptedException {
		Desk.setClock(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
		long started = System.nanoTime();
		executor().start();
		while (entries(kind) < ITEMS && System.nanoTime() - started < PATIENCE.toNanos()) {
			Thread.sleep(500);
		}
		System.out.printf("%d timers of %s: %d s%n", ITEMS, kind, (System.nanoTime() - started) / 1_000_000_000);
		Thread.sleep(3000);
		executor().shutdown();
		assertThat(entries(kind)).isEqualTo(ITEMS);
		assertThat(count("count(distinct i)", kind)).isEqualTo(ITEMS);
		assertThat(this.engine.getManagementService().createJobQuery().noRetriesLeft().count()).isZero();
	}

	private long entries(EntryKind kind) {
		return count("count(e)", kind);
	}

	private long count(String what, EntryKind kind) {
		return this.entities
			.createQuery("select " + what + " from MailItem i join i.log e"
					+ " where i.trackingNumber like 'FEST%' and e.kind = :kind", Long.class)
			.setParameter("kind", kind)
			.getSingleResult();
	}

	private JobExecutor executor() {
		return ((ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration()).getJobExecutor();
	}

	private static void figure(String what, List<Long> nanos) {
		List<Long> sorted = new ArrayList<>(nanos);
		Collections.sort(sorted);
		System.out.printf("%s: median %d, 95th percentile %d, longest %d%n", what,
				sorted.get(sorted.size() / 2) / 1_000_000, sorted.get(sorted.size() * 95 / 100) / 1_000_000,
				sorted.get(sorted.size() - 1) / 1_000_000);
	}

}
