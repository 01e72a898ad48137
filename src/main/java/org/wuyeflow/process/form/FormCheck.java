package org.wuyeflow.process.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.wuyeflow.Refusal;
import org.wuyeflow.process.form.Field.Rules;
import org.wuyeflow.process.form.Field.Type;

/**
 * Checks what somebody submits against a form and says all that is wrong in one sentence,
 * each field named by its label. Values are plain Java: text, numbers, booleans, lists
 * and maps.
 */
final class FormCheck {

	private static final int MOST_ROWS = 200;

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

	private final Conditions conditions = new Conditions();

	private final Clock clock;

	FormCheck(Clock clock) {
		this.clock = clock;
	}

	/**
	 * What the form accepts of a submission.
	 * @param form the form
	 * @param submitted the values by variable name
	 * @param offices the offices the caller works for
	 * @param known what the process knows already, for conditions; asked only when needed
	 * @return the accepted values by variable name: nothing for a field not given, true
	 * or false for every checkbox that is shown
	 * @throws Refusal naming all that is wrong
	 */
	Map<String, Object> accept(Form form, Map<String, Object> submitted, Set<String> offices,
			Supplier<Map<String, Object>> known) {
		Map<String, Object> context = new HashMap<>(form.conditional() ? known.get() : Map.of());
		Submission submission = new Submission(offices, context);
		Map<String, Object> accepted = submission.read(form.fields(), new LinkedHashMap<>(submitted), "", false);
		if (!submission.faults.isEmpty()) {
			throw new Refusal(String.join("；", submission.faults) + "。");
		}
		return accepted;
	}

	private static boolean given(Object value) {
		if (value instanceof CharSequence text) {
			return !text.toString().isBlank();
		}
		if (value instanceof Collection<?> values) {
			return !values.isEmpty();
		}
		if (value instanceof Map<?, ?> values) {
			return values.values().stream().anyMatch((one) -> given(one) && !Boolean.FALSE.equals(one));
		}
		return value != null;
	}

	/** One submission on its way through the form. */
	private final class Submission {

		private final List<String> faults = new ArrayList<>();

		private final Set<String> offices;

		private final Map<String, Object> context;

		Submission(Set<String> offices, Map<String, Object> context) {
			this.offices = offices;
			this.context = context;
		}

		/** Reads the fields of one level; takes what it knows out of {@code values}. */
		Map<String, Object> read(List<Field> fields, Map<String, Object> values, String where, boolean hidden) {
			blank(fields, values);
			Map<String, Object> accepted = new LinkedHashMap<>();
			readFields(fields, values, where, hidden, accepted);
			for (String unknown : values.keySet()) {
				this.faults.add("表单里没有「%s」这一项，请去掉".formatted(readable(unknown)));
			}
			return accepted;
		}

		/** Gives conditions a value for every field, as an untouched form has it. */
		private void blank(List<Field> fields, Map<String, Object> values) {
			for (Field field : fields) {
				if (field.key() == null) {
					blank(field.children(), values);
				}
				else {
					Object value = field.readOnly() ? null : values.get(field.key());
					this.context.put(field.key(),
							(value == null && field.type() == Type.CHECKBOX) ? Boolean.FALSE : value);
				}
			}
		}

		private void readFields(List<Field> fields, Map<String, Object> values, String where, boolean hidden,
				Map<String, Object> accepted) {
			for (Field field : fields) {
				boolean hiddenHere = hidden || (field.hiddenWhen() != null
						&& FormCheck.this.conditions.holds(field.hiddenWhen(), this.context));
				if (field.key() == null) {
					readFields(field.children(), values, where, hiddenHere, accepted);
					continue;
				}
				Object value = values.remove(field.key());
				if (field.readOnly()) {
					continue;
				}
				if (field.officeOptions() && this.offices.size() < 2) {
					if (given(value) && !this.offices.contains(value)) {
						this.faults.add(where + "「%s」只能是您所在的管理处".formatted(field.label()));
					}
					continue;
				}
				if (hiddenHere) {
					this.context.put(field.key(), null);
					if (given(value) && !Boolean.FALSE.equals(value)) {
						this.faults.add(where + "「%s」在当前选择下不用填写，请去掉".formatted(field.label()));
					}
					continue;
				}
				Object result = readField(field, value, where);
				if (result != null) {
					accepted.put(field.key(), result);
				}
			}
		}

