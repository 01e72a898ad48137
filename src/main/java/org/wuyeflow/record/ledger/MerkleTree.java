package org.wuyeflow.record.ledger;

import java.util.List;

/**
 * The Merkle tree of a block, shaped as in RFC 6962.
 */
final class MerkleTree {

	private static final byte[] LEAF = { 0 };

	private static final byte[] NODE = { 1 };

	private MerkleTree() {
	}

	/** The hash of a leaf with this content. */
	static byte[] leaf(byte[] content) {
		return Digests.sha256(LEAF, content);
	}

	/**
	 * The root over these leaves.
	 * @param leaves at least one
	 */
	static byte[] root(List<byte[]> leaves) {
		if (leaves.size() == 1) {
			return leaves.get(0);
		}
		int left = largestPowerOfTwoBelow(leaves.size());
		return node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
	}

	private static byte[] node(byte[] left, byte[] right) {
		return Digests.sha256(NODE, left, right);
	}

	private static int largestPowerOfTwoBelow(int size) {
		return Integer.highestOneBit(size - 1);
	}

}
