package org.wuyeflow.notify;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A message as people read it.
 *
 * @param title the headline, with the number
 * @param lines what is to be known of the case
 * @param link where it is dealt with
 */
record Letter(String title, List<Line> lines, String link) {

	/** As plain text. */
	String text() {
		return this.lines.stream()
			.map((line) -> line.label() + "：" + line.value() + "\n")
			.collect(Collectors.joining("", this.title + "\n\n", "\n办理：" + this.link + "\n"));
	}

	/**
	 * As Markdown, of the little that both robots understand: a paragraph for each line.
	 */
	String markdown() {
		return this.lines.stream()
			.map((line) -> line.label() + "：" + line.value())
			.collect(Collectors.joining("\n\n", "**" + this.title + "**\n\n", "\n\n[打开办理](" + this.link + ")"));
	}

	/**
	 * What is to be known.
	 *
	 * @param label what it is
	 * @param value what it says
	 */
	record Line(String label, String value) {
	}

}
