package org.wuyeflow.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.office.ComplaintEdition;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.CaseSummary;
import org.wuyeflow.record.CaseSummary.Fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ComplaintCaseDescriberTest {

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final Staff CLERK = new Staff("front-desk", "林晓梅", Set.of("front-desk"), Set.of("cuihu"));

	private static final Staff ENGINEER = new Staff("engineering", "朱永刚", Set.of("engineering"), Set.of("cuihu"));

	private static final Staff AUDITOR = new Staff("auditor", "叶清源", Set.of("auditor"), Set.of("cuihu", "jinmao"));

	private static final Staff ELSEWHERE = new Staff("engineering-jinmao", "彭海涛", Set.of("engineering"),
			Set.of("jinmao"));

	private final ComplaintRepository complaints = mock(ComplaintRepository.class);

	private final ComplaintEntryRepository entries = mock(ComplaintEntryRepository.class);

	private final CaseDeadlines deadlines = mock(CaseDeadlines.class);

	private final ComplaintCaseDescriber describer = new ComplaintCaseDescriber(this.complaints, this.entries,
			this.deadlines, Clock.system(ZoneId.of("Asia/Shanghai")));

	@Test
	void whoeverHandlesTheCaseSeesWhomToCall() {
		CaseSummary summary = summary(ENGINEER).orElseThrow();

		assertThat(summary.facts()).contains(new Fact("投诉人", "业主 张三丰"), new Fact("联系电话", "13800138000"),
				new Fact("收到时间", "2026-03-02 09:00"), new Fact("接收人", "林晓梅（客服前台）"), new Fact("投诉状态", "已登记，待判定"));
		assertThat(summary.texts()).contains(new Fact("投诉内容", "请回电 13800138000"));
		assertThat(summary.progress())
			.containsExactly(new CaseSummary.Step("2026-03-02 09:00", "林晓梅", "处理进展：已联系维保（2026-03-02 09:00 电话告知投诉人）"));
	}

	@Test
	void whoeverOnlyReadsSeesItMasked() {
		CaseSummary summary = summary(AUDITOR).orElseThrow();

		assertThat(summary.facts()).contains(new Fact("投诉人", "业主 张**"), new Fact("联系电话", "138****8000"));
		assertThat(summary.texts()).contains(new Fact("投诉内容", "请回电 138****8000"));
	}

	@Test
	void anotherOfficeSeesNothing() {
		assertThat(summary(ELSEWHERE)).isEmpty();
	}

	private Optional<CaseSummary> summary(Staff reader) {
		Complainant owner = new Complainant(ComplainantKind.OWNER, "张三丰", "13800138000");
		Complaint complaint = new Complaint(
				"TS-2026-00042", new Intake("cuihu", Origin.OFFICE, Channel.VISIT, null, null, owner, null, "电梯",
						"请回电 13800138000", null, true, false, null, null),
				ComplaintEdition.OPINION, null, CLERK, "front-desk", NOW);
		ComplaintEntry entry = new ComplaintEntry(complaint, NOW, CLERK, EntryKind.PROGRESS, "已联系维保",
				new Telling(NOW, TellingWay.PHONE));
		given(this.complaints.findByNumber(any())).willReturn(Optional.of(complaint));
		given(this.entries.findByCaseNumberOrderByEntryNumber(any())).willReturn(List.of(entry));
		return this.describer.describe("TS-2026-00042", reader);
	}

}
