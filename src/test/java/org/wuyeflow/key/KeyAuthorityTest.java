package org.wuyeflow.key;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.wuyeflow.office.Staff;

import static org.assertj.core.api.Assertions.assertThat;

class KeyAuthorityTest {

	private final KeyAuthority authority = new KeyAuthority("cuihu", "steward", "张三", LocalDate.of(2026, 6, 30),
			staff("office-manager", "何经理"), Instant.parse("2026-03-02T01:00:00Z"));

	@Test
	void coversThePersonInHisPostAndNobodyElse() {
		assertThat(this.authority.covers(staff("steward", "张三"))).isTrue();
		assertThat(this.authority.covers(staff("steward", "李四"))).isFalse();
		assertThat(this.authority.covers(staff("cleaning", "张三"))).isFalse();
	}

	private static Staff staff(String role, String name) {
		return new Staff(role + "-1", name, Set.of(role), Set.of("cuihu"));
	}

}
