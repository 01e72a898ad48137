package org.wuyeflow.process.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.wuyeflow.process.form.Field.Rules;
import org.wuyeflow.process.form.Field.Type;

/**
 * Reads a {@code .form}. It takes only what the server can check as the browser does; a
 * component or property it does not know is a fault of the form, never a hole in the
 * check.
 */
public final class FormParser {

	private static final ObjectMapper JSON = new ObjectMapper();

	/** Longest text of a field that names no limit of its own. */
	private static final int LONGEST_TEXT = 10_000;

	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

	private static final Pattern EMAIL = Pattern.compile(
			"^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");

	private static final Set<String> DISPLAY = Set.of("text", "html", "image", "table", "spacer", "separator",
			"button");

	private static final Set<String> COMMON = Set.of("id", "type", "label", "layout", "conditional", "properties",
			"description", "appearance", "key", "validate", "defaultValue", "readonly");

	private static final Map<String, Set<String>> OWN = Map.ofEntries(Map.entry("textfield", Set.of()),
			Map.entry("textarea", Set.of()),
			Map.entry("number", Set.of("decimalDigits", "increment", "serializeToString")),
			Map.entry("datetime",
					Set.of("subtype", "dateLabel", "timeLabel", "timeInterval", "use24h", "timeSerializingFormat",
							"disallowPassedDates")),
			Map.entry("checkbox", Set.of()), Map.entry("radio", Set.of("values")),
			Map.entry("select", Set.of("values", "searchable")), Map.entry("checklist", Set.of("values")),
			Map.entry("taglist", Set.of("values")),
			Map.entry("group", Set.of("components", "path", "showOutline", "verticalAlignment")),
			Map.entry("dynamiclist", Set.of("components", "path", "showOutline", "verticalAlignment", "isRepeating",
					"allowAddRemove", "defaultRepetitions", "disableCollapse", "nonCollapsedItems")));

	private static final Map<String, Set<String>> LIMITS = Map.of("textfield",
			Set.of("required", "minLength", "maxLength", "pattern", "validationType"), "textarea",
			Set.of("required", "minLength", "maxLength"), "number", Set.of("required", "min", "max"));

	private final String id;

	private final Set<String> componentIds = new HashSet<>();

	private FormParser(String id) {
		this.id = id;
	}

	/**
	 * Reads a form.
	 * @param json the text of the {@code .form} file
	 * @throws IllegalArgumentException naming the form and what the server cannot check
	 */
	static Form parse(String json) {
		try {
			JsonNode form = JSON.readTree(json);
			String id = form.path("id").asText();
			Set<String> names = new HashSet<>();
			return new Form(id, new FormParser(id).fields(form.path("components"), names));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("A form is not JSON", ex);
		}
	}

	/**
	 * The names of the variables that a form submits.
	 * @param json the text of the {@code .form} file
	 * @throws IllegalArgumentException naming the form and what the server cannot check
	 */
	public static Set<String> variables(String json) {
		return parse(json).variables();
	}

	private List<Field> fields(JsonNode components, Set<String> names) {
		List<Field> fields = new ArrayList<>();
		for (JsonNode component : components) {
			String componentId = component.path("id").asText();
			require(component, !componentId.isEmpty() && this.componentIds.add(componentId), "needs an id of its own");
			if (!DISPLAY.contains(component.path("type").asText())) {
				fields.add(field(component, names));
			}
		}
		return fields;
	}

	private Field field(JsonNode component, Set<String> names) {
		String kind = component.path("type").asText();
		require(component, OWN.containsKey(kind), "is of a type that the server does not check");
		component.fieldNames()
			.forEachRemaining(
					(property) -> require(component, COMMON.contains(property) || OWN.get(kind).contains(property),
							"has a property that the server does not check: " + property));
		JsonNode validate = component.path("validate");
		validate.fieldNames()
			.forEachRemaining(
					(limit) -> require(component, LIMITS.getOrDefault(kind, Set.of("required")).contains(limit),
							"has a limit that the server does not check: " + limit));
		boolean container = component.has("components");
		String name = component.path(container ? "path" : "key").asText("");
		boolean nameless = kind.equals("group") && name.isEmpty();
		require(component, nameless || NAME.matcher(name).matches(), "needs a plain name");
		require(component, nameless || names.add(name), "uses a name twice: " + name);
		String label = label(component);
		require(component, nameless || (!label.isEmpty() && !label.startsWith("=")), "needs a plain label");
		Type type = type(component);
		boolean officeOptions = component.at("/properties/options").asText().equals("offices");
		Map<String, String> options = options(component);
		require(component, type.choice() == (officeOptions || !options.isEmpty()), "needs a list of values");
		require(component, !officeOptions || kind.equals("select"), "must be a select to offer offices");
		List<Field> children = container ? fields(component.path("components"), nameless ? names : new HashSet<>())
				: List.of();
		return new Field(nameless ? null : name, label, type, validate.path("required").asBoolean(),
				component.path("readonly").asBoolean(), condition(component), rules(component, type), options,
				officeOptions, children);
	}

