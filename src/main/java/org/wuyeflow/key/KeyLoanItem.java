package org.wuyeflow.key;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.TimeOrderedId;

/**
 * The keys to one door in one loan. While they are out, {@code outKeyId} is the key's id;
 * the database takes each of them once, so that no key is lent twice.
 */
@Entity
class KeyLoanItem implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(nullable = false)
	private UUID loanId;

	@ManyToOne(fetch = FetchType.EAGER, optional = false)
	@JoinColumn(name = "house_key_id")
	private HouseKey key;

	private UUID outKeyId;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(nullable = false, length = 32)
	private String caseNumber;

	@FormField("数量（把）")
	@Column(nullable = false)
	private int pieces;

	@FormField("归还时间")
	private Instant returnedAt;

	protected KeyLoanItem() {
	}

	KeyLoanItem(KeyLoan loan, HouseKey key) {
		this.id = TimeOrderedId.next();
		this.loanId = loan.id();
		this.key = key;
		this.outKeyId = key.id();
		this.office = loan.office();
		this.caseNumber = loan.number();
		this.pieces = key.pieces();
	}

	void back(Instant at) {
		this.outKeyId = null;
		this.returnedAt = at;
	}

	/** It does not come back; its incident goes on. */
	void lost() {
		this.outKeyId = null;
	}

	boolean out() {
		return this.outKeyId != null;
	}

	HouseKey key() {
		return this.key;
	}

	int pieces() {
		return this.pieces;
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
		return this.caseNumber;
	}

}
