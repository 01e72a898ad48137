package org.wuyeflow.office;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.wuyeflow.Refusal;

/**
 * A house number as it is stored, made from what a person types.
 */
public final class HouseNumber {

	private static final Pattern COUNTED = Pattern.compile("([一二三四五六七八九十]{1,3})(?=[栋幢座楼层单号])");

	private static final Pattern FLOOR = Pattern.compile("(?<![A-Z])(\\d+)F");

	private static final Pattern GROUP = Pattern.compile("[A-Z]*\\d+|[A-Z]+");

	private static final int LONGEST_SHOWN = 20;

	private final String typed;

	private final List<String> groups;

	private HouseNumber(String typed, List<String> groups) {
		this.typed = typed;
		this.groups = groups;
	}

	/**
	 * Reads what a person typed for a house of an office of this kind.
	 * @throws Refusal (400) where nothing was typed
	 */
	public static HouseNumber parse(String typed, OfficeKind kind) {
		String text = Normalizer.normalize((typed != null) ? typed : "", Normalizer.Form.NFKC)
			.strip()
			.toUpperCase(Locale.ROOT);
		if (text.isEmpty()) {
			throw new Refusal("请填写房号，例如 " + kind.example() + "。");
		}
		String digits = COUNTED.matcher(text).replaceAll((counted) -> String.valueOf(number(counted.group(1))));
		List<String> groups = new ArrayList<>();
		Matcher matcher = GROUP.matcher(FLOOR.matcher(digits).replaceAll("$1-"));
		while (matcher.find()) {
			groups.add(matcher.group().replaceFirst("(?<=^|[A-Z])0+(?=\\d)", ""));
		}
		return new HouseNumber(text, (kind == OfficeKind.OFFICE_BUILDING) ? withFloorInRoom(groups) : groups);
	}

	private static List<String> withFloorInRoom(List<String> groups) {
		int last = groups.size() - 1;
		if (last < 1 || !groups.get(last - 1).matches("\\d+") || !groups.get(last).matches("\\d+")) {
			return groups;
		}
		String floor = groups.get(last - 1);
		String room = groups.get(last);
		List<String> joined = new ArrayList<>(groups.subList(0, last - 1));
		joined.add((room.length() <= 2) ? floor + "0".repeat(2 - room.length()) + room : room);
		return joined;
	}

	private static int number(String hanzi) {
		int ten = hanzi.indexOf('十');
		if (ten < 0) {
			return digit(hanzi.charAt(hanzi.length() - 1));
		}
		int tens = (ten == 0) ? 1 : digit(hanzi.charAt(0));
		int ones = (ten == hanzi.length() - 1) ? 0 : digit(hanzi.charAt(ten + 1));
		return tens * 10 + ones;
	}

	private static int digit(char hanzi) {
		return "一二三四五六七八九".indexOf(hanzi) + 1;
	}

	/** The number as it is stored. */
	public String value() {
		return String.join("-", this.groups);
	}

	/** The number as a refusal repeats it. */
	String shown() {
		String shown = this.groups.isEmpty() ? this.typed : value();
		return (shown.codePointCount(0, shown.length()) <= LONGEST_SHOWN) ? shown
				: shown.substring(0, shown.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
	}

	/** How many parts it has: building, unit, room. */
	public int parts() {
		return this.groups.size();
	}

	/** The parts in their order. */
	public List<String> groups() {
		return List.copyOf(this.groups);
	}

	String first() {
		return this.groups.get(0);
	}

	String last() {
		return this.groups.get(this.groups.size() - 1);
	}

}
