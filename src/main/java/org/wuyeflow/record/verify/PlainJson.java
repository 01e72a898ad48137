package org.wuyeflow.record.verify;

import java.util.Arrays;

/**
 * A cursor over JSON that has neither spaces nor escapes, which is how the change log
 * writes almost everything. Each method takes what it is called for and moves on, or
 * finds something else and stays.
 */
final class PlainJson {

	private static final byte QUOTE = '"';

	private byte[] json;

	private int at;

	/** Where the text begins that was taken last. */
	private int from;

	/** Where it ends. */
	private int to;

	void open(byte[] bytes) {
		this.json = bytes;
		this.at = 0;
	}

	boolean take(char sign) {
		if (this.at < this.json.length && this.json[this.at] == sign) {
			this.at++;
			return true;
		}
		return false;
	}

	/** Takes a text in quotes. */
	boolean takeText() {
		if (this.at >= this.json.length || this.json[this.at] != QUOTE) {
			return false;
		}
		for (int i = this.at + 1; i < this.json.length && this.json[i] != '\\'; i++) {
			if (this.json[i] == QUOTE) {
				this.from = this.at + 1;
				this.to = i;
				this.at = i + 1;
				return true;
			}
		}
		return false;
	}

	/** Takes a number, or a word such as true. */
	boolean takeWord() {
		int end = this.at;
		while (end < this.json.length && (Character.isLetterOrDigit(this.json[end]) || this.json[end] == '-'
				|| this.json[end] == '+' || this.json[end] == '.')) {
			end++;
		}
		boolean found = end > this.at;
		this.from = this.at;
		this.to = end;
		this.at = end;
		return found;
	}

	/** Whether the text that was taken last is this. */
	boolean is(byte[] text) {
		return Arrays.equals(this.json, this.from, this.to, text, 0, text.length);
	}

	/** The text that was taken last. */
	byte[] text() {
		return Arrays.copyOfRange(this.json, this.from, this.to);
	}

	/** The {@link #hash(byte[])} of the text that was taken last. */
	int hash() {
		return hash(this.json, this.from, this.to);
	}

	static int hash(byte[] text) {
		return hash(text, 0, text.length);
	}

	private static int hash(byte[] text, int from, int to) {
		int sum = 0;
		for (int i = from; i < to; i++) {
			sum = 31 * sum + text[i];
		}
		return sum;
	}

	boolean atEnd() {
		return this.at == this.json.length;
	}

}
