package org.wuyeflow.record.ledger;

import org.springframework.stereotype.Service;

/**
 * Stamps changes and looks with this node's key, in the transaction that makes them.
 * Nobody without the key can write one that is sealed.
 */
@Service
public class Stamps {

	private final LedgerKeys keys;

	Stamps(LedgerKeys keys) {
		this.keys = keys;
	}

	/** Words about persons with their salted hash. */
	public PersonalText personal(String text) {
		return PersonalText.of(text);
	}

	/** The stamp of a change or a look. */
	public Stamp of(LedgerForm form) {
		byte[] leaf = MerkleTree.leaf(form.bytes());
		return new Stamp(leaf, this.keys.current().stamp(leaf));
	}

	/**
	 * What a row on the ledger bears.
	 *
	 * @param leaf the hash of its form, which will be a leaf of its block
	 * @param code what nobody but the holder of the key can compute of the leaf
	 */
	public record Stamp(byte[] leaf, byte[] code) {
	}

}
