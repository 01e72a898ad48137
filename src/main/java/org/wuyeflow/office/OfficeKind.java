package org.wuyeflow.office;

/**
 * What an office looks after; decides how its houses are numbered.
 */
public enum OfficeKind {

	/** A residential estate: building, unit, room. */
	RESIDENTIAL("栋-单元-房号", "3-2-1501"),

	/** An office tower: the room number holds the floor. */
	OFFICE_BUILDING("楼层加房号", "1203");

	private final String pattern;

	private final String example;

	OfficeKind(String pattern, String example) {
		this.pattern = pattern;
		this.example = example;
	}

	/** How a house number is made up, in Chinese. */
	public String pattern() {
		return this.pattern;
	}

	/** A house number as staff type it. */
	public String example() {
		return this.example;
	}

}
