package org.wuyeflow.process.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords. It counts by account and sender's address, and by
 * address alone, never by account alone: so nobody can lock a colleague or the
 * administrator out from somewhere else.
 */
@Component
class LoginThrottle {

	static final int TRIES = 5;

	static final int TRIES_OF_AN_ADDRESS = 60;

	static final Duration PAUSE = Duration.ofMinutes(5);

	private static final int REMEMBERED = 20_000;

	private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
			return size() > REMEMBERED;
		}
	};

	private final Clock clock;

	LoginThrottle(Clock clock) {
		this.clock = clock;
	}

	/** Whether this account may not be tried from this address for the moment. */
	synchronized boolean blocks(String user, String address) {
		return reached(pair(user, address), TRIES) || reached(address, TRIES_OF_AN_ADDRESS);
	}

	synchronized void failed(String user, String address) {
		count(pair(user, address));
		count(address);
	}

	synchronized void succeeded(String user, String address) {
		this.failures.remove(pair(user, address));
	}

	private boolean reached(String source, int limit) {
		Failures counted = this.failures.get(source);
		if (counted != null && !counted.last().plus(PAUSE).isAfter(this.clock.instant())) {
			this.failures.remove(source);
			return false;
		}
		return counted != null && counted.number() >= limit;
	}

	private void count(String source) {
		Instant now = this.clock.instant();
		this.failures.merge(source, new Failures(1, now), (before, one) -> new Failures(before.number() + 1, now));
	}

	private static String pair(String user, String address) {
		return address + ' ' + user;
	}

	private record Failures(int number, Instant last) {
	}

}
