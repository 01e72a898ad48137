package org.wuyeflow.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a deadline runs: from its start on for ever, but for its pauses.
 *
 * @param start its first moment
 * @param pauses its pauses, in order, none within another
 */
record RunningTime(Instant start, List<Pause> pauses) {

	RunningTime {
		pauses = List.copyOf(pauses);
	}

	/**
	 * The same as it stands at this moment: pauses that came later never were, one that
	 * lasts ends now.
	 */
	RunningTime at(Instant moment) {
		return new RunningTime(this.start, this.pauses.stream()
			.filter((pause) -> pause.from().isBefore(moment))
			.map((pause) -> pause.until().isAfter(moment) ? new Pause(pause.from(), moment, pause.cause()) : pause)
			.toList());
	}

	/** The same from a later moment on, at which it ran. */
	RunningTime from(Instant moment) {
		return new RunningTime(moment, this.pauses.stream().filter((pause) -> !pause.from().isBefore(moment)).toList());
	}

	/** The stretches in which it runs; the last has no end. */
	List<Stretch> stretches() {
		List<Stretch> stretches = new ArrayList<>();
		Instant from = this.start;
		for (Pause pause : this.pauses) {
			if (pause.from().isAfter(from)) {
				stretches.add(new Stretch(from, pause.from()));
			}
			from = pause.until().isAfter(from) ? pause.until() : from;
		}
		stretches.add(new Stretch(from, null));
		return stretches;
	}

	/**
	 * A stretch without a pause.
	 *
	 * @param from its first moment
	 * @param to its end, or null for none
	 */
	record Stretch(Instant from, Instant to) {
	}

}