		private Object readField(Field field, Object value, String where) {
			String name = where + "「" + field.label() + "」";
			if (field.type() == Type.CHECKBOX) {
				return checkbox(field, value, name);
			}
			if (field.type() == Type.GROUP) {
				return group(field, value, name);
			}
			if (!given(value)) {
				if (field.required()) {
					this.faults.add(name + (field.type().choice() ? "必须选择" : "必须填写"));
				}
				return null;
			}
			return switch (field.type()) {
				case TEXT, TEXT_LINES -> text(field, value, name);
				case NUMBER -> number(field, value, name);
				case DATE, TIME, DATE_TIME -> pointInTime(field, value, name);
				case CHOICE -> choice(field, value, name);
				case CHOICES -> choices(field, value, name);
				default -> rows(field, value, name);
			};
		}

		private Object fault(String sentence) {
			this.faults.add(sentence);
			return null;
		}

		private Object checkbox(Field field, Object value, String name) {
			if (value != null && !(value instanceof Boolean)) {
				return fault(name + "只能是勾选或不勾选");
			}
			boolean ticked = Boolean.TRUE.equals(value);
			if (field.required() && !ticked) {
				return fault(name + "必须勾选");
			}
			return ticked;
		}

		private Object text(Field field, Object value, String name) {
			Rules rules = field.rules();
			if (!(value instanceof String text)) {
				return fault(name + "必须是文字");
			}
			if (CONTROL.matcher(text).find() || text.codePoints().anyMatch((c) -> c >= 0xD800 && c <= 0xDFFF)) {
				return fault(name + "含有无法保存的控制字符，请删去后重新输入");
			}
			if (field.type() == Type.TEXT && (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0)) {
				return fault(name + "只能填写一行");
			}
			if (rules.minLength() != null && text.length() < rules.minLength()) {
				return fault(name + "至少要填写%d个字".formatted(rules.minLength()));
			}
			if (rules.maxLength() != null && text.length() > rules.maxLength()) {
				return fault(name + "不能超过%d个字，现在有%d个字".formatted(rules.maxLength(), text.length()));
			}
			if (rules.pattern() != null && !rules.pattern().matcher(text).find()) {
				return fault(name + "格式不正确" + ((rules.message() != null) ? "（" + rules.message() + "）" : ""));
			}
			return text;
		}

		private Object number(Field field, Object value, String name) {
			Rules rules = field.rules();
			BigDecimal number = decimal(value);
			if (number == null) {
				return fault(name + "必须是数字");
			}
			if (rules.min() != null && number.compareTo(rules.min()) < 0) {
				return fault(name + "不能小于" + rules.min().toPlainString());
			}
			if (rules.max() != null && number.compareTo(rules.max()) > 0) {
				return fault(name + "不能大于" + rules.max().toPlainString());
			}
			if (rules.decimals() != null && number.stripTrailingZeros().scale() > rules.decimals()) {
				return fault(name + ((rules.decimals() == 0) ? "必须是整数" : "最多%d位小数".formatted(rules.decimals())));
			}
			if (rules.step() != null && rules.step().signum() > 0 && number.remainder(rules.step()).signum() != 0) {
				return fault(name + "必须是%s的倍数".formatted(rules.step().toPlainString()));
			}
			if (rules.asText()) {
				return number.toPlainString();
			}
			if (number.stripTrailingZeros().scale() > 0) {
				return number.doubleValue();
			}
			BigDecimal whole = number.setScale(0, RoundingMode.UNNECESSARY);
			return (whole.unscaledValue().bitLength() < Integer.SIZE) ? (Object) whole.intValue()
					: (Object) whole.longValue();
		}

