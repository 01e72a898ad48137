package org.wuyeflow.complaint.summary;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

import org.wuyeflow.record.QualityForm;

/**
 * The figures of a summary as a page shows them. Each number leads to its cases.
 *
 * @param period the period
 * @param address the address of the summary's lists
 * @param balance what came in, went out and is left
 * @param outside what came in by way of others
 * @param verdicts what was decided about promises, and what complainants said
 * @param rates the rates
 * @param tables the same by class, channel and department
 * @param late the cases that missed their limit
 */
record SummaryView(String period, String address, List<Number> balance, List<Number> outside, List<Number> verdicts,
		List<Share> rates, List<Breakdown> tables, List<Row> late) {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final List<Figure> BALANCE = List.of(Figure.CARRIED, Figure.RECEIVED, Figure.REOPENED, Figure.CLOSED,
			Figure.OPEN);

	private static final List<Figure> OUTSIDE = List.of(Figure.TO_COMPANY, Figure.TO_GROUP, Figure.TO_MEDIA,
			Figure.TO_GOVERNMENT);

	static SummaryView of(ComplaintSummary summary, List<SummaryCase> cases, ZoneId zone) {
		String address = address(summary);
		return new SummaryView(summary.period().label(), address, numbers(summary, BALANCE), numbers(summary, OUTSIDE),
				Arrays.stream(Figure.values())
					.filter((figure) -> !BALANCE.contains(figure) && !OUTSIDE.contains(figure))
					.map((figure) -> number(summary, figure))
					.toList(),
				Arrays.stream(Rate.values())
					.map((rate) -> new Share(rate, rate.of(summary.figures()), rate.of(summary.figuresBefore())))
					.toList(),
				Arrays.stream(Dimension.values()).map((dimension) -> Breakdown.of(cases, dimension)).toList(),
				cases.stream().filter(Figure.LIMIT_MISSED::counts).map((one) -> Row.of(one, zone)).toList());
	}

	/** The address of the lists behind a summary's figures. */
	static String address(ComplaintSummary summary) {
		return "/records/" + QualityForm.COMPLAINT_SUMMARY.slug() + "/" + summary.office() + "/" + summary.serial()
				+ "/cases";
	}

	/** The columns of the tables. */
	public List<Figure> columns() {
		return Breakdown.COLUMNS;
	}

	private static List<Number> numbers(ComplaintSummary summary, List<Figure> figures) {
		return figures.stream().map((figure) -> number(summary, figure)).toList();
	}

	private static Number number(ComplaintSummary summary, Figure figure) {
		return new Number(figure, summary.figures().of(figure), summary.figuresBefore().of(figure));
	}

	/** A figure and that of the period before. */
	record Number(Figure figure, int now, int before) {

		/**
		 * The difference to the period before, with its sign; empty where there is none.
		 */
		public String difference() {
			int difference = this.now - this.before;
			return (difference == 0) ? "" : (difference > 0) ? "+" + difference : "−" + -difference;
		}

	}

	/** A rate and that of the period before. */
	record Share(Rate rate, String now, String before) {
	}

	/** One case in a list. */
	record Row(String number, String came, String kind, String origin, String channel, String department, String status,
			String received, String due, String result, String closed) {

		static Row of(SummaryCase one, ZoneId zone) {
			return new Row(one.complaintNumber(), one.came().label(), one.kind().label(), one.origin().label(),
					one.channel().label(), Dimension.DEPARTMENT.of(one).label(), one.status().label(),
					shown(one.receivedAt(), zone), shown(one.dueAt(), zone), shown(one.resultAt(), zone),
					shown(one.closedAt(), zone));
		}

		private static String shown(Instant moment, ZoneId zone) {
			return (moment != null) ? MINUTE.format(moment.atZone(zone)) : "";
		}

	}

}
