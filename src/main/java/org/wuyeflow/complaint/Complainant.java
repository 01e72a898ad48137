package org.wuyeflow.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

/**
 * Who complains; an anonymous complainant has neither name nor phone.
 */
@Embeddable
public class Complainant {

	@FormField("投诉人类别")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "complainant_kind", nullable = false, length = 20)
	private ComplainantKind kind;

	@FormField("投诉人")
	@Personal(Personal.Kind.NAME)
	@Column(name = "complainant_name", length = 60)
	private String name;

	@FormField("联系电话")
	@Personal(Personal.Kind.PHONE)
	@Column(name = "complainant_phone", length = 20)
	private String phone;

	protected Complainant() {
	}

	public Complainant(ComplainantKind kind, String name, String phone) {
		this.kind = kind;
		this.name = (kind != ComplainantKind.ANONYMOUS) ? name : null;
		this.phone = (kind != ComplainantKind.ANONYMOUS) ? phone : null;
	}

	public ComplainantKind kind() {
		return this.kind;
	}

	/** The name, or null where it was not given. */
	public String name() {
		return this.name;
	}

	/** The phone number, or null where it was not given. */
	public String phone() {
		return this.phone;
	}

}
