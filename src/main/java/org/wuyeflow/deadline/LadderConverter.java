package org.wuyeflow.deadline;

import java.time.Instant;
import java.util.stream.Collectors;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * A ladder as text, a step in each line: percentage, role, urgency, moment, the moment
 * that it was taken for, and whether it comes again; {@code -} for nothing.
 */
@Converter
class LadderConverter implements AttributeConverter<Ladder, String> {

	private static final String NOTHING = "-";

	@Override
	public String convertToDatabaseColumn(Ladder ladder) {
		return ladder.steps()
			.stream()
			.map((step) -> String.join(" ", String.valueOf(step.percent()), text(step.role()),
					step.urgent() ? "urgent" : NOTHING, text(step.at()), text(step.takenFor()),
					step.again() ? "again" : NOTHING))
			.collect(Collectors.joining("\n"));
	}

	@Override
	public Ladder convertToEntityAttribute(String text) {
		return new Ladder(text.lines().map((line) -> {
			String[] parts = line.split(" ");
			return new LadderStep(Integer.parseInt(parts[0]), NOTHING.equals(parts[1]) ? null : parts[1],
					!NOTHING.equals(parts[2]), instant(parts[3]), instant(parts[4]), !NOTHING.equals(parts[5]));
		}).toList());
	}

	private static String text(Object part) {
		return (part != null) ? part.toString() : NOTHING;
	}

	private static Instant instant(String part) {
		return NOTHING.equals(part) ? null : Instant.parse(part);
	}

}