	private String label(JsonNode component) {
		for (String property : List.of("label", "dateLabel", "timeLabel")) {
			String label = component.path(property).asText("");
			if (!label.isBlank()) {
				return label.strip();
			}
		}
		return "";
	}

	private Type type(JsonNode component) {
		String kind = component.path("type").asText();
		return switch (kind) {
			case "textfield" -> Type.TEXT;
			case "textarea" -> Type.TEXT_LINES;
			case "number" -> Type.NUMBER;
			case "checkbox" -> Type.CHECKBOX;
			case "radio", "select" -> Type.CHOICE;
			case "checklist", "taglist" -> Type.CHOICES;
			case "group" -> Type.GROUP;
			case "dynamiclist" -> Type.LIST;
			default -> pointInTime(component);
		};
	}

	private Type pointInTime(JsonNode component) {
		String subtype = component.path("subtype").asText();
		require(component,
				subtype.equals("date") || component.path("timeSerializingFormat").asText().equals("no_timezone"),
				"must submit office time (timeSerializingFormat no_timezone)");
		return switch (subtype) {
			case "date" -> Type.DATE;
			case "time" -> Type.TIME;
			case "datetime" -> Type.DATE_TIME;
			default -> throw fault(component, "needs a subtype");
		};
	}

	private Map<String, String> options(JsonNode component) {
		Map<String, String> options = new LinkedHashMap<>();
		for (JsonNode option : component.path("values")) {
			String value = option.path("value").asText();
			require(component, !value.isEmpty() && options.put(value, option.path("label").asText()) == null,
					"needs values that differ");
		}
		return options;
	}

	private String condition(JsonNode component) {
		JsonNode conditional = component.path("conditional");
		conditional.fieldNames()
			.forEachRemaining(
					(name) -> require(component, name.equals("hide"), "has a condition that the server cannot check"));
		String hide = conditional.path("hide").asText("");
		if (hide.isBlank()) {
			return null;
		}
		require(component, hide.startsWith("="), "needs a FEEL condition");
		return hide.substring(1);
	}

	private Rules rules(JsonNode component, Type type) {
		JsonNode validate = component.path("validate");
		JsonNode properties = component.path("properties");
		String validationType = validate.path("validationType").asText("");
		require(component, Set.of("", "custom", "email").contains(validationType),
				"needs a pattern instead of the validation type " + validationType);
		Integer maxLength = integer(component, validate, "maxLength");
		if (maxLength == null && (type == Type.TEXT || type == Type.TEXT_LINES)) {
			maxLength = LONGEST_TEXT;
		}
		String notAfter = properties.path("notAfter").asText("");
		require(component, Set.of("", "now").contains(notAfter), "knows notAfter now only");
		return new Rules(integer(component, validate, "minLength"), maxLength, number(component, validate, "min"),
				number(component, validate, "max"), integer(component, component, "decimalDigits"),
				number(component, component, "increment"), component.path("serializeToString").asBoolean(),
				validationType.equals("email") ? EMAIL : pattern(component, validate.path("pattern").asText("")),
				properties.path("message").asText(null), notAfter.equals("now"),
				component.path("disallowPassedDates").asBoolean());
	}

	private Pattern pattern(JsonNode component, String pattern) {
		try {
			return pattern.isEmpty() ? null : Pattern.compile(pattern);
		}
		catch (PatternSyntaxException ex) {
			throw fault(component, "has a pattern that cannot be read");
		}
	}

	private Integer integer(JsonNode component, JsonNode holder, String property) {
		BigDecimal number = number(component, holder, property);
		return (number != null) ? Integer.valueOf(number.intValueExact()) : null;
	}

	private BigDecimal number(JsonNode component, JsonNode holder, String property) {
		JsonNode node = holder.path(property);
		if (node.isMissingNode() || node.isNull()) {
			return null;
		}
		try {
			return new BigDecimal(node.asText());
		}
		catch (NumberFormatException ex) {
			throw fault(component, "needs a number for " + property);
		}
	}

	private void require(JsonNode component, boolean holds, String what) {
		if (!holds) {
			throw fault(component, what);
		}
	}

	private IllegalArgumentException fault(JsonNode component, String what) {
		return new IllegalArgumentException("Form '%s', component '%s' (%s) %s".formatted(this.id,
				component.path("key").asText(component.path("id").asText()), component.path("type").asText(), what));
	}

}
