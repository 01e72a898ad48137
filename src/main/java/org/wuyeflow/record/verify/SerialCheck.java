package org.wuyeflow.record.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.verify.Finding.Kind;

/**
 * The serials of the registers: 1, 2, 3, … without gap and double for each office, form
 * and year, and the counter at the last one. Case numbers must not be beyond their
 * counter.
 */
final class SerialCheck {

	private static final Pattern NUMBER = Pattern.compile("([A-Z]+)-(\\d{4})-(\\d{1,9})");

	private static final String COMPANY = "*";

	private static final int NAMED = 5;

	private static final int MOST_DIGITS = 9;

	private final Report report;

	private final Map<String, QualityForm> forms = Stream.of(QualityForm.values())
		.collect(Collectors.toMap(QualityForm::serialPrefix, (form) -> form));

	private final Map<Series, BitSet> given = new HashMap<>();

	/** Most serials go on where the one before them was. */
	private Run last = new Run(null, "", "", new BitSet());

	SerialCheck(Report report) {
		this.report = report;
	}

	/** Takes the serial of a row of a register. */
	void serial(QualityForm form, String office, String serial) {
		String given = (serial != null) ? serial : "";
		int index = this.last.number(form, office, given);
		if (index < 0) {
			Matcher number = NUMBER.matcher(given);
			if (!number.matches() || !number.group(1).equals(form.serialPrefix())) {
				this.report
					.found(new Finding(Kind.SERIAL, form.title() + "（" + office + "）", "“" + serial + "”不是这本登记簿的编号"));
				return;
			}
			this.last = new Run(form, office, given.substring(0, number.start(3)), numbers(office, number));
			index = Integer.parseInt(number.group(3));
		}
		BitSet numbers = this.last.numbers;
		if (numbers.get(index)) {
			this.report
				.found(new Finding(Kind.SERIAL, form.title() + " " + serial + "（" + office + "）", "这个编号有不止一条记录"));
		}
		numbers.set(index);
	}

	/** Takes the number of a case. */
	void caseNumber(String caseNumber) {
		Matcher number = NUMBER.matcher(caseNumber);
		if (number.matches()) {
			numbers(COMPANY, number).set(Integer.parseInt(number.group(3)));
		}
	}

	/** Compares with the counters when all numbers were taken. */
	void finish(Connection connection) throws SQLException {
		Map<Series, Long> counters = new HashMap<>();
		try (Rows rows = Rows.stream(connection,
				"select office_id, prefix, counter_year, last_number from serial_counter")) {
			while (rows.next()) {
				counters.put(new Series(rows.text(1), rows.text(2), rows.text(3)), rows.number(4));
			}
		}
		counters.forEach((series, last) -> {
			if (isRegister(series)) {
				this.given.computeIfAbsent(series, (none) -> new BitSet());
			}
		});
		this.given.forEach((series, numbers) -> check(series, numbers, counters.getOrDefault(series, 0L)));
	}

	private void check(Series series, BitSet numbers, long counter) {
		int last = Math.max(0, numbers.length() - 1);
		if (counter < last) {
			this.report
				.found(new Finding(Kind.COUNTER, where(series), "已有 " + series.number(last) + "，计数却是 " + counter));
		}
		if (isRegister(series)) {
			int end = (int) Math.max(last, Math.min(counter, last + NAMED));
			int named = 0;
			for (int missing = numbers.nextClearBit(1); missing <= end
					&& named < NAMED; missing = numbers.nextClearBit(missing + 1)) {
				this.report.found(new Finding(Kind.SERIAL, where(series), "缺 " + series.number(missing)));
				named++;
			}
		}
	}

	private boolean isRegister(Series series) {
		return !COMPANY.equals(series.office) && this.forms.containsKey(series.prefix);
	}

	private String where(Series series) {
		return isRegister(series)
				? this.forms.get(series.prefix).title() + "（" + series.office + "，" + series.year + " 年）"
				: "案件编号 " + series.prefix + "（" + series.year + " 年）";
	}

	private BitSet numbers(String office, Matcher number) {
		return this.given.computeIfAbsent(new Series(office, number.group(1), number.group(2)),
				(series) -> new BitSet());
	}

	/**
	 * A series while its serials come by.
	 *
	 * @param head what its serials begin with, up to the number
	 */
	private record Run(QualityForm form, String office, String head, BitSet numbers) {

		/**
		 * The number of a serial of this series, or -1 where it is of another or none.
		 */
		private int number(QualityForm aForm, String anOffice, String serial) {
			int digits = serial.length() - this.head.length();
			if (this.form != aForm || digits < 1 || digits > MOST_DIGITS || !this.office.equals(anOffice)
					|| !serial.startsWith(this.head)) {
				return -1;
			}
			int number = 0;
			for (int i = this.head.length(); i < serial.length(); i++) {
				char digit = serial.charAt(i);
				if (digit < '0' || digit > '9') {
					return -1;
				}
				number = 10 * number + digit - '0';
			}
			return number;
		}

	}

	private record Series(String office, String prefix, String year) {

		private String number(int number) {
			return "%s-%s-%05d".formatted(this.prefix, this.year, number);
		}

	}

}
