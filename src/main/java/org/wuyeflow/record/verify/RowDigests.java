package org.wuyeflow.record.verify;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What the rows of one table hold: a digest for each, in the order of their ids, against
 * which the records are held that the changes lead to, in the same order. So both go
 * through the memory from its beginning to its end; a million rows take about 60 MB.
 */
final class RowDigests {

	private static final int ID = 16;

	/** More of a digest than anybody can find a second text for. */
	private static final int CONTENT = 16;

	private static final int ENTRY = ID + CONTENT;

	private final Consumer<byte[]> unmatched;

	private byte[] entries = new byte[ENTRY * 64];

	/** Where the entries end. */
	private int end;

	/** Where those begin that were not compared yet. */
	private int next;

	/**
	 * The rows of a table.
	 * @param unmatched takes the id of each row that no record is found for
	 */
	RowDigests(Consumer<byte[]> unmatched) {
		this.unmatched = unmatched;
	}

	/** Takes the next row. */
	void put(byte[] id, byte[] digest) {
		if (this.end == this.entries.length) {
			this.entries = Arrays.copyOf(this.entries, 2 * this.entries.length);
		}
		System.arraycopy(id, 0, this.entries, this.end, ID);
		System.arraycopy(digest, 0, this.entries, this.end + ID, CONTENT);
		this.end += ENTRY;
	}

	/**
	 * Looks for the row of the next record.
	 * @return whether it is there and holds what the digest stands for
	 */
	boolean match(byte[] id, byte[] digest) {
		while (this.next < this.end) {
			int order = Arrays.compareUnsigned(id, 0, ID, this.entries, this.next, this.next + ID);
			if (order < 0) {
				return false;
			}
			if (order == 0) {
				int content = this.next + ID;
				this.next += ENTRY;
				return Arrays.equals(this.entries, content, content + CONTENT, digest, 0, CONTENT);
			}
			skip();
		}
		return false;
	}

	/** To be called when all records were looked for. */
	void finish() {
		while (this.next < this.end) {
			skip();
		}
	}

	private void skip() {
		this.unmatched.accept(Arrays.copyOfRange(this.entries, this.next, this.next + ID));
		this.next += ENTRY;
	}

}
