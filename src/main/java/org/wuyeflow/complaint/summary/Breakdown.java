package org.wuyeflow.complaint.summary;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.wuyeflow.complaint.summary.Dimension.Group;

/**
 * The figures of a period by one dimension.
 *
 * @param dimension by what
 * @param lines a line for each group that there is
 */
record Breakdown(Dimension dimension, List<Line> lines) {

	static final List<Figure> COLUMNS = List.of(Figure.RECEIVED, Figure.CLOSED, Figure.OPEN, Figure.LIMIT_MISSED);

	static Breakdown of(Collection<SummaryCase> cases, Dimension dimension) {
		return new Breakdown(dimension, cases.stream()
			.map(dimension::of)
			.distinct()
			.sorted(Comparator.comparing(Group::order))
			.map((group) -> Line.of(group, cases.stream().filter((one) -> dimension.of(one).equals(group)).toList()))
			.toList());
	}

	/** As it stands on paper, a group to a line. */
	String text() {
		return this.lines.isEmpty() ? "没有投诉" : this.lines.stream().map(Line::text).collect(Collectors.joining("\n"));
	}

	/**
	 * The figures of one group.
	 *
	 * @param group the group
	 * @param counts how many, in the order of the columns
	 */
	record Line(Group group, List<Integer> counts) {

		private static Line of(Group group, Collection<SummaryCase> cases) {
			return new Line(group,
					COLUMNS.stream().map((figure) -> (int) cases.stream().filter(figure::counts).count()).toList());
		}

		private String text() {
			return this.group.label() + "："
					+ IntStream.range(0, COLUMNS.size())
						.mapToObj((column) -> COLUMNS.get(column).label() + " " + this.counts.get(column))
						.collect(Collectors.joining("，"));
		}

	}

}
