package org.wuyeflow.process.form;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wuyeflow.Refusal;
import org.wuyeflow.process.form.Field.Rules;
import org.wuyeflow.process.form.Field.Type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Every form of the application against each value that its own rules forbid, so that a
 * new form is tried without a test of its own.
 * <p>
 * From each field's rules come one right value and its neighbours on the wrong side:
 * missing, one character too many or too few, outside the pattern, not among the options,
 * just below the minimum and above the maximum, one decimal too many, of another type, a
 * minute after now, a day before today, not ticked, no date. What a condition looks at
 * (choices and checkboxes) is answered in every combination; each combination with right
 * values in all the fields it shows is a right submission. Each field is tried in one
 * that shows it, by changing it alone, and, if it can be hidden, in one that hides it, by
 * filling it in. The refusal must name the field by its label.
 */
class WrongValuesTest {

	private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 8, 12, 0);

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final Set<String> OFFICES = Set.of("cuihu", "jinmao");

	/** Texts of which a field with a pattern must take one and refuse another. */
	private static final List<String> PATTERNED = List.of("13800138000", "3-2-1501", "a@b.cn", "TS-2026-00001", "021X",
			"123X", "？");

	private static final List<Changed> LEFT_OUT = List.of(new Changed("left out", null));

	private static final Conditions CONDITIONS = new Conditions();

	private static final FormCheck CHECK = new FormCheck(clock());

	@TestFactory
	Stream<DynamicNode> everyFormTakesWhatIsRightAndRefusesWhatIsWrong() throws IOException {
		List<Path> forms;
		try (Stream<Path> files = Files.walk(Path.of("forms"))) {
			forms = files.filter((file) -> file.toString().endsWith(".form")).sorted().toList();
		}
		assertThat(forms).isNotEmpty();
		return forms.stream().map((file) -> new Trial(file).tests());
	}

	private static Clock clock() {
		Instant now = NOW.atZone(ZONE).toInstant();
		return Clock.fixed(now, ZONE);
	}

	/** A field and the conditions that hide it, those of its groups too. */
	private record Shown(Field field, List<String> hiddenWhen) {

		boolean in(Map<String, Object> answers) {
			return this.hiddenWhen.stream().noneMatch((condition) -> CONDITIONS.holds(condition, answers));
		}

	}

	/** What is done to a right submission, and what it is called. */
	private record Changed(String name, Object value) {
	}

	/** One form with its right submissions. */
	private static final class Trial {

		private final Path file;

		private final Form form;

		private final List<Shown> fields;

		private final List<Map<String, Object>> rightOnes;

		Trial(Path file) {
			this.file = file;
			try {
				this.form = FormParser.parse(Files.readString(file));
			}
			catch (IOException ex) {
				throw new java.io.UncheckedIOException(ex);
			}
			this.fields = flat(this.form.fields(), List.of());
			this.rightOnes = combinations().stream().map(this::filled).toList();
		}

		DynamicContainer tests() {
			List<DynamicTest> tests = new ArrayList<>();
			tests.add(DynamicTest.dynamicTest("right submissions", () -> this.rightOnes
				.forEach((right) -> assertThatNoException().as(right.toString()).isThrownBy(() -> accept(right)))));
			tests.add(DynamicTest.dynamicTest("unknown field",
					() -> assertRefused(with(this.rightOnes.get(0), "noSuchField", "x"), "「noSuchField」")));
			this.fields.forEach((shown) -> {
				Field field = shown.field();
				String label = "「" + field.label() + "」";
				Map<String, Object> showing = rightOne(shown, true);
				Stream
					.concat(rightEdges(field),
							(field.required() || decides(field)) ? Stream.empty() : LEFT_OUT.stream())
					.forEach((edge) -> tests
						.add(DynamicTest.dynamicTest(label + " " + edge.name(), () -> assertThatNoException()
							.isThrownBy(() -> accept(with(showing, field.key(), edge.value()))))));
				wrongs(field).forEach((wrong) -> tests.add(DynamicTest.dynamicTest(label + " " + wrong.name(),
						() -> assertRefused(with(showing, field.key(), wrong.value()), label))));
				if (!shown.hiddenWhen().isEmpty()) {
					tests.add(DynamicTest.dynamicTest(label + " hidden",
							() -> assertRefused(with(rightOne(shown, false), field.key(), right(field)),
									label + "在当前选择下不用填写")));
				}
			});
			return DynamicContainer.dynamicContainer(this.file.toString(), tests);
		}

		private static List<Shown> flat(List<Field> fields, List<String> outer) {
			return fields.stream().flatMap((field) -> {
				List<String> conditions = new ArrayList<>(outer);
				Stream.ofNullable(field.hiddenWhen()).forEach(conditions::add);
				return (field.key() != null) ? Stream.of(new Shown(field, List.copyOf(conditions)))
						: flat(field.children(), conditions).stream();
			}).toList();
		}

		/** Every combination of answers that conditions look at. */
		private List<Map<String, Object>> combinations() {
			List<Map<String, Object>> combinations = List.of(Map.of());
			for (Shown shown : this.fields) {
				if (decides(shown.field())) {
					combinations = combinations.stream()
						.flatMap(
								(one) -> answers(shown.field()).map((answer) -> with(one, shown.field().key(), answer)))
						.toList();
				}
			}
			return combinations;
		}

		private boolean decides(Field field) {
			return this.fields.stream()
				.flatMap((shown) -> shown.hiddenWhen().stream())
				.map((condition) -> condition.replaceAll("\"[^\"]*\"", ""))
				.anyMatch((condition) -> condition.matches("(?s).*\\b" + field.key() + "\\b.*"));
		}

		private static Stream<Object> answers(Field field) {
			return switch (field.type()) {
				case CHECKBOX -> field.required() ? Stream.of(true) : Stream.of(true, false);
				case CHOICE -> field.officeOptions() ? OFFICES.stream().map(Object.class::cast)
						: field.options().keySet().stream().sorted().map(Object.class::cast);
				default -> Stream.of(right(field));
			};
		}

		/** The combination with a right value in each field that it shows. */
		private Map<String, Object> filled(Map<String, Object> combination) {
			Map<String, Object> answers = new LinkedHashMap<>();
			this.fields.forEach((shown) -> answers.put(shown.field().key(), combination.get(shown.field().key())));
			for (Shown shown : this.fields) {
				String key = shown.field().key();
				if (!shown.in(answers)) {
					answers.put(key, null);
				}
				else if (answers.get(key) == null) {
					answers.put(key, right(shown.field()));
				}
			}
			answers.values().removeIf((value) -> value == null);
			return answers;
		}

		private Map<String, Object> rightOne(Shown shown, boolean showing) {
			return this.rightOnes.stream()
				.filter((right) -> right.containsKey(shown.field().key()) == showing)
				.findFirst()
				.orElseThrow(() -> new AssertionError(
						"No answers " + (showing ? "show " : "hide ") + shown.field().key() + " in " + this.file));
		}

		private void accept(Map<String, Object> submitted) {
			CHECK.accept(this.form, submitted, OFFICES, Map::of);
		}

		private void assertRefused(Map<String, Object> submitted, String words) {
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> accept(submitted))
				.withMessageContaining(words)
				.satisfies((refusal) -> assertThat(refusal.status()).isEqualTo(400));
		}

	}

	private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
		Map<String, Object> changed = new LinkedHashMap<>(values);
		changed.put(key, value);
		return changed;
	}

	private static Object right(Field field) {
		Rules rules = field.rules();
		return switch (field.type()) {
			case TEXT, TEXT_LINES -> (rules.pattern() != null) ? patterned(field, rules.pattern().asPredicate())
					: "字".repeat((rules.minLength() != null) ? rules.minLength() : 1);
			case NUMBER -> (rules.min() != null) ? rules.min() : (rules.max() != null) ? rules.max() : BigDecimal.ZERO;
			case DATE -> NOW.toLocalDate().toString();
			case DATE_TIME -> NOW.toString();
			case TIME -> "09:30";
			case CHECKBOX -> true;
			case CHOICE -> option(field);
			case CHOICES -> List.of(option(field));
			case GROUP, LIST -> throw new IllegalStateException("No value known for " + field);
		};
	}

	private static String option(Field field) {
		return field.officeOptions() ? "jinmao" : field.options().keySet().iterator().next();
	}

	private static String patterned(Field field, Predicate<String> wanted) {
		return PATTERNED.stream()
			.filter(wanted)
			.findFirst()
			.orElseThrow(() -> new AssertionError("No text known for the pattern of " + field.key()));
	}

	/** Right values at the edge of being wrong. */
	private static Stream<Changed> rightEdges(Field field) {
		Rules rules = field.rules();
		boolean text = field.type() == Type.TEXT || field.type() == Type.TEXT_LINES;
		if (text && rules.pattern() == null) {
			return Stream.of(new Changed("as long as may be", "字".repeat(rules.maxLength())));
		}
		return Stream.ofNullable(rules.max()).map((max) -> new Changed("at the maximum", max));
	}

	private static List<Changed> wrongs(Field field) {
		List<Changed> wrongs = new ArrayList<>();
		if (field.required()) {
			wrongs.add(new Changed("missing", null));
		}
		switch (field.type()) {
			case TEXT, TEXT_LINES -> wrongTexts(field, wrongs);
			case NUMBER -> wrongNumbers(field, wrongs);
			case DATE, DATE_TIME, TIME -> wrongTimes(field, wrongs);
			case CHECKBOX -> {
				wrongs.add(new Changed("text for a tick", "true"));
				if (field.required()) {
					wrongs.add(new Changed("not ticked", false));
				}
			}
			case CHOICE -> {
				wrongs.add(new Changed("not an option", "no-such-option"));
				wrongs.add(new Changed("a number for an option", 7));
				wrongs.add(new Changed("a list for an option", List.of(right(field))));
			}
			case CHOICES -> {
				wrongs.add(new Changed("not an option", List.of("no-such-option")));
				wrongs.add(new Changed("text for a list", option(field)));
				wrongs.add(new Changed("an option twice", List.of(option(field), option(field))));
			}
			default -> throw new IllegalStateException("No wrong values known for " + field);
		}
		return wrongs;
	}

	private static void wrongTexts(Field field, List<Changed> wrongs) {
		Rules rules = field.rules();
		wrongs.add(new Changed("a number for text", 12));
		wrongs.add(new Changed("with a control character", right(field) + "\u0000"));
		wrongs.add(new Changed("one character too long", "字".repeat(rules.maxLength() + 1)));
		if (field.required()) {
			wrongs.add(new Changed("blank", " \u3000\t"));
		}
		if (field.type() == Type.TEXT) {
			wrongs.add(new Changed("on two lines", right(field) + "\n" + right(field)));
		}
		if (rules.minLength() != null && rules.minLength() > 1) {
			wrongs.add(new Changed("one character too short", "字".repeat(rules.minLength() - 1)));
		}
		if (rules.pattern() != null) {
			wrongs.add(new Changed("outside the pattern", patterned(field, rules.pattern().asPredicate().negate())));
			wrongs.add(new Changed("with more than the pattern", "x" + right(field)));
		}
	}

	private static void wrongNumbers(Field field, List<Changed> wrongs) {
		Rules rules = field.rules();
		BigDecimal smallest = BigDecimal.ONE.movePointLeft((rules.decimals() != null) ? rules.decimals() : 0);
		wrongs.add(new Changed("no number", "三"));
		wrongs.add(new Changed("a tick for a number", true));
		if (rules.min() != null) {
			wrongs.add(new Changed("below the minimum", rules.min().subtract(smallest)));
		}
		if (rules.max() != null) {
			wrongs.add(new Changed("above the maximum", rules.max().add(smallest)));
		}
		if (rules.decimals() != null) {
			BigDecimal number = (BigDecimal) right(field);
			wrongs.add(new Changed("one decimal too many", number.add(smallest.movePointLeft(1))));
		}
		if (rules.step() != null) {
			wrongs.add(new Changed("off the step", ((BigDecimal) right(field)).add(rules.step().movePointLeft(1))));
		}
	}

	private static void wrongTimes(Field field, List<Changed> wrongs) {
		boolean day = field.type() == Type.DATE;
		wrongs.add(new Changed("a number for a time", 20_260_308));
		wrongs.add(new Changed("no time", "8/3/2026"));
		if (field.type() != Type.TIME) {
			wrongs.add(new Changed("a day that does not exist", day ? "2026-02-30" : "2026-02-30T10:00"));
			wrongs.add(new Changed("an impossible year", day ? "0026-03-08" : "0026-03-08T10:00"));
		}
		if (field.rules().notAfterNow()) {
			wrongs.add(new Changed("after now", text(day ? NOW.plusDays(1) : NOW.plusMinutes(1), day)));
		}
		if (field.rules().notBeforeToday()) {
			wrongs.add(new Changed("before today", text(NOW.toLocalDate().atStartOfDay().minusMinutes(1), day)));
		}
	}

	private static String text(LocalDateTime time, boolean day) {
		return day ? time.toLocalDate().toString() : time.toString();
	}

}
