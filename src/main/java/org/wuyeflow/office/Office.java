package org.wuyeflow.office;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A management office (管理处). Its id is the engine's tenant id.
 */
@Entity
@Immutable
public class Office {

	@Id
	@Column(length = 64)
	private String id;

	@Column(nullable = false, length = 100)
	private String name;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private OfficeKind kind;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private ComplaintEdition complaintEdition;

	protected Office() {
	}

	Office(String id, String name, OfficeKind kind, ComplaintEdition complaintEdition) {
		this.id = id;
		this.name = name;
		this.kind = kind;
		this.complaintEdition = complaintEdition;
	}

	public String id() {
		return this.id;
	}

	/** The Chinese name, as on forms. */
	public String name() {
		return this.name;
	}

	public OfficeKind kind() {
		return this.kind;
	}

	public ComplaintEdition complaintEdition() {
		return this.complaintEdition;
	}

}
