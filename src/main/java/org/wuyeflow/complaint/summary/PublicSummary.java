package org.wuyeflow.complaint.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.wuyeflow.notice.NoticeText;

/**
 * What everybody may read of a summary: its figures, and the statement that was written
 * for the public. Nothing of it comes out of a complaint.
 */
final class PublicSummary {

	private static final int DAYS_ON_BOARD = 30;

	private PublicSummary() {
	}

	static NoticeText of(ComplaintSummary summary, Collection<SummaryCase> cases, LocalDate today) {
		List<String> paragraphs = new ArrayList<>(List.of("各位业主、顾客：", received(summary)));
		if (summary.figures().of(Figure.RECEIVED) > 0) {
			paragraphs.add(kinds(cases));
		}
		paragraphs.add(rates(summary));
		if (summary.publicStatement() != null) {
			summary.publicStatement().lines().filter((line) -> !line.isBlank()).forEach(paragraphs::add);
		}
		paragraphs.add("感谢您的监督。如有意见，请向客户服务中心提出。");
		return new NoticeText(summary.office(), summary.caseNumber(), summary.period().label() + "顾客投诉及处理情况",
				String.join("\n", paragraphs), today, today.plusDays(DAYS_ON_BOARD - 1L));
	}

	private static String received(ComplaintSummary summary) {
		Figures figures = summary.figures();
		String outside = Stream.of(Figure.TO_COMPANY, Figure.TO_GROUP, Figure.TO_MEDIA, Figure.TO_GOVERNMENT)
			.filter((figure) -> figures.of(figure) > 0)
			.map((figure) -> figure.label() + "的 " + figures.of(figure) + " 件")
			.collect(Collectors.joining("、"));
		String received = (figures.of(Figure.RECEIVED) == 0) ? "没有收到投诉"
				: "收到投诉 " + figures.of(Figure.RECEIVED) + " 件" + (outside.isEmpty() ? "" : "（其中" + outside + "）");
		String carried = (figures.of(Figure.CARRIED) + figures.of(Figure.REOPENED) == 0) ? ""
				: "，上期未办结和重新处理 " + (figures.of(Figure.CARRIED) + figures.of(Figure.REOPENED)) + " 件";
		return summary.period().label() + "，本管理处" + received + carried + "；办结 " + figures.of(Figure.CLOSED)
				+ " 件，期末正在处理 " + figures.of(Figure.OPEN) + " 件。";
	}

	private static String kinds(Collection<SummaryCase> cases) {
		return "收到的投诉中，" + Arrays.stream(SummaryKind.values())
			.map((kind) -> new Count(kind,
					cases.stream().filter((one) -> Figure.RECEIVED.counts(one) && one.kind() == kind).count()))
			.filter((count) -> count.cases() > 0)
			.map((count) -> count.kind().label().replaceFirst("^.类：|（不分类）$", "") + " " + count.cases() + " 件")
			.collect(Collectors.joining("，")) + "。";
	}

	private static String rates(ComplaintSummary summary) {
		return Stream.of(Rate.ANSWER, Rate.SOLUTION, Rate.SATISFACTION)
			.map((rate) -> rate.label() + " " + rate.of(summary.figures()))
			.collect(Collectors.joining("，")) + "。";
	}

	private record Count(SummaryKind kind, long cases) {
	}

}
