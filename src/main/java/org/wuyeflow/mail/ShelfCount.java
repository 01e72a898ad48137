package org.wuyeflow.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.TimeOrderedId;

/**
 * That the items on the shelf were counted against the register, as at each change of
 * keeper. Clause CP-5.3.3.C.
 */
@Entity
public class ShelfCount implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@FormField("清点时间")
	@Column(nullable = false)
	private Instant countedAt;

	@Column(nullable = false, length = 64)
	private String countedById;

	@FormField("清点人")
	@Column(nullable = false, length = 100)
	private String countedByName;

	@FormField("移交人")
	@Column(length = 60)
	private String handedOverBy;

	@FormField("应有件数")
	@Column(name = "expected_count", nullable = false)
	private int expected;

	@FormField("实有件数")
	@Column(name = "present_count", nullable = false)
	private int present;

	@FormField("缺少的邮件")
	@Column(length = 10000)
	private String missingNumbers;

	protected ShelfCount() {
	}

	ShelfCount(String office, int expected, List<String> missing, String handedOverBy, Instant at, Staff by) {
		this.id = TimeOrderedId.next();
		this.office = office;
		this.expected = expected;
		this.present = expected - missing.size();
		this.missingNumbers = missing.isEmpty() ? null : String.join("、", missing);
		this.handedOverBy = handedOverBy;
		this.countedAt = at;
		this.countedById = by.id();
		this.countedByName = by.name();
	}

	@Override
	public UUID id() {
		return this.id;
	}

	@Override
	public String office() {
		return this.office;
	}

	@Override
	public String caseNumber() {
		return null;
	}

	public Instant at() {
		return this.countedAt;
	}

	/** The name of who counted. */
	public String by() {
		return this.countedByName;
	}

	/** The name of who gave the shelf away, or null. */
	public String handedOverBy() {
		return this.handedOverBy;
	}

	/** How many items the register says. */
	public int expected() {
		return this.expected;
	}

	/** How many items were there. */
	public int present() {
		return this.present;
	}

	/** The numbers of the items that were not there, or null. */
	public String missing() {
		return this.missingNumbers;
	}

}
