package org.wuyeflow.record;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimeOrderedIdTest {

	@Test
	void idsOfOneMillisecondAscend() {
		List<UUID> ids = Stream.generate(TimeOrderedId::next).limit(100_000).toList();

		assertThat(ids).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void threadsNeverMeet() {
		assertThat(IntStream.range(0, 100_000).parallel().mapToObj((number) -> TimeOrderedId.next()))
			.doesNotHaveDuplicates();
	}

	@Test
	void idIsVersionSevenAndBearsTheMillisecond() {
		long before = System.currentTimeMillis();
		UUID id = TimeOrderedId.next();

		assertThat(id.version()).isEqualTo(7);
		assertThat(id.variant()).isEqualTo(2);
		assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 1_000);
	}

}
