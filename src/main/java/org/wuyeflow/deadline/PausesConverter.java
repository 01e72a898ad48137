package org.wuyeflow.deadline;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Pauses as text: {@code CUSTOMER 2026-03-02T01:00:00Z 2026-03-04T01:00:00Z}, a line
 * each.
 */
@Converter
class PausesConverter implements AttributeConverter<List<Pause>, String> {

	@Override
	public String convertToDatabaseColumn(List<Pause> pauses) {
		return pauses.stream()
			.map((pause) -> pause.cause().name() + " " + pause.from() + " " + pause.until())
			.collect(Collectors.joining("\n"));
	}

	@Override
	public List<Pause> convertToEntityAttribute(String text) {
		return text.lines().map((line) -> {
			String[] parts = line.split(" ");
			return new Pause(Instant.parse(parts[1]), Instant.parse(parts[2]), PauseCause.valueOf(parts[0]));
		}).toList();
	}

}
