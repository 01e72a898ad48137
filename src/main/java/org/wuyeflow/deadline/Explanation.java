package org.wuyeflow.deadline;

import java.util.List;

/**
 * How a deadline was counted, in Chinese, without personal data: the limit and the hours,
 * what was counted, what was skipped and why, and what was not known.
 *
 * @param lines one sentence each, in this order
 */
public record Explanation(List<String> lines) {

	public Explanation {
		lines = List.copyOf(lines);
	}

	/** The sentences, a line each. */
	public String text() {
		return String.join("\n", this.lines);
	}

}
