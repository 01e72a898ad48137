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

	private long unsealed;

	private long erased;

	private long blocks;

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

	void countErased() {
		this.erased++;
	}

	void countBlock() {
		this.blocks++;
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

}
