package org.wuyeflow.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.Refusal;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

/**
 * Who fetches mail and how he has proved it. Of a document only its kind and its last
 * four characters are kept. Clause CP-5.3.3.D.
 */
@Embeddable
public class Receiver {

	@FormField("领取人身份")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "receiver_kind", nullable = false, length = 20)
	private ReceiverKind kind;

	@FormField("领取人")
	@Personal(Personal.Kind.NAME)
	@Column(name = "receiver_name", nullable = false, length = 60)
	private String name;

	@FormField("领取人证件")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private DocumentKind documentKind;

	@FormField("证件号后四位")
	@Personal(Personal.Kind.IDENTITY)
	@Column(nullable = false, length = 4)
	private String documentLast;

	@FormField("收件人证件")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private DocumentKind ownerDocumentKind;

	@FormField("收件人证件号后四位")
	@Personal(Personal.Kind.IDENTITY)
	@Column(length = 4)
	private String ownerDocumentLast;

	@FormField("收件人的委托方式")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private OwnerWord ownerWord;

	protected Receiver() {
	}

	/** The owner himself, or somebody of his family on record. */
	public Receiver(ReceiverKind kind, String name, DocumentKind documentKind, String documentLast) {
		this.kind = kind;
		this.name = name;
		this.documentKind = documentKind;
		this.documentLast = documentLast;
	}

	/** A proxy: with the owner's document and word besides his own document. */
	public static Receiver proxy(String name, DocumentKind documentKind, String documentLast,
			DocumentKind ownerDocumentKind, String ownerDocumentLast, OwnerWord ownerWord) {
		if (ownerDocumentKind == null || ownerDocumentLast == null || ownerWord == null) {
			throw new Refusal("代领邮件须核对代领人和收件人双方的证件，并说明收件人如何委托。");
		}
		Receiver proxy = new Receiver(ReceiverKind.PROXY, name, documentKind, documentLast);
		proxy.ownerDocumentKind = ownerDocumentKind;
		proxy.ownerDocumentLast = ownerDocumentLast;
		proxy.ownerWord = ownerWord;
		return proxy;
	}

	public ReceiverKind kind() {
		return this.kind;
	}

	public String name() {
		return this.name;
	}

	public DocumentKind documentKind() {
		return this.documentKind;
	}

	public String documentLast() {
		return this.documentLast;
	}

	/** The owner's document, where a proxy came; else null. */
	public DocumentKind ownerDocumentKind() {
		return this.ownerDocumentKind;
	}

	/** How the owner agreed to the proxy, or null. */
	public OwnerWord ownerWord() {
		return this.ownerWord;
	}

}
