package org.wuyeflow.mail;

import org.wuyeflow.record.Labelled;

/**
 * What was done about an item.
 */
public enum EntryKind implements Labelled {

	RECEIPT("收件登记"), DAMAGE("破损"), NOTICE("通知"), MESSAGE("电子邮件"), HOLD("代为保管"), CHECK("核对收件人"), ANNOUNCEMENT("公告"),
	UNDELIVERABLE("无法投递"), UNCLAIMED("无人领取"), WARNING("提醒"), SUPERVISION("督办"), PICK_UP("领取"), UNDONE("撤销交付"),
	RETURN("退回"), REFUSAL("拒收"), INCIDENT("事故"), COUNT("清点");

	private final String label;

	EntryKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
