package org.wuyeflow.deadline;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Who is told, or must act, when which part of the time is used up.
 *
 * @param steps the steps, the earliest first, one for each percentage
 */
public record Ladder(List<LadderStep> steps) {

	/** Nobody is told. */
	public static final Ladder NONE = new Ladder(List.of());

	public Ladder {
		steps = steps.stream().sorted(Comparator.comparingInt(LadderStep::percent)).toList();
		if (steps.stream().map(LadderStep::percent).distinct().count() < steps.size()) {
			throw new IllegalArgumentException("Two steps at the same percentage: " + steps);
		}
	}

	/** A ladder of these steps. */
	public static Ladder of(LadderStep... steps) {
		return new Ladder(Arrays.asList(steps));
	}

	static Ladder parse(String text) {
		return new Ladder(text.lines().map(LadderStep::parse).toList());
	}

	String stored() {
		return this.steps.stream().map(LadderStep::stored).collect(Collectors.joining("\n"));
	}

	/** The same steps, of which nothing was taken. */
	Ladder fresh() {
		return each(LadderStep::fresh);
	}

	/** The step at this percentage. */
	public Optional<LadderStep> step(int percent) {
		return this.steps.stream().filter((step) -> step.percent() == percent).findFirst();
	}

	Ladder inPlaceOf(Ladder before) {
		return each((step) -> step.inPlaceOf(before));
	}

	Ladder movedTo(Function<LadderStep, Instant> reached, Instant now) {
		return each((step) -> step.movedTo(reached.apply(step), now));
	}

	Ladder taken(int percent) {
		return each((step) -> (step.percent() == percent) ? step.taken() : step);
	}

	private Ladder each(UnaryOperator<LadderStep> change) {
		return new Ladder(this.steps.stream().map(change).toList());
	}

}
