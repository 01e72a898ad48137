package org.wuyeflow.complaint;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

/**
 * A later date that the handler has asked for, until those above have decided.
 */
@Embeddable
public class ExtensionRequest {

	@FormField("申请延期到")
	private Instant extensionUntil;

	@FormField("延期原因")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 2000)
	private String extensionReason;

	@FormField("延期申请人")
	@Column(length = 100)
	private String extensionAskedBy;

	protected ExtensionRequest() {
	}

	ExtensionRequest(Instant until, String reason, Staff by) {
		this.extensionUntil = until;
		this.extensionReason = reason;
		this.extensionAskedBy = by.name();
	}

	/** The date that is asked for. */
	public Instant until() {
		return this.extensionUntil;
	}

	public String reason() {
		return this.extensionReason;
	}

	/** The name of who asks. */
	public String askedBy() {
		return this.extensionAskedBy;
	}

}
