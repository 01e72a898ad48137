package org.wuyeflow.record.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a check came to.
 */
final class Report {

	/** More are counted, not kept. */
	private static final int KEPT = 1000;

	private final Set<Finding> kept = new LinkedHashSet<>();

	private long notKept;

	private long registerRecords;

	private long otherRecords;

	private long changes;

	private long looks;

	private long unsealed;

	private long erased;

	private long blocks;

	private long files;

	private long fileBytes;

	void found(Finding finding) {
		if (this.kept.size() < KEPT) {
			this.kept.add(finding);
		}
		else if (!this.kept.contains(finding)) {
			this.notKept++;
		}
	}

	void countRecord(boolean inRegister) {
		if (inRegister) {
			this.registerRecords++;
		}
		else {
			this.otherRecords++;
		}
	}

	void countChange(boolean sealed) {
		this.changes++;
		this.unsealed += sealed ? 0 : 1;
	}

	void countLook(boolean sealed) {
		this.looks++;
		this.unsealed += sealed ? 0 : 1;
	}

	void countErased() {
		this.erased++;
	}

	void countBlock() {
		this.blocks++;
	}

	void countFile(long bytes) {
		this.files++;
		this.fileBytes += bytes;
	}

	List<Finding> findings() {
		return new ArrayList<>(this.kept);
	}

	/** Findings that are not in the list, for there are too many. */
	long more() {
		return this.notKept;
	}

	boolean whole() {
		return this.kept.isEmpty();
	}

	long registerRecords() {
		return this.registerRecords;
	}

	/** Cases, entries and whatever else is kept like a record but is in no register. */
	long otherRecords() {
		return this.otherRecords;
	}

	long changes() {
		return this.changes;
	}

	/** Looks at personal data, openings of files included. */
	long looks() {
		return this.looks;
	}

	/** Changes and looks that are in no block yet. */
	long unsealed() {
		return this.unsealed;
	}

	/** Records whose personal data was erased by rule. */
	long erased() {
		return this.erased;
	}

	long blocks() {
		return this.blocks;
	}

	/** Files of attachments that were hashed. */
	long files() {
		return this.files;
	}

	/** How many bytes these files have. */
	long fileBytes() {
		return this.fileBytes;
	}

}