		private BigDecimal decimal(Object value) {
			boolean plain = value instanceof String text && text.matches("-?\\d{1,15}(\\.\\d{1,10})?");
			if (!plain && !(value instanceof Number)) {
				return null;
			}
			try {
				BigDecimal number = new BigDecimal(value.toString());
				return (number.precision() - number.scale() <= 15 && number.scale() <= 20) ? number : null;
			}
			catch (NumberFormatException ex) {
				return null;
			}
		}

		private Object pointInTime(Field field, Object value, String name) {
			if (!(value instanceof String text)) {
				return fault(name + "的时间格式不正确");
			}
			try {
				return switch (field.type()) {
					case DATE -> inTime(field, LocalDate.parse(text).atStartOfDay(), text, name);
					case DATE_TIME -> inTime(field, LocalDateTime.parse(text), text, name);
					default -> LocalTime.parse(text).toString();
				};
			}
			catch (DateTimeException ex) {
				return fault(name + switch (field.type()) {
					case DATE -> "不是有效的日期（例如2026-03-08）";
					case DATE_TIME -> "不是有效的日期和时间（例如2026-03-08T09:30）";
					default -> "不是有效的时间（例如09:30）";
				});
			}
		}

		private Object inTime(Field field, LocalDateTime time, String text, String name) {
			LocalDateTime now = LocalDateTime.now(FormCheck.this.clock);
			if (time.getYear() < 1900 || time.getYear() > 2999) {
				return fault(name + "的年份不正确");
			}
			if (field.rules().notAfterNow() && time.isAfter(now)) {
				return fault(name + "不能晚于现在");
			}
			if (field.rules().notBeforeToday() && time.isBefore(now.toLocalDate().atStartOfDay())) {
				return fault(name + "不能早于今天");
			}
			return text;
		}

		private boolean offered(Field field, Object value) {
			return field.officeOptions() ? this.offices.contains(value)
					: value instanceof String && field.options().containsKey(value);
		}

		private Object choice(Field field, Object value, String name) {
			return offered(field, value) ? value : fault(name + "的选项无效，请从列表中选择");
		}

		private Object choices(Field field, Object value, String name) {
			if (!(value instanceof List<?> values)) {
				return fault(name + "的选项无效，请从列表中选择");
			}
			boolean good = values.stream().allMatch((one) -> offered(field, one))
					&& new HashSet<>(values).size() == values.size();
			return good ? List.copyOf(values) : fault(name + "的选项无效，请从列表中选择");
		}

		private Object group(Field field, Object value, String name) {
			if (value != null && !(value instanceof Map)) {
				return fault(name + "的内容格式不正确");
			}
			return inner(field, value, "");
		}

		private Object rows(Field field, Object value, String name) {
			if (!(value instanceof List<?> rows)) {
				return fault(name + "的内容格式不正确");
			}
			if (rows.size() > MOST_ROWS) {
				return fault(name + "不能超过%d行".formatted(MOST_ROWS));
			}
			List<Object> accepted = new ArrayList<>();
			for (int i = 0; i < rows.size(); i++) {
				if (rows.get(i) instanceof Map) {
					accepted.add(inner(field, rows.get(i), name + "第%d行".formatted(i + 1)));
				}
				else {
					fault(name + "第%d行的内容格式不正确".formatted(i + 1));
				}
			}
			return accepted;
		}

		private Map<String, Object> inner(Field field, Object value, String where) {
			Map<String, Object> values = new LinkedHashMap<>();
			if (value instanceof Map<?, ?> map) {
				map.forEach((key, one) -> values.put(String.valueOf(key), one));
			}
			Submission inside = new Submission(this.offices, new HashMap<>(this.context));
			Map<String, Object> accepted = inside.read(field.children(), values, where, false);
			this.faults.addAll(inside.faults);
			return accepted;
		}

		private String readable(String key) {
			String shown = key.replaceAll("[^A-Za-z0-9_.-]", "?");
			return (shown.length() > 40) ? shown.substring(0, 40) + "…" : shown;
		}

	}

}
