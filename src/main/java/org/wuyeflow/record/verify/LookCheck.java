package org.wuyeflow.record.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.verify.Finding.Kind;

/**
 * The looks at personal data, each put into its block as it comes by. They hold no number
 * of their own: one that is gone shows in its block.
 */
final class LookCheck {

	private static final String COLUMNS = "id, look_id, form, record_id, office_id, serial, staff_id, staff_name,"
			+ " looked_at, way, reason_hash, reason, reason_salt, seal_number, stamp";

	private static final int ID = 1;

	private static final int FORM = 3;

	private static final int OFFICE = 5;

	private static final int SERIAL = 6;

	private static final int STAFF_NAME = 8;

	private static final int LOOKED_AT = 9;

	private static final int REASON_HASH = 11;

	private static final int REASON = 12;

	private static final int REASON_SALT = 13;

	private static final int SEAL_NUMBER = 14;

	private static final int STAMP = 15;

	private static final int NAMED = 1000;

	/** The change that erased what was personal in the record that a look was at. */
	private static final String ERASURE = """
			select 1 from record_change c
			where c.entity_id = l.record_id and c.fields like '{"@personal":%' and c.changed_at""";

	private final Connection connection;

	private final StampCheck stamps;

	private final Report report;

	private final LeafHasher hasher = new LeafHasher("wuyeflow look 1\n", true, true, false, true, false, false, false,
			false, false, false, false);

	private final Set<String> suspects = new LinkedHashSet<>();

	LookCheck(Connection connection, StampCheck stamps, Report report) {
		this.connection = connection;
		this.stamps = stamps;
		this.report = report;
	}

	/** Reads all looks, behind all changes. */
	void read(SealChain seals) throws SQLException {
		try (Rows row = Rows.stream(this.connection, "select " + COLUMNS + " from record_look order by id")) {
			while (row.next()) {
				this.hasher.read(row);
				long block = row.number(SEAL_NUMBER);
				this.report.countLook(block != -1);
				boolean suspicious = personal(row) == PersonalState.BROKEN;
				if (block != -1) {
					seals.add(block, this.hasher.leaf());
				}
				else {
					suspicious |= tooLong(row);
				}
				if (suspicious) {
					suspect(row);
				}
			}
		}
	}

	/** Names those that are wrong, when the blocks are known that are not whole. */
	void finish(Set<Long> broken) throws SQLException {
		for (long block : broken.stream().limit(NAMED).toList()) {
			suspectAll("seal_number = " + block);
		}
		for (String hex : this.suspects) {
			examine(hex, broken);
		}
		report("l.reason_salt is null and not exists (" + ERASURE + " >= l.looked_at)", Kind.PERSONAL_DATA);
		report("l.reason_salt is not null and exists (" + ERASURE + " > l.looked_at)", Kind.NOT_ERASED);
	}

	private void examine(String hex, Set<Long> broken) throws SQLException {
		try (Rows row = Rows.stream(this.connection,
				"select " + COLUMNS + " from record_look where id = X'" + hex + "'")) {
			while (row.next()) {
				this.hasher.read(row);
				long block = row.number(SEAL_NUMBER);
				if (personal(row) == PersonalState.BROKEN) {
					found(Kind.PERSONAL_DATA, row);
				}
				if (block == -1 && tooLong(row)) {
					found(Kind.LOOK_FORGED, row);
				}
				else if (broken.contains(block) && this.stamps.possible()
						&& !this.stamps.stamped(this.hasher, row.bytes(STAMP))) {
					found(Kind.LOOK_ALTERED, row);
				}
			}
		}
	}

	private void report(String condition, Kind kind) throws SQLException {
		try (Rows row = Rows.stream(this.connection,
				"select " + COLUMNS + " from record_look l where " + condition + " order by id")) {
			while (row.next()) {
				found(kind, row);
			}
		}
	}

	private void suspectAll(String condition) throws SQLException {
		try (Rows row = Rows.stream(this.connection, "select id from record_look where " + condition)) {
			while (row.next()) {
				suspect(row);
			}
		}
	}

	private void suspect(Rows row) throws SQLException {
		if (this.suspects.size() < NAMED) {
			this.suspects.add(HexFormat.of().formatHex(row.bytes(ID)));
		}
	}

	private PersonalState personal(Rows row) throws SQLException {
		return PersonalState.of(row.bytes(REASON), row.bytes(REASON_SALT), row.bytes(REASON_HASH), this.hasher);
	}

	private boolean tooLong(Rows row) throws SQLException {
		return this.stamps.waitsTooLong(this.hasher, row.bytes(STAMP), row.text(LOOKED_AT));
	}

	private void found(Kind kind, Rows row) throws SQLException {
		String form = row.text(FORM);
		String title = Stream.of(QualityForm.values())
			.filter((one) -> one.name().equals(form))
			.findFirst()
			.map(QualityForm::title)
			.orElse(form);
		this.report.found(new Finding(kind, title + " " + row.text(SERIAL) + "（" + row.text(OFFICE) + "）",
				row.text(STAFF_NAME) + " " + row.text(LOOKED_AT) + "（UTC）的查看"));
	}

}
