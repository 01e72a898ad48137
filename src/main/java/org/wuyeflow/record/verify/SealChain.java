package org.wuyeflow.record.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.wuyeflow.record.ledger.LedgerKey;
import org.wuyeflow.record.verify.Finding.Kind;

/**
 * The seals, checked one after another, and then the blocks as their changes come by.
 */
final class SealChain {

	private static final byte[] FORMAT = "wuyeflow seal 1\n".getBytes(StandardCharsets.US_ASCII);

	private static final int HASH = 32;

	private final Report report;

	private final MessageDigest digest = LeafHasher.sha256();

	/** By block number minus one. */
	private final List<byte[]> roots = new ArrayList<>();

	private final List<Integer> counts = new ArrayList<>();

	private final Map<Long, GrowingTree> growing = new HashMap<>();

	private final BitSet whole = new BitSet();

	private final TreeSet<Long> broken = new TreeSet<>();

	SealChain(Report report) {
		this.report = report;
	}

	/** Checks numbers, links, totals, signatures, and what was anchored. */
	void read(Connection connection, Map<String, LedgerKey> keys, AnchorFile anchor) throws SQLException {
		byte[] link = new byte[HASH];
		long total = 0;
		try (Rows rows = Rows.stream(connection, """
				select block_number, previous_link, row_count, total_rows, merkle_root, sealed_at, key_id, signature
				from ledger_seal order by block_number""")) {
			while (rows.next()) {
				long block = rows.number(1);
				while (this.roots.size() + 1 < block) {
					found(Kind.CHAIN, this.roots.size() + 1L, "这一块不在了");
					add(new byte[0], 0);
				}
				byte[] root = rows.bytes(5);
				int count = (int) rows.number(3);
				byte[] signed = signed(block, rows.bytes(2), count, rows.number(4), root,
						rows.text(6) + " " + rows.text(7));
				byte[] signature = rows.bytes(8);
				if (!Arrays.equals(link, rows.bytes(2))) {
					found(Kind.CHAIN, block, "");
				}
				total += count;
				if (total != rows.number(4)) {
					found(Kind.CHAIN, block, "累计的修改数不对");
					total = rows.number(4);
				}
				checkSignature(block, keys.get(rows.text(7)), rows.text(7), signed, signature);
				checkAnchor(block, AnchorFile.head(signed, rows.text(7), signature), anchor);
				link = link(signed, signature);
				add(root, count);
				this.report.countBlock();
			}
		}
		checkEnd(anchor);
	}

	/** Takes the next change, in the order of entity and number, into its block. */
	void add(long block, byte[] leaf) {
		if (block < 1 || block > this.roots.size()) {
			if (this.broken.add(block)) {
				found(Kind.BLOCK, block, "没有这一块");
			}
			return;
		}
		int index = (int) (block - 1);
		GrowingTree tree = this.growing.computeIfAbsent(block, (number) -> new GrowingTree());
		tree.add(leaf, this.digest);
		if (this.whole.get(index)) {
			// One more than was sealed.
			this.whole.clear(index);
		}
		else if (tree.count() == this.counts.get(index)
				&& Arrays.equals(tree.root(this.digest), this.roots.get(index))) {
			this.whole.set(index);
			this.growing.remove(block);
		}
	}

	/**
	 * Looks for blocks that are not whole when all changes were taken.
	 * @return their numbers
	 */
	TreeSet<Long> finish() {
		for (int index = this.whole.nextClearBit(0); index < this.roots.size(); index = this.whole
			.nextClearBit(index + 1)) {
			long block = index + 1L;
			GrowingTree tree = this.growing.get(block);
			boolean same = tree != null && tree.count() == this.counts.get(index);
			this.broken.add(block);
			found(Kind.BLOCK, block, same ? "" : "封存时有 " + this.counts.get(index) + " 项修改，现在不是");
		}
		return this.broken;
	}

	private void checkSignature(long block, LedgerKey key, String keyId, byte[] signed, byte[] signature) {
		if (key == null) {
			found(Kind.UNKNOWN_KEY, block, keyId);
		}
		else if (signature == null || !key.signed(signed, signature)) {
			found(Kind.SIGNATURE, block, "");
		}
	}

	private void checkAnchor(long block, String head, AnchorFile anchor) {
		String anchored = anchor.heads().get(block);
		if (anchored != null && !anchored.equals(head)) {
			found(Kind.ANCHOR, block, "");
		}
		else if (anchor.doubled().containsKey(block)) {
			found(Kind.ANCHOR, block, "锚点文件里这一块有两个不同的封存");
		}
	}

	private void checkEnd(AnchorFile anchor) {
		Optional<Long> last = Optional.ofNullable(anchor.heads().isEmpty() ? null : anchor.heads().lastKey());
		last.filter((block) -> block > this.roots.size())
			.ifPresent((block) -> this.report
				.found(new Finding(Kind.ANCHOR, "账本", "锚点文件已到第 " + block + " 块，数据库只到第 " + this.roots.size() + " 块")));
	}

	private byte[] signed(long block, byte[] previous, int count, long total, byte[] root, String words) {
		this.digest.update(FORMAT);
		this.digest.update(ByteBuffer.allocate(Long.BYTES).putLong(block).array());
		this.digest.update(previous);
		this.digest.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES).putInt(count).putLong(total).array());
		this.digest.update(root);
		return this.digest.digest(words.getBytes(StandardCharsets.UTF_8));
	}

	private byte[] link(byte[] signed, byte[] signature) {
		this.digest.update((byte) 2);
		this.digest.update(signed);
		return this.digest.digest(signature);
	}

	private void add(byte[] root, int count) {
		this.roots.add(root);
		this.counts.add(count);
	}

	private void found(Kind kind, long block, String detail) {
		this.report.found(new Finding(kind, "第 " + block + " 块", detail));
	}

}
