package org.wuyeflow.record.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The formats of version 1, against hashes that another program has computed. What is
 * sealed can be checked only as long as these stay; a new format is a new version.
 */
class LedgerFormatTest {

	private static final Instant AT = Instant.parse("2026-03-05T06:30:00.120Z");

	@Test
	void changeIsHashedAsEver() {
		byte[] salt = new byte[16];
		for (int i = 0; i < salt.length; i++) {
			salt[i] = (byte) i;
		}
		byte[] personal = PersonalText.hash(salt, "{\"matter\":{\"new\":\"𠮷\"}}");
		assertThat(personal).asHexString()
			.isEqualToIgnoringCase("60312e2365e2825f72038a1319b260639ef2eee797c5159b12d557e5e7af0fce");
		assertThat(Digests.sha256(change(null, "", personal).bytes())).asHexString()
			.isEqualToIgnoringCase("2cd69ec261791f76a073a7ff19327b7f8c55c4808f7d164e1e5886693916b656");
	}

	@Test
	void lookIsHashedAsEver() {
		LookForm look = new LookForm(UUID.fromString("0192f0c1-aa00-7abc-8def-0123456789ab"),
				UUID.fromString("0192f0c1-aa00-7abc-8def-0123456789ac"), "DUTY_LOG",
				UUID.fromString("0192f0c1-aa00-7abc-8def-0123456789ad"), "cuihu", "ZB-2026-00001", "auditor", "孙", AT,
				"PAGE", filled(32, 3));
		assertThat(Digests.sha256(look.bytes())).asHexString()
			.isEqualToIgnoringCase("c9a311aaca5d11c15c27c63d84cb0e4a28d6223f804c93b8f8ae8b8de0d4c0a3");
	}

	@Test
	void absentAndEmptyAndNeighboursAreDistinct() {
		assertThat(List.of(change(null, "", null), change("", null, null), change("", "", null), change("a", "", null),
				change("", "a", null), change(null, "", new byte[32])))
			.extracting((change) -> List.of(HexFormat.of().formatHex(change.bytes())))
			.doesNotHaveDuplicates();
	}

	@Test
	void rootIsThatOfRfc6962() {
		assertThat(MerkleTree.leaf(new byte[0])).asHexString()
			.isEqualToIgnoringCase("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
		List<byte[]> leaves = IntStream.range(0, 7).mapToObj((i) -> MerkleTree.leaf(new byte[] { (byte) i })).toList();
		assertThat(MerkleTree.root(leaves)).asHexString()
			.isEqualToIgnoringCase("3560191803028444b232018ac047fdb561c09c23a7a6876c85e08b5e4d48e9f3");
	}

	@Test
	void sealIsSignedAndLinkedAsEver() {
		byte[] root = filled(32, 7);
		Seal seal = new Seal(5, Seal.BEFORE_THE_FIRST, 3, 11, root, AT, "0123456789abcdef", filled(64, 9));
		assertThat(seal.signed()).asHexString()
			.isEqualToIgnoringCase("5d70a2364180d3d7c34644c6302926c064b8d20373bde315ebd1eae84e8725b7");
		assertThat(seal.link()).asHexString()
			.isEqualToIgnoringCase("ec98b8e7815b9af9b5e74eeec3aa240b2b5ecaaa2d5754249b68b6bcc303fb6a");
	}

	private static ChangeForm change(String caseNumber, String process, byte[] personal) {
		return new ChangeForm(UUID.fromString("0192f0c1-aa00-7abc-8def-0123456789ab"), 3, "DutyLogEntry", "cuihu",
				caseNumber, process, "a", "名", "", "front-desk", "林晓梅", AT, "{\"x\":{\"old\":1,\"new\":null}}",
				personal);
	}

	private static byte[] filled(int length, int value) {
		byte[] bytes = new byte[length];
		Arrays.fill(bytes, (byte) value);
		return bytes;
	}

}
