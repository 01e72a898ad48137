package org.wuyeflow.record.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.junit.jupiter.api.Test;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RecordTableTest {

	@Test
	void columnsAreNamedAsInTheDatabase() {
		RecordTable table = RecordTable.of(TrialLoan.class);
		assertThat(table.name()).isEqualTo("trial_loan");
		assertThat(table.columns()).containsExactly(
				new RecordColumn("takenTwice", "taken_twice", ColumnType.BOOLEAN, "takenTwice", false, "false"),
				new RecordColumn("other", "other_id", ColumnType.ID, "other", false, null),
				new RecordColumn("borrower.holderName", "who", ColumnType.TEXT, "姓名", true, ""),
				new RecordColumn("borrower.count", "count", ColumnType.INTEGER, "borrower.count", true, null));
	}

	@Test
	void typeThatCannotBeComparedIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> RecordTable.of(Strange.class))
			.withMessageContaining("lasts");
	}

	@Test
	void valuesOfLogAndDatabaseAreBroughtToTheSameBytes() {
		assertSame(ColumnType.INSTANT, "2026-03-05T06:30:00Z", "2026-03-05 06:30:00.000000");
		assertSame(ColumnType.INSTANT, "2026-03-05T06:30:00.120Z", "2026-03-05 06:30:00.120000");
		assertSame(ColumnType.DATE_TIME, "2026-03-05T06:30", "2026-03-05 06:30:00.000000");
		assertSame(ColumnType.DECIMAL, "12.5", "12.50");
		assertSame(ColumnType.DECIMAL, "0", "0.00");
		assertSame(ColumnType.BOOLEAN, "true", "1");
		assertSame(ColumnType.TIME, "09:00", "09:00:00");
		assertSame(ColumnType.ID, "0192f0c1-aa00-7abc-8def-0123456789ab",
				HexFormat.of().parseHex("0192f0c1aa007abc8def0123456789ab"));
		assertThat(ColumnType.TEXT.ofLog(utf8("a "))).isNotEqualTo(ColumnType.TEXT.ofDatabase(utf8("a")));
		assertThat(ColumnType.INSTANT.ofLog(utf8("2026-03-05T06:30:00.120Z")))
			.isNotEqualTo(ColumnType.INSTANT.ofDatabase(utf8("2026-03-05 06:30:00.120001")));
	}

	private static void assertSame(ColumnType type, String logged, String stored) {
		assertSame(type, logged, utf8(stored));
	}

	private static void assertSame(ColumnType type, String logged, byte[] stored) {
		assertThat(type.ofLog(utf8(logged))).isEqualTo(type.ofDatabase(stored));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	static class TrialLoan {

		@Id
		private UUID id;

		@Version
		private Integer version;

		private boolean takenTwice;

		@ManyToOne
		private Strange other;

		@Embedded
		@Personal(Personal.Kind.NAME)
		@AttributeOverride(name = "holderName", column = @Column(name = "who", nullable = false))
		private Holder borrower;

	}

	static class Holder {

		@FormField("姓名")
		private String holderName;

		private Integer count;

	}

	static class Strange {

		@Id
		private UUID id;

		private Duration lasts;

	}

}
