package org.wuyeflow.record.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wuyeflow.StartRefusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LedgerKeysTest {

	/** Test 1 of RFC 8032, as OpenSSL writes it. */
	private static final String RFC_8032 = """
			-----BEGIN PRIVATE KEY-----
			MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
			-----END PRIVATE KEY-----
			""";

	private static final byte[] MESSAGE = { 1, 2, 3 };

	@TempDir
	Path directory;

	@Test
	void firstStartMakesAKeyThatOnlyItsOwnerReadsAndTheNextUsesIt() throws Exception {
		LedgerSettings settings = new LedgerSettings(null, null, this.directory.resolve("new"));
		LedgerKeys made = LedgerKeys.of(settings);
		assertThat(LedgerKeys.of(settings).current().id()).isEqualTo(made.current().id());
		assertThat(Files.getPosixFilePermissions(settings.usedKeyFile()))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
		try (var files = Files.list(settings.dataDirectory())) {
			assertThat(files).hasSize(1);
		}
	}

	@Test
	void publicHalfIsHadFromAPrivateKeyOfOpenSsl() throws Exception {
		LedgerKey key = LedgerKeys.parse(RFC_8032).current();
		assertThat(key.publicHalf()).asHexString()
			.endsWith("D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A");
	}

	@Test
	void formerKeysAreTrustedButDoNotSign() throws Exception {
		LedgerKey former = LedgerKeys.parse(RFC_8032).current();
		byte[] signature = former.sign(MESSAGE);
		LedgerKeys keys = LedgerKeys
			.parse(LedgerKeys.pem("PRIVATE", LedgerKey.generate()) + LedgerKeys.pem("PUBLIC", former.publicHalf()));
		assertThat(keys.current().id()).isNotEqualTo(former.id());
		assertThat(keys.get(former.id()).orElseThrow().signed(MESSAGE, signature)).isTrue();
		assertThat(keys.stamped(MESSAGE, former.stamp(MESSAGE))).isFalse();
		assertThat(LedgerKeys.parse(LedgerKeys.pem("PRIVATE", LedgerKey.generate()) + RFC_8032)
			.stamped(MESSAGE, former.stamp(MESSAGE))).isTrue();
	}

	@Test
	void fileThatIsNamedButMissingOrWrongIsRefusedWithTheCommandThatMakesOne() throws Exception {
		for (String content : new String[] { null, "", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
				LedgerKeys.pem("PUBLIC", LedgerKeys.parse(RFC_8032).current().publicHalf()) }) {
			Path file = this.directory.resolve("named");
			if (content != null) {
				Files.writeString(file, content);
			}
			assertThatExceptionOfType(StartRefusal.class)
				.isThrownBy(() -> LedgerKeys.of(new LedgerSettings(file, null, this.directory)))
				.withMessageContaining("openssl genpkey -algorithm ed25519")
				.withMessageContaining("WUYEFLOW_LEDGER_KEYFILE");
		}
	}

}
