package org.wuyeflow.complaint.summary;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.CaseDescriber;
import org.wuyeflow.record.CaseSummary;
import org.wuyeflow.record.CaseSummary.Fact;
import org.wuyeflow.record.QualityForm;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a summary above the forms of its tasks: the figures beside those of the period
 * before, and what was written to them.
 */
@Component
class SummaryCaseDescriber implements CaseDescriber {

	private final SummaryService summaries;

	private final DateTimeFormatter time;

	SummaryCaseDescriber(SummaryService summaries, Clock clock) {
		this.summaries = summaries;
		this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
	}

	@Override
	public Set<String> processes() {
		return Set.of("complaint-weekly-summary", "complaint-monthly-summary");
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<CaseSummary> describe(String number, Staff reader) {
		return this.summaries.find(number).filter((summary) -> reader.worksFor(summary.office())).map(this::described);
	}

	private CaseSummary described(ComplaintSummary summary) {
		List<Fact> facts = new ArrayList<>(List.of(new Fact("期间", summary.period().label()),
				new Fact("质量记录", QualityForm.COMPLAINT_SUMMARY.title() + " " + summary.serial() + "（逐件清单在「质量记录」里）"),
				new Fact("应完成时间", shown(summary.dueAt()) + "；" + summary.dueExplanation())));
		Stream.of(Figure.CARRIED, Figure.RECEIVED, Figure.REOPENED, Figure.CLOSED, Figure.OPEN, Figure.LIMIT_MISSED)
			.map((figure) -> new Fact(figure.label(),
					summary.figures().of(figure) + " 件（上期 " + summary.figuresBefore().of(figure) + " 件）"))
			.forEach(facts::add);
		facts.add(new Fact("本期收到中",
				Stream.of(Figure.TO_COMPANY, Figure.TO_GROUP, Figure.TO_MEDIA, Figure.TO_GOVERNMENT)
					.map((figure) -> figure.label() + " " + summary.figures().of(figure) + " 件")
					.collect(Collectors.joining("，"))));
		Arrays.stream(Rate.values())
			.map((rate) -> new Fact(rate.label(),
					rate.of(summary.figures()) + "；上期 " + rate.of(summary.figuresBefore())))
			.forEach(facts::add);
		List<Fact> texts = new ArrayList<>();
		text(texts, "超过时限的投诉", late(summary));
		text(texts, "情况分析", summary.situation());
		text(texts, "超过时限的原因", summary.lateCauses());
		text(texts, "整改措施", summary.improvement());
		text(texts, "向业主说明", summary.publicStatement());
		text(texts, "需要补充或修改", (summary.reviewOutcome() == ReviewOutcome.RETURNED)
				? summary.reviewedBy() + "：" + summary.reviewRemark() : null);
		text(texts, "抄件阅知", summary.acknowledgements());
		return new CaseSummary(summary.caseNumber(), facts, texts, List.of());
	}

	private String late(ComplaintSummary summary) {
		String lines = this.summaries.cases(summary)
			.stream()
			.filter(Figure.LIMIT_MISSED::counts)
			.map((one) -> one.complaintNumber() + "，" + one.kind().label() + "，"
					+ Optional.ofNullable(one.department()).flatMap(Role::find).map(Role::title).orElse("未指派") + "，时限 "
					+ shown(one.dueAt()) + "，"
					+ ((one.resultAt() != null) ? shown(one.resultAt()) + " 得出结果" : "期末还没有结果"))
			.collect(Collectors.joining("\n"));
		return lines.isEmpty() ? null : lines;
	}

	private static void text(List<Fact> texts, String label, String value) {
		if (value != null) {
			texts.add(new Fact(label, value));
		}
	}

	private String shown(Instant moment) {
		return this.time.format(moment);
	}

}
