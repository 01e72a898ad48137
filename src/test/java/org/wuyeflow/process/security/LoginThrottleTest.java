package org.wuyeflow.process.security;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoginThrottleTest {

	private Instant now = Instant.parse("2026-11-23T01:00:00Z");

	private final LoginThrottle throttle = new LoginThrottle(new Clock() {

		@Override
		public ZoneId getZone() {
			return ZoneId.of("Asia/Shanghai");
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return LoginThrottleTest.this.now;
		}

	});

	@Test
	void fiveWrongPasswordsBlockTheAccountFromThatAddress() {
		fail("admin", "10.0.0.5", LoginThrottle.TRIES - 1);
		assertThat(this.throttle.blocks("admin", "10.0.0.5")).isFalse();
		fail("admin", "10.0.0.5", 1);
		assertThat(this.throttle.blocks("admin", "10.0.0.5")).isTrue();
	}

	@Test
	void nobodyLocksAnotherOneOutFromElsewhere() {
		fail("admin", "10.0.0.5", LoginThrottle.TRIES_OF_AN_ADDRESS);
		assertThat(this.throttle.blocks("admin", "10.0.0.6")).isFalse();
		assertThat(this.throttle.blocks("front-desk", "10.0.0.6")).isFalse();
	}

	@Test
	void tryingManyAccountsBlocksTheAddress() {
		for (int number = 0; number < LoginThrottle.TRIES_OF_AN_ADDRESS; number++) {
			this.throttle.failed("user" + number, "10.0.0.5");
		}
		assertThat(this.throttle.blocks("steward", "10.0.0.5")).isTrue();
	}

	@Test
	void theRightPasswordClearsTheCountOfItsAccount() {
		fail("steward", "10.0.0.5", LoginThrottle.TRIES - 1);
		this.throttle.succeeded("steward", "10.0.0.5");
		fail("steward", "10.0.0.5", 1);
		assertThat(this.throttle.blocks("steward", "10.0.0.5")).isFalse();
	}

	@Test
	void thePauseIsOverAfterFiveMinutes() {
		fail("steward", "10.0.0.5", LoginThrottle.TRIES);
		this.now = this.now.plus(LoginThrottle.PAUSE).minusSeconds(1);
		assertThat(this.throttle.blocks("steward", "10.0.0.5")).isTrue();
		this.now = this.now.plusSeconds(1);
		assertThat(this.throttle.blocks("steward", "10.0.0.5")).isFalse();
	}

	private void fail(String user, String address, int times) {
		for (int time = 0; time < times; time++) {
			this.throttle.failed(user, address);
		}
	}

}
