package org.wuyeflow.record;

import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@IntegrationTest
class SerialNumbersIT {

	private static final int THREADS = 8;

	private static final int ROUNDS = 25;

	@Autowired
	SerialNumbers serials;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Clock clock;

	@Test
	void eightThreadsWithRollbacksLeaveNoGapAndNoDouble() throws Exception {
		List<String> committed = race(() -> {
			List<String> mine = new ArrayList<>();
			for (int round = 0; round < ROUNDS; round++) {
				boolean fails = round % 3 == 0;
				String serial = this.transaction.execute((status) -> {
					if (fails) {
						status.setRollbackOnly();
					}
					return this.serials.next("race", "RC", Year.of(2031));
				});
				if (!fails) {
					mine.add(serial);
				}
			}
			return mine;
		});
		assertThat(committed).containsExactlyInAnyOrderElementsOf(
				IntStream.rangeClosed(1, committed.size()).mapToObj("RC-2031-%05d"::formatted).toList());
	}

	@Test
	void firstNumbersOfAYearAreTakenAtTheSameTime() throws Exception {
		for (int year = 2040; year < 2045; year++) {
			Year first = Year.of(year);
			List<String> taken = race(() -> List.of(next("race", "RF", first.getValue())));
			assertThat(taken).doesNotHaveDuplicates().hasSize(THREADS);
		}
	}

	@Test
	void officesFormsAndYearsCountApart() {
		assertThat(next("serial-a", "XA", 2032)).isEqualTo("XA-2032-00001");
		assertThat(next("serial-a", "XA", 2032)).isEqualTo("XA-2032-00002");
		assertThat(next("serial-b", "XA", 2032)).isEqualTo("XA-2032-00001");
		assertThat(next("serial-a", "XB", 2032)).isEqualTo("XB-2032-00001");
		assertThat(next("serial-a", "XA", 2033)).isEqualTo("XA-2033-00001");
	}

	@Test
	void caseNumbersCountForTheWholeCompany() {
		String first = this.transaction.execute((status) -> this.serials.nextCaseNumber("XC"));
		String second = this.transaction.execute((status) -> this.serials.nextCaseNumber("XC"));
		int year = Year.now(this.clock).getValue();
		assertThat(List.of(first, second)).containsExactly("XC-" + year + "-00001", "XC-" + year + "-00002");
	}

	@Test
	void numberIsNotGivenOutsideATransaction() {
		assertThatThrownBy(() -> this.serials.nextCaseNumber("XC"))
			.isInstanceOf(IllegalTransactionStateException.class);
	}

	private String next(String office, String prefix, int year) {
		return this.transaction.execute((status) -> this.serials.next(office, prefix, Year.of(year)));
	}

	private static List<String> race(Callable<List<String>> runner) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			CountDownLatch start = new CountDownLatch(1);
			List<Future<List<String>>> running = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				running.add(threads.submit(() -> {
					start.await();
					return runner.call();
				}));
			}
			start.countDown();
			List<String> all = new ArrayList<>();
			for (Future<List<String>> one : running) {
				all.addAll(one.get());
			}
			return all;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
