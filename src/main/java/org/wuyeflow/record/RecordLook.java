package org.wuyeflow.record;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.ledger.LookForm;
import org.wuyeflow.record.ledger.PersonalText;
import org.wuyeflow.record.ledger.Stamps;

/**
 * That somebody had the personal data of a record shown, when, how and what for. Written
 * by {@link Looks} only, stamped and sealed on the ledger like a change, never changed.
 */
@Entity
@Immutable
public class RecordLook {

	@Id
	private UUID id;

	@Column(nullable = false)
	private UUID lookId;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 40)
	private QualityForm form;

	@Column(nullable = false)
	private UUID recordId;

	@Column(nullable = false, length = 64)
	private String officeId;

	@Column(nullable = false, length = 32)
	private String serial;

	@Column(nullable = false, length = 64)
	private String staffId;

	@Column(nullable = false, length = 100)
	private String staffName;

	@Column(nullable = false)
	private Instant lookedAt;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private Way way;

	@Column(nullable = false, length = 200)
	private String reason;

	@Column(length = 16)
	private byte[] reasonSalt;

	@Column(nullable = false, length = 32)
	private byte[] reasonHash;

	@Column(nullable = false, length = 32)
	private byte[] leaf;

	@Column(nullable = false, length = 32)
	private byte[] stamp;

	@Column(insertable = false)
	private Long sealNumber;

	protected RecordLook() {
	}

	RecordLook(UUID look, QualityForm form, QualityRecord record, Staff by, Instant at, Way way, String reason,
			Stamps stamps) {
		this.id = TimeOrderedId.next();
		this.lookId = look;
		this.form = form;
		this.recordId = record.id();
		this.officeId = record.office();
		this.serial = record.serial();
		this.staffId = by.id();
		this.staffName = by.name();
		this.lookedAt = at;
		this.way = way;
		PersonalText words = stamps.personal(reason);
		this.reason = words.text();
		this.reasonSalt = words.salt();
		this.reasonHash = words.hash();
		Stamps.Stamp given = stamps.of(new LookForm(this.id, look, form.name(), this.recordId, this.officeId,
				this.serial, this.staffId, this.staffName, at, way.name(), this.reasonHash));
		this.leaf = given.leaf();
		this.stamp = given.code();
	}

	/** The record that was looked at. */
	UUID recordId() {
		return this.recordId;
	}

	/** The name of who looked. */
	public String staffName() {
		return this.staffName;
	}

	public Instant lookedAt() {
		return this.lookedAt;
	}

	public Way way() {
		return this.way;
	}

	/** What for, in his words; empty once they are erased. */
	public String reason() {
		return this.reason;
	}

	/** How the personal data was shown. */
	enum Way implements Labelled {

		PAGE("查看"), PRINT("打印"), EXPORT("导出"), CORRECTION("更正"), FILE("打开附件");

		private final String label;

		Way(String label) {
			this.label = label;
		}

		@Override
		public String label() {
			return this.label;
		}

	}

}
