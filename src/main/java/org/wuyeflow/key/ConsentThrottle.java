package org.wuyeflow.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses addresses of answer pages: after some that lead nowhere, all
 * of them lead nowhere for a while from where he sits.
 */
@Component
class ConsentThrottle {

	static final int MISSES = 20;

	static final Duration PAUSE = Duration.ofMinutes(10);

	private static final int REMEMBERED = 20_000;

	private final Map<String, Misses> misses = new LinkedHashMap<>(64, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Misses> eldest) {
			return size() > REMEMBERED;
		}
	};

	private final Clock clock;

	ConsentThrottle(Clock clock) {
		this.clock = clock;
	}

	/** Whether this sender must wait. */
	synchronized boolean blocks(String address) {
		Misses counted = this.misses.get(address);
		if (counted != null && !counted.first().plus(PAUSE).isAfter(this.clock.instant())) {
			this.misses.remove(address);
			return false;
		}
		return counted != null && counted.number() >= MISSES;
	}

	/** This sender has used an address that leads nowhere. */
	synchronized void missed(String address) {
		this.misses.merge(address, new Misses(1, this.clock.instant()),
				(before, one) -> new Misses(before.number() + 1, before.first()));
	}

	private record Misses(int number, Instant first) {
	}

}
