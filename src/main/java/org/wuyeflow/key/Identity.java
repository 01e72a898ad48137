package org.wuyeflow.key;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

/**
 * What somebody has proved who he is by: the kind of the document and the last four
 * digits of its number, never the number. Clause CP-5.3.2.A.
 */
@Embeddable
public class Identity {

	@FormField("证件种类")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private IdentityKind kind;

	@FormField("证件号末四位")
	@Personal(Personal.Kind.IDENTITY)
	@Column(length = 4)
	private String lastFour;

	protected Identity() {
	}

	public Identity(IdentityKind kind, String lastFour) {
		this.kind = kind;
		this.lastFour = lastFour;
	}

	public IdentityKind kind() {
		return this.kind;
	}

	/** The last four signs of the document's number. */
	public String lastFour() {
		return this.lastFour;
	}

	/** As people say it: {@code 身份证（末四位 123X）}. */
	String shown() {
		return this.kind.label() + "（末四位 " + this.lastFour + "）";
	}

}
