package org.wuyeflow.office.estate;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.HouseNumber;
import org.wuyeflow.office.Occupancy;
import org.wuyeflow.office.OfficeKind;

/**
 * Reads one row, and says all that is wrong with it without naming anybody.
 */
final class RowReader {

	private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u3000\\u200B-\\u200D\\uFEFF]+");

	private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

	private static final Pattern LOOKS_LIKE_A_DATE = Pattern.compile("(19|20)\\d\\d[-/年]\\d{1,2}[-/月]\\d{1,2}日?");

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()/、,;-]{4,38}");

	private static final Pattern REWRITTEN_BY_EXCEL = Pattern.compile("\\d(\\.\\d+)?E\\+?\\d+");

	/** What a house number may hold besides letters and digits. */
	private static final Pattern AROUND_NUMBERS = Pattern.compile("[A-Z0-9一二三四五六七八九十栋幢座楼层单元号室房\\s_/.#\\-－—–]*");

	private static final int LONGEST_NUMBER = 40;

	private static final int LONGEST_PART = 20;

	private static final int LONGEST_NAME = 100;

	private static final int FIRST_YEAR = 1980;

	private final List<EstateOffice> offices;

	private final LocalDate today;

	RowReader(List<EstateOffice> offices, LocalDate today) {
		this.offices = offices;
		this.today = today;
	}

	/** A cell without the blanks that nobody sees. */
	static String cleaned(String cell) {
		return BLANKS.matcher(cell).replaceAll(" ").strip();
	}

	/**
	 * Reads a row.
	 * @param cells its cleaned cells by column
	 * @param wrong takes what is wrong
	 * @return the row, or empty where something is wrong
	 */
	Optional<EstateRow> read(int line, Function<Column, String> cells, List<String> wrong) {
		EstateOffice office = office(cells.apply(Column.OFFICE), wrong);
		HouseNumber house = (office != null) ? house(office.kind(), cells.apply(Column.HOUSE), wrong) : null;
		LocalDate movedIn = movedIn(cells.apply(Column.MOVED_IN), wrong);
		EstateRow.Occupant occupant = occupant(cells, wrong);
		return wrong.isEmpty() ? Optional.of(new EstateRow(line, office, house, movedIn, occupant)) : Optional.empty();
	}

	private EstateOffice office(String text, List<String> wrong) {
		if (text.isEmpty() && this.offices.size() == 1) {
			return this.offices.get(0);
		}
		Optional<EstateOffice> office = this.offices.stream()
			.filter((candidate) -> candidate.id().equals(text) || candidate.name().equals(text))
			.findFirst();
		if (office.isEmpty()) {
			wrong.add((text.isEmpty() ? "没有写管理处" : "管理处「" + shortened(text) + "」不存在，或不由您导入") + "，应为"
					+ this.offices.stream().map(EstateOffice::name).collect(Collectors.joining("、")));
		}
		return office.orElse(null);
	}

	private static HouseNumber house(OfficeKind kind, String text, List<String> wrong) {
		String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(java.util.Locale.ROOT);
		if (LOOKS_LIKE_A_DATE.matcher(upper).matches()) {
			wrong.add("房号「" + shortened(text) + "」像是被 Excel 改成了日期，请把这一列设为「文本」后重新填写");
			return null;
		}
		try {
			HouseNumber house = HouseNumber.parse(text, kind);
			boolean fits = house.parts() <= mostParts(kind) && house.parts() >= leastParts(kind)
					&& AROUND_NUMBERS.matcher(upper).matches() && house.value().length() <= LONGEST_NUMBER
					&& house.groups().stream().allMatch((part) -> part.length() <= LONGEST_PART);
			if (fits) {
				return house;
			}
			wrong.add("房号「" + shortened(text) + "」应按「" + kind.pattern() + "」填写，例如 " + kind.example());
		}
		catch (Refusal ex) {
			wrong.add("没有写房号");
		}
		return null;
	}

	private static int leastParts(OfficeKind kind) {
		return (kind == OfficeKind.RESIDENTIAL) ? 2 : 1;
	}

	private static int mostParts(OfficeKind kind) {
		return (kind == OfficeKind.RESIDENTIAL) ? 3 : 2;
	}

	private LocalDate movedIn(String text, List<String> wrong) {
		if (text.isEmpty()) {
			return null;
		}
		Matcher parts = DATE.matcher(text);
		try {
			if (parts.matches()) {
				LocalDate day = LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
						Integer.parseInt(parts.group(3)));
				if (day.isAfter(this.today) || day.getYear() < FIRST_YEAR) {
					wrong.add("入住日期 " + day + " " + (day.isAfter(this.today) ? "还没有到，没有入住的请留空" : "太早"));
				}
				return day;
			}
		}
		catch (DateTimeException ex) {
			// Not a day; said below.
		}
		wrong.add("入住日期「" + shortened(text) + "」不存在，应写成 2024-03-01 的样子，没有入住的请留空");
		return null;
	}

	private static EstateRow.Occupant occupant(Function<Column, String> cells, List<String> wrong) {
		String part = cells.apply(Column.PART);
		String name = cells.apply(Column.NAME);
		String phone = phone(cells.apply(Column.PHONE), wrong);
		String kind = cells.apply(Column.KIND);
		if (part.isEmpty() && name.isEmpty() && cells.apply(Column.PHONE).isEmpty()) {
			return null;
		}
		Optional<Occupancy.Part> known = Occupancy.Part.find(part);
		if (part.isEmpty()) {
			wrong.add("没有写身份，应为业主、租户或家属");
		}
		else if (known.isEmpty()) {
			wrong.add("身份「" + shortened(part) + "」有误，应为业主、租户或家属");
		}
		if (name.isEmpty() || name.length() > LONGEST_NAME || unreadable(name)) {
			wrong.add(name.isEmpty() ? "没有写姓名" : unreadable(name) ? "姓名里有无法识别的字" : "姓名超过 " + LONGEST_NAME + " 个字");
		}
		if (!kind.isEmpty() && !kind.equals("个人") && !kind.equals("单位")) {
			wrong.add("类型「" + shortened(kind) + "」有误，应为个人或单位");
		}
		return wrong.isEmpty() ? new EstateRow.Occupant(known.orElseThrow(), name, phone, kind.equals("单位")) : null;
	}

	private static String phone(String text, List<String> wrong) {
		if (text.isEmpty()) {
			return null;
		}
		String phone = Normalizer.normalize(text, Normalizer.Form.NFKC);
		if (REWRITTEN_BY_EXCEL.matcher(phone).matches()) {
			wrong.add("电话被 Excel 改成了科学计数，请把这一列设为「文本」后重新填写");
		}
		else if (!PHONE.matcher(phone).matches()) {
			wrong.add("电话有误，应为 5 到 40 位的数字，可以有横线、括号");
		}
		return phone;
	}

	private static boolean unreadable(String text) {
		return text.codePoints()
			.anyMatch((sign) -> sign == '\uFFFD' || sign == '?' || Character.isISOControl(sign)
					|| Character.getType(sign) == Character.PRIVATE_USE
					|| Character.getType(sign) == Character.SURROGATE);
	}

	private static String shortened(String text) {
		return (text.codePointCount(0, text.length()) <= LONGEST_PART) ? text
				: text.substring(0, text.offsetByCodePoints(0, LONGEST_PART)) + "…";
	}

}
