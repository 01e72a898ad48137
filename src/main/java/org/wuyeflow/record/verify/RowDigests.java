package org.wuyeflow.record.verify;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * What the records' rows hold, by id, in 16 bytes each. Arrays instead of objects: a
 * million records take about 70 MB.
 */
final class RowDigests {

	private static final int LONGS = 4;

	private long[] slots = new long[LONGS * 1024];

	/** 0 for an empty slot, else the table's index + 1; negative once it was found. */
	private byte[] tables = new byte[1024];

	private int size;

	void put(byte[] id, byte[] digest, int table) {
		if (this.size * 2 >= this.tables.length) {
			grow();
		}
		ByteBuffer key = ByteBuffer.wrap(id);
		ByteBuffer content = ByteBuffer.wrap(digest);
		put(key.getLong(), key.getLong(), content.getLong(), content.getLong(), (byte) (table + 1));
	}

	/** Compares a row and remembers that its changes were met. */
	Match match(byte[] id, byte[] digest, int table) {
		ByteBuffer key = ByteBuffer.wrap(id);
		int slot = slot(key.getLong(), key.getLong());
		if (this.tables[slot] == 0) {
			return Match.NO_ROW;
		}
		boolean sameTable = Math.abs(this.tables[slot]) == table + 1;
		this.tables[slot] = (byte) -Math.abs(this.tables[slot]);
		ByteBuffer content = ByteBuffer.wrap(digest);
		return (sameTable && this.slots[slot * LONGS + 2] == content.getLong()
				&& this.slots[slot * LONGS + 3] == content.getLong()) ? Match.SAME : Match.DIFFERENT;
	}

	/** The rows whose changes were not met: id and index of the table. */
	void unmatched(BiConsumer<byte[], Integer> found) {
		for (int slot = 0; slot < this.tables.length; slot++) {
			if (this.tables[slot] > 0) {
				found.accept(ByteBuffer.allocate(2 * Long.BYTES)
					.putLong(this.slots[slot * LONGS])
					.putLong(this.slots[slot * LONGS + 1])
					.array(), this.tables[slot] - 1);
			}
		}
	}

	private void put(long high, long low, long first, long second, byte table) {
		int slot = slot(high, low);
		this.slots[slot * LONGS] = high;
		this.slots[slot * LONGS + 1] = low;
		this.slots[slot * LONGS + 2] = first;
		this.slots[slot * LONGS + 3] = second;
		this.tables[slot] = table;
		this.size++;
	}

	private int slot(long high, long low) {
		long mixed = (high ^ (low * 0x9E3779B97F4A7C15L)) * 0xFF51AFD7ED558CCDL;
		int slot = (int) (mixed ^ (mixed >>> 32)) & (this.tables.length - 1);
		while (this.tables[slot] != 0 && (this.slots[slot * LONGS] != high || this.slots[slot * LONGS + 1] != low)) {
			slot = (slot + 1) & (this.tables.length - 1);
		}
		return slot;
	}

	private void grow() {
		long[] before = this.slots;
		byte[] tablesBefore = this.tables;
		this.slots = new long[before.length * 2];
		this.tables = new byte[tablesBefore.length * 2];
		this.size = 0;
		for (int slot = 0; slot < tablesBefore.length; slot++) {
			if (tablesBefore[slot] != 0) {
				long[] content = Arrays.copyOfRange(before, slot * LONGS, (slot + 1) * LONGS);
				put(content[0], content[1], content[2], content[3], tablesBefore[slot]);
			}
		}
	}

	/** What came of a comparison. */
	enum Match {

		SAME, DIFFERENT, NO_ROW

	}

}
