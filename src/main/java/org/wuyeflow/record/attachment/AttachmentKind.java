package org.wuyeflow.record.attachment;

import org.wuyeflow.record.Labelled;

/**
 * What an attachment is to the case.
 */
public enum AttachmentKind implements Labelled {

	PHOTO("照片"), LETTER("来函、书面材料"), RECEIPT("签收单、签名"), MANDATE("委托书、证件"), OTHER("其他");

	private final String label;

	AttachmentKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
