package org.wuyeflow.record.paper;

import java.text.BreakIterator;
import java.util.Locale;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Breaks lines between hanzi, but never before a comma or a full stop.
 */
final class ChineseLines implements FSTextBreaker {

	private final BreakIterator lines = BreakIterator.getLineInstance(Locale.CHINA);

	@Override
	public int next() {
		return this.lines.next();
	}

	@Override
	public void setText(String text) {
		this.lines.setText(text);
		this.lines.first();
	}

}
