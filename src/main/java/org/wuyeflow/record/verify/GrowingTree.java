package org.wuyeflow.record.verify;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The root over leaves that come one by one, keeping only the complete subtrees on the
 * left: a second way to the same root.
 */
final class GrowingTree {

	private final Deque<byte[]> subtrees = new ArrayDeque<>(4);

	private int count;

	void add(byte[] leaf, MessageDigest digest) {
		byte[] right = leaf;
		for (int size = this.count; (size & 1) == 1; size >>= 1) {
			right = node(this.subtrees.pop(), right, digest);
		}
		this.subtrees.push(right);
		this.count++;
	}

	int count() {
		return this.count;
	}

	/** The root over what was added so far. */
	byte[] root(MessageDigest digest) {
		byte[] root = null;
		for (byte[] subtree : this.subtrees) {
			root = (root != null) ? node(subtree, root, digest) : subtree;
		}
		return root;
	}

	private static byte[] node(byte[] left, byte[] right, MessageDigest digest) {
		digest.update((byte) 1);
		digest.update(left);
		return digest.digest(right);
	}

}
