package org.wuyeflow.record.ledger;

/**
 * Something that goes on the ledger, as the ledger stands for it.
 */
public interface LedgerForm {

	/** The bytes that are stamped and sealed. */
	byte[] bytes();

}
