package org.wuyeflow.complaint.summary;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The figures of a period.
 *
 * @param counts each figure
 */
public record Figures(Map<Figure, Integer> counts) {

	public Figures {
		counts = Map.copyOf(counts);
	}

	/** Counts these cases. */
	static Figures of(Collection<SummaryCase> cases) {
		Map<Figure, Integer> counts = new EnumMap<>(Figure.class);
		for (Figure figure : Figure.values()) {
			counts.put(figure, Math.toIntExact(cases.stream().filter(figure::counts).count()));
		}
		return new Figures(counts);
	}

	/** Reads what {@link #stored()} wrote. */
	static Figures parse(String stored) {
		Map<Figure, Integer> counts = new EnumMap<>(Figure.class);
		for (String pair : stored.split(" ")) {
			int at = pair.indexOf('=');
			counts.put(Figure.valueOf(pair.substring(0, at)), Integer.valueOf(pair.substring(at + 1)));
		}
		return new Figures(counts);
	}

	/** As it is kept: {@code CARRIED=1 RECEIVED=4}. */
	String stored() {
		return new EnumMap<>(this.counts).entrySet()
			.stream()
			.map((count) -> count.getKey() + "=" + count.getValue())
			.collect(Collectors.joining(" "));
	}

	/** The count of one figure. */
	public int of(Figure figure) {
		return this.counts.getOrDefault(figure, 0);
	}

}
