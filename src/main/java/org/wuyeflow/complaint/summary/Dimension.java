package org.wuyeflow.complaint.summary;

import java.util.Optional;
import java.util.function.Function;

import org.wuyeflow.office.Role;
import org.wuyeflow.record.Labelled;

/** By what cases are told apart. */
enum Dimension implements Labelled {

	KIND("类别", (one) -> Group.of(one.kind())),

	CHANNEL("投诉方式", (one) -> Group.of(one.channel())),

	DEPARTMENT("处理部门",
			(one) -> Optional.ofNullable(one.department())
				.flatMap(Role::find)
				.map((role) -> new Group(role.id(), role.title(), role.ordinal()))
				.orElse(new Group("none", "未指派", Integer.MAX_VALUE)));

	private final String label;

	private final Function<SummaryCase, Group> group;

	Dimension(String label, Function<SummaryCase, Group> group) {
		this.label = label;
		this.group = group;
	}

	/** The group that a case belongs to. */
	Group of(SummaryCase one) {
		return this.group.apply(one);
	}

	@Override
	public String label() {
		return this.label;
	}

	/** Cases that belong together. */
	record Group(String id, String label, int order) {

		static <E extends Enum<E> & Labelled> Group of(E constant) {
			return new Group(constant.name(), constant.label(), constant.ordinal());
		}

	}

}
