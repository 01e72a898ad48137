package org.wuyeflow.complaint.summary;

import org.wuyeflow.record.Labelled;

/**
 * What a summary counts a complaint under: its class, or why it has none.
 */
public enum SummaryKind implements Labelled {

	ONE("一类：物业管理不到位"), TWO("二类：发展商及房屋质量"), THREE("三类：外部环境、非管辖内公共设施"), ON_SPOT("当场解决（不分类）"), INVALID("判为无效"),
	UNJUDGED("尚未判定");

	private final String label;

	SummaryKind(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
