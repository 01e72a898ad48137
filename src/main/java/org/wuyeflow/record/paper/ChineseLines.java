package org.wuyeflow.record.paper;

import java.text.BreakIterator;
import java.util.Locale;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Breaks lines between hanzi, but never before a comma or a full stop, nor within a time,
 * a date or a number such as TS-2026-00042.
 */
final class ChineseLines implements FSTextBreaker {

	private final BreakIterator lines = BreakIterator.getLineInstance(Locale.CHINA);

	private String text = "";

	@Override
	public int next() {
		int next = this.lines.next();
		while (next > 0 && next < this.text.length() && joined(this.text.charAt(next - 1), this.text.charAt(next))) {
			next = this.lines.next();
		}
		return next;
	}

	private static boolean joined(char before, char after) {
		return (before == ':' || before == '-') && after >= '0' && after <= '9';
	}

	@Override
	public void setText(String text) {
		this.text = text;
		this.lines.setText(text);
		this.lines.first();
	}

}
