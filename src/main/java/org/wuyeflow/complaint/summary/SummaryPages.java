package org.wuyeflow.complaint.summary;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.wuyeflow.Refusal;
import org.wuyeflow.complaint.Complaint;
import org.wuyeflow.complaint.summary.SummaryView.Row;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.RecordBook;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The cases behind a figure of a summary, as they stood at the end of its period. Who may
 * read the office's registers may read them.
 */
@Controller
class SummaryPages {

	private final RecordBook book;

	private final SummaryService summaries;

	private final CaseRepository complaints;

	private final CurrentStaff staff;

	private final Clock clock;

	SummaryPages(RecordBook book, SummaryService summaries, CaseRepository complaints, CurrentStaff staff,
			Clock clock) {
		this.book = book;
		this.summaries = summaries;
		this.complaints = complaints;
		this.staff = staff;
		this.clock = clock;
	}

	@GetMapping("/records/complaint-summary/{office}/{serial}/cases")
	@Transactional(readOnly = true)
	String cases(@PathVariable String office, @PathVariable String serial,
			@RequestParam(defaultValue = "") String figure, @RequestParam(defaultValue = "") String by,
			@RequestParam(defaultValue = "") String group, Model model) {
		ComplaintSummary summary = Optional.of(office)
			.filter(this.staff.get()::worksFor)
			.flatMap((mine) -> this.book.find(ComplaintSummary.class, mine, serial))
			.orElseThrow(() -> Refusal.notFound("没有找到这份汇总，或者它不属于您的管理处。"));
		Optional<Figure> counted = Figure.find(figure);
		Optional<Dimension> dimension = Arrays.stream(Dimension.values())
			.filter((candidate) -> candidate.name().equals(by))
			.findFirst();
		List<SummaryCase> cases = this.summaries.cases(summary)
			.stream()
			.filter((one) -> counted.isEmpty() || counted.get().counts(one))
			.filter((one) -> dimension.isEmpty() || dimension.get().of(one).id().equals(group))
			.toList();
		String among = dimension
			.flatMap((chosen) -> cases.stream().findFirst().map((one) -> "，" + chosen.of(one).label()))
			.orElse("");
		model.addAttribute("summary", summary);
		model.addAttribute("heading", counted.map(Figure::label).orElse("全部投诉") + among);
		model.addAttribute("rows", cases.stream().map((one) -> Row.of(one, this.clock.getZone())).toList());
		model.addAttribute("records", records(cases));
		return "complaint-summary-cases";
	}

	/** Where the paper of each complaint stands in the registers, by its number. */
	private Map<String, String> records(List<SummaryCase> cases) {
		return this.complaints.findByNumberIn(cases.stream().map(SummaryCase::complaintNumber).toList())
			.stream()
			.filter((complaint) -> complaint.classForm() != null || complaint.mainForm() != null)
			.collect(Collectors.toMap(Complaint::number, SummaryPages::record));
	}

	private static String record(Complaint complaint) {
		QualityForm form = (complaint.mainForm() != null) ? complaint.mainForm() : complaint.classForm();
		String serial = (complaint.mainForm() != null) ? complaint.mainSerial() : complaint.classSerial();
		return "/records/" + form.slug() + "/" + complaint.office() + "/" + serial;
	}

}
