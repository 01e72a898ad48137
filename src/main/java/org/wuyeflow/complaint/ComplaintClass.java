package org.wuyeflow.complaint;

import java.util.Arrays;

import org.wuyeflow.record.Labelled;

/**
 * What caused a complaint. Clauses CC-4.1, CC-4.2, CC-4.3, CS-2.
 */
public enum ComplaintClass implements Labelled {

	/** Property management that falls short. */
	ONE("1", "一类：物业管理不到位"),

	/** The developer or the quality of the house. */
	TWO("2", "二类：发展商及房屋质量"),

	/** The outside environment, or facilities that the office does not manage. */
	THREE("3", "三类：外部环境、非管辖内公共设施");

	private final String id;

	private final String label;

	ComplaintClass(String id, String label) {
		this.id = id;
		this.label = label;
	}

	/**
	 * The class with the id that forms and tables use.
	 * @throws IllegalArgumentException where there is none
	 */
	public static ComplaintClass of(String id) {
		return Arrays.stream(values())
			.filter((candidate) -> candidate.id.equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No complaint class " + id));
	}

	/** The id that forms and decision tables use: {@code 1}, {@code 2}, {@code 3}. */
	public String id() {
		return this.id;
	}

	@Override
	public String label() {
		return this.label;
	}

}
