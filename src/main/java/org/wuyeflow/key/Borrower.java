package org.wuyeflow.key;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

/**
 * Who borrows keys; somebody from outside proves who he is.
 */
@Embeddable
public class Borrower {

	@FormField("借用人类别")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "borrower_kind", nullable = false, length = 20)
	private BorrowerKind kind;

	@FormField("借用人")
	@Personal(Personal.Kind.NAME)
	@Column(name = "borrower_name", nullable = false, length = 60)
	private String name;

	@FormField("借用人电话")
	@Personal(Personal.Kind.PHONE)
	@Column(name = "borrower_phone", nullable = false, length = 20)
	private String phone;

	@FormField("借用人单位")
	@Column(length = 100)
	private String organisation;

	@Embedded
	@AttributeOverride(name = "kind", column = @Column(name = "borrower_identity_kind", length = 20))
	@AttributeOverride(name = "lastFour", column = @Column(name = "borrower_identity_last_four", length = 4))
	private Identity identity;

	protected Borrower() {
	}

	/**
	 * A borrower.
	 * @param organisation whom he works for; null for the company's own staff
	 * @param identity what he has proved who he is by; null for the company's own staff
	 */
	public Borrower(BorrowerKind kind, String name, String phone, String organisation, Identity identity) {
		this.kind = kind;
		this.name = name;
		this.phone = phone;
		this.organisation = kind.outsider() ? organisation : null;
		this.identity = kind.outsider() ? identity : null;
	}

	/** Whether it is the same person: the telephone or the name is the same. */
	boolean same(Borrower other) {
		return this.phone.equals(other.phone) || this.name.equals(other.name);
	}

	public BorrowerKind kind() {
		return this.kind;
	}

	public String name() {
		return this.name;
	}

	public String phone() {
		return this.phone;
	}

	/** Whom he works for, or null for the company's own staff. */
	public String organisation() {
		return this.organisation;
	}

	/** What he has proved who he is by, or null for the company's own staff. */
	public Identity identity() {
		return this.identity;
	}

	/** What he is: {@code 装修人员（宏达装饰）}. */
	String part() {
		return this.kind.label() + ((this.organisation != null) ? "（" + this.organisation + "）" : "");
	}

	/** As people say it: {@code 张三（装修人员，宏达装饰）}. */
	String shown() {
		return this.name + "（" + this.kind.label() + ((this.organisation != null) ? "，" + this.organisation : "") + "）";
	}

}
