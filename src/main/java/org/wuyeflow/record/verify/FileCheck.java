package org.wuyeflow.record.verify;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import org.wuyeflow.record.verify.Finding.Kind;

/**
 * The files of attachments, hashed one after another as they stream by and compared with
 * what their entries say, which the changes vouch for. Takes as long as all files take to
 * be read, and memory for the largest of them.
 */
final class FileCheck {

	private static final int NAMED = 1000;

	private static final int ID = 1;

	private static final int SIZE = 2;

	private static final int SHA256 = 3;

	private static final int THUMBNAIL_SHA256 = 4;

	private static final int ERASED = 5;

	private static final int CONTENT = 6;

	private static final int THUMBNAIL = 7;

	private final Connection connection;

	private final Examination examination;

	private final Report report;

	private final MessageDigest digest = LeafHasher.sha256();

	private final List<Suspect> suspects = new ArrayList<>();

	FileCheck(Connection connection, Examination examination, Report report) {
		this.connection = connection;
		this.examination = examination;
		this.report = report;
	}

	/** Hashes all files. */
	void check() throws SQLException {
		try (Rows row = Rows.stream(this.connection, """
				select a.id, a.size_in_bytes, a.sha256, a.thumbnail_sha256,
					(select count(*) from record_change e
						where e.entity_id = a.id and e.fields like '{"@personal":%'),
					c.content, c.thumbnail
				from attachment a left join attachment_content c on c.attachment_id = a.id""")) {
			while (row.next()) {
				check(row);
			}
		}
		try (Rows row = Rows.stream(this.connection, """
				select c.attachment_id from attachment_content c
				where not exists (select 1 from attachment a where a.id = c.attachment_id)""")) {
			while (row.next()) {
				suspect(row.bytes(ID), Kind.FILE_WITHOUT_ENTRY, null);
			}
		}
		for (Suspect suspect : this.suspects) {
			this.report.found(new Finding(suspect.kind(), this.examination.nameOf(suspect.id()), detail(suspect)));
		}
	}

	private void check(Rows row) throws SQLException {
		long length = row.digest(CONTENT, this.digest);
		String content = hex();
		boolean hasThumbnail = row.digest(THUMBNAIL, this.digest) >= 0;
		String thumbnail = hex();
		if (row.number(ERASED) > 0) {
			if (length >= 0 || hasThumbnail) {
				suspect(row.bytes(ID), Kind.NOT_ERASED, null);
			}
			return;
		}
		if (length < 0) {
			suspect(row.bytes(ID), Kind.FILE_MISSING, null);
			return;
		}
		this.report.countFile(length);
		if (!content.equals(row.text(SHA256)) || length != row.number(SIZE)) {
			suspect(row.bytes(ID), Kind.FILE_ALTERED, content);
		}
		if (!Objects.equals(hasThumbnail ? thumbnail : null, row.text(THUMBNAIL_SHA256))) {
			suspect(row.bytes(ID), Kind.THUMBNAIL_ALTERED, null);
		}
	}

	private void suspect(byte[] id, Kind kind, String content) {
		if (this.suspects.size() < NAMED) {
			this.suspects.add(new Suspect(id, kind, content));
		}
	}

	/** Whose file it is that stands in the place of another. */
	private String detail(Suspect suspect) throws SQLException {
		if (suspect.content() == null) {
			return "";
		}
		List<byte[]> owners = new ArrayList<>();
		try (Rows row = Rows.stream(this.connection,
				"select id from attachment where sha256 = '" + suspect.content() + "' order by id")) {
			while (row.next()) {
				owners.add(row.bytes(ID));
			}
		}
		return owners.isEmpty() ? "" : "现在是" + this.examination.nameOf(owners.get(0)) + "的文件";
	}

	private String hex() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

	/**
	 * An attachment with whose file something is wrong.
	 *
	 * @param content the hash of what is there in its place, or null
	 */
	private record Suspect(byte[] id, Kind kind, String content) {
	}

}
