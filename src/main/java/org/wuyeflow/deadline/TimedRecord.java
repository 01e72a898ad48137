package org.wuyeflow.deadline;

/**
 * A record on whose page the deadlines of its case stand, with their ledger.
 */
public interface TimedRecord {

	/** The case's number. */
	String caseNumber();

}
