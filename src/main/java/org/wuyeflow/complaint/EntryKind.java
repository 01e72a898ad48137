package org.wuyeflow.complaint;

import org.wuyeflow.record.Labelled;

/**
 * What an entry of a complaint's log tells.
 */
public enum EntryKind implements Labelled {

	REGISTRATION("登记"), SETTLEMENT("当场解决"), CLASSIFICATION("判定"), OPINION("处理意见"), RECORD("填表"), REPORT("书面报告"),
	COPY("抄送"), PROGRESS("处理进展"), HAND_OVER("移交"), REFERRAL("上报"), RECLASSIFICATION("要求重新判定"), LIMIT("时限"),
	WARNING("提醒"), SUPERVISION("督办"), RESULT("处理结果"), ANSWER("告知结果"), VERIFICATION("验证"), EXPLANATION("解释"),
	CLAIM("索赔"), SENDER("答复来件单位"), READING("阅知"), PUBLICATION("公布结果"), FILING("归档"), REVISIT("回访"), REOPENING("重新处理");

	private final String label;

	EntryKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
