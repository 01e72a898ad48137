package org.wuyeflow.record.ledger;

import org.springframework.stereotype.Service;

/**
 * Stamps changes with this node's key, in the transaction that makes them. Nobody without
 * the key can write a change that is sealed.
 */
@Service
public class Stamps {

	private final LedgerKeys keys;

	Stamps(LedgerKeys keys) {
		this.keys = keys;
	}

	/** The stamp of this change. */
	public byte[] of(ChangeForm change) {
		return this.keys.current().stamp(change.bytes());
	}

}
