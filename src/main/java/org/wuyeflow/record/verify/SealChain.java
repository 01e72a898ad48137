package org.wuyeflow.record.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
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
	private final List<Block> blocks = new ArrayList<>();

	private final TreeSet<Long> broken = new TreeSet<>();

	SealChain(Report report) {
		this.report = report;
	}

	/**
	 * Checks numbers, links, totals, signatures, and what was anchored. A signature also
	 * covers all blocks that the link leads back to, so that of blocks of one key the
	 * last one's is enough: a signature takes a thousand times as long as a change.
	 */
	void read(Connection connection, Map<String, LedgerKey> keys, AnchorFile anchor) throws SQLException {
		byte[] link = new byte[HASH];
		long total = 0;
		Signed last = null;
		try (Rows rows = Rows.stream(connection, """
				select block_number, previous_link, row_count, total_rows, merkle_root, sealed_at, key_id, signature
				from ledger_seal order by block_number""")) {
			while (rows.next()) {
				long block = rows.number(1);
				while (this.blocks.size() + 1 < block) {
					found(Kind.CHAIN, this.blocks.size() + 1L, "这一块不在了");
					this.blocks.add(new Block(new byte[0], 0));
				}
				byte[] root = rows.bytes(5);
				int count = (int) rows.number(3);
				String key = rows.text(7);
				byte[] digest = signed(block, rows.bytes(2), count, rows.number(4), root, rows.text(6) + " " + key);
				Signed signed = new Signed(block, key, digest, rows.bytes(8));
				boolean linked = Arrays.equals(link, rows.bytes(2));
				if (!linked) {
					found(Kind.CHAIN, block, "");
				}
				if (last != null && !(linked && last.key().equals(key))) {
					check(last, keys);
				}
				total += count;
				if (total != rows.number(4)) {
					found(Kind.CHAIN, block, "累计的修改数不对");
					total = rows.number(4);
				}
				checkAnchor(block, AnchorFile.head(digest, key, signed.signature()), anchor);
				link = link(digest, signed.signature());
				last = signed;
				this.blocks.add(new Block(root, count));
				this.report.countBlock();
			}
		}
		if (last != null) {
			check(last, keys);
		}
		checkEnd(anchor);
	}

	/** Takes the next row, in the order in which blocks hold them, into its block. */
	void add(long number, byte[] leaf) {
		if (number < 1 || number > this.blocks.size()) {
			if (this.broken.add(number)) {
				found(Kind.BLOCK, number, "没有这一块");
			}
			return;
		}
		this.blocks.get((int) (number - 1)).add(leaf, this.digest);
	}

	/**
	 * Looks for blocks that are not whole when all rows were taken.
	 * @return their numbers
	 */
	TreeSet<Long> finish() {
		for (int index = 0; index < this.blocks.size(); index++) {
			Block block = this.blocks.get(index);
			if (!block.whole) {
				this.broken.add(index + 1L);
				found(Kind.BLOCK, index + 1L, block.isComplete() ? "" : "封存时有 " + block.count + " 项，现在不是");
			}
		}
		return this.broken;
	}

	private void check(Signed block, Map<String, LedgerKey> keys) {
		LedgerKey key = keys.get(block.key());
		if (key == null) {
			found(Kind.UNKNOWN_KEY, block.number(), block.key());
		}
		else if (block.signature() == null || !key.signed(block.digest(), block.signature())) {
			found(Kind.SIGNATURE, block.number(), "");
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
		String printed = anchor.printed().get(block);
		if (printed != null && !head.startsWith(printed)) {
			found(Kind.ANCHOR, block, "打印的指纹是 " + printed + "，数据库里是 " + head.substring(0, printed.length()));
		}
	}

	private void checkEnd(AnchorFile anchor) {
		Optional<Long> last = Optional.ofNullable(anchor.heads().isEmpty() ? null : anchor.heads().lastKey());
		last.filter((block) -> block > this.blocks.size())
			.ifPresent((block) -> this.report
				.found(new Finding(Kind.ANCHOR, "账本", "锚点文件已到第 " + block + " 块，数据库只到第 " + this.blocks.size() + " 块")));
		anchor.printed()
			.tailMap((long) this.blocks.size(), false)
			.keySet()
			.forEach((block) -> found(Kind.ANCHOR, block, "打印过这一块的指纹，数据库只到第 " + this.blocks.size() + " 块"));
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

	private void found(Kind kind, long block, String detail) {
		this.report.found(new Finding(kind, "第 " + block + " 块", detail));
	}

	/** What a block's signature is over. */
	private record Signed(long number, String key, byte[] digest, byte[] signature) {
	}

	/** A block that fills up with leaves until it is the one that was sealed. */
	private static final class Block {

		private final byte[] root;

		private final int count;

		private GrowingTree tree;

		private boolean whole;

		private boolean spoilt;

		private Block(byte[] root, int count) {
			this.root = root;
			this.count = count;
		}

		private void add(byte[] leaf, MessageDigest digest) {
			if (this.tree == null) {
				this.tree = new GrowingTree();
			}
			// One more than was sealed spoils it.
			this.spoilt |= this.whole;
			this.whole = false;
			this.tree.add(leaf, digest);
			if (!this.spoilt && isComplete() && Arrays.equals(this.tree.root(digest), this.root)) {
				this.whole = true;
				this.tree = null;
			}
		}

		private boolean isComplete() {
			return this.tree != null && this.tree.count() == this.count;
		}

	}

}
