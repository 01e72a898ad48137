package org.wuyeflow.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.DeadlineEntry;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.CaseDescriber;
import org.wuyeflow.record.CaseSummary;
import org.wuyeflow.record.CaseSummary.Fact;
import org.wuyeflow.record.Labelled;
import org.wuyeflow.record.Masking;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.PersonalDataPolicy;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a complaint above the forms of its tasks.
 */
@Component
class ComplaintCaseDescriber implements CaseDescriber {

	private final ComplaintRepository complaints;

	private final ComplaintEntryRepository entries;

	private static final int LEDGER_LINES = 5;

	private final CaseDeadlines deadlines;

	private final DateTimeFormatter time;

	ComplaintCaseDescriber(ComplaintRepository complaints, ComplaintEntryRepository entries, CaseDeadlines deadlines,
			Clock clock) {
		this.complaints = complaints;
		this.entries = entries;
		this.deadlines = deadlines;
		this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
	}

	@Override
	public Set<String> processes() {
		return Set.of("complaint-handling");
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<CaseSummary> describe(String number, Staff reader) {
		return this.complaints.findByNumber(number)
			.filter((complaint) -> reader.worksFor(complaint.office()))
			.map((complaint) -> new Description(complaint, PersonalDataPolicy.seesAtWork(reader, complaint.office()))
				.summary());
	}

	private final class Description {

		private final Complaint complaint;

		private final boolean unmasked;

		private final List<Fact> facts = new ArrayList<>();

		private final List<Fact> texts = new ArrayList<>();

		private Description(Complaint complaint, boolean unmasked) {
			this.complaint = complaint;
			this.unmasked = unmasked;
		}

		private CaseSummary summary() {
			Complaint of = this.complaint;
			fact("房号", of.houseNumber());
			fact("投诉人",
					of.complainant().kind().label()
							+ Optional.ofNullable(personal(Personal.Kind.NAME, of.complainant().name()))
								.map((name) -> " " + name)
								.orElse(""));
			fact("联系电话", personal(Personal.Kind.PHONE, of.complainant().phone()));
			fact("投诉事由", personal(Personal.Kind.TEXT, of.subject()));
			fact("收到时间", shown(of.receivedAt()));
			fact("来源", of.origin().label() + "，" + of.channel().label());
			fact("转来单位", of.senderName());
			fact("来文编号", of.documentNumber());
			fact("接收人", of.receiverName() + "（" + title(of.receiverRole()) + "）");
			fact("已致歉并感谢", of.apologised() ? "是" : "否");
			fact("投诉状态", of.status().label());
			fact("类别", label(of.complaintClass()));
			fact("影响程度", label(of.effect()));
			fact("处理部门", Optional.ofNullable(of.handlingRole()).map(Description::title).orElse(null));
			fact("应答复时间", (of.firstRespondedAt() == null) ? shown(of.respondBy()) : null);
			fact("办结时限", limit(of));
			fact("申请延期",
					Optional.ofNullable(of.extension())
						.map((asked) -> "到 " + shown(asked.until()) + "（" + asked.askedBy() + "）")
						.orElse(null));
			fact("记录表",
					Optional.ofNullable(of.classSerial())
						.map((serial) -> of.classForm().title() + " " + serial)
						.orElse(null));
			fact("索赔", claim(of.claim()));
			text("投诉内容", of.content());
			text("延期原因", Optional.ofNullable(of.extension()).map(ExtensionRequest::reason).orElse(null));
			explanation("应答复时间的计算", of.answerDeadline(), of.firstRespondedAt() == null);
			explanation("办结时限的计算", of.resultDeadline(), true);
			ledger();
			text("当场处理情况", of.settlement());
			text("判为无效的理由", of.invalidReason());
			text("处理意见", of.opinion());
			text("处理结果", of.result());
			text("投诉人意见", of.answerRemark());
			text("书面报告", (of.report() != null) ? of.report().text() : null);
			text("答复来件单位", of.senderAnswer());
			return new CaseSummary(of.number(), this.facts, this.texts,
					ComplaintCaseDescriber.this.entries.findByCaseNumberOrderByEntryNumber(of.number())
						.stream()
						.map(this::step)
						.toList());
		}

		private CaseSummary.Step step(ComplaintEntry entry) {
			String told = (entry.toldAt() != null)
					? "（" + shown(entry.toldAt()) + " " + entry.toldHow().label() + "告知投诉人）" : "";
			return new CaseSummary.Step(shown(entry.at()), entry.by(),
					entry.kind().label() + "：" + personal(Personal.Kind.TEXT, entry.text()) + told);
		}

		private void fact(String label, String value) {
			if (value != null) {
				this.facts.add(new Fact(label, value));
			}
		}

		private void text(String label, String value) {
			if (value != null) {
				this.texts.add(new Fact(label, personal(Personal.Kind.TEXT, value)));
			}
		}

		private String limit(Complaint of) {
			CaseDeadline deadline = of.resultDeadline();
			if (deadline == null) {
				return null;
			}
			String due = shown(deadline.dueAt());
			String note = (deadline.namedBy() != null)
					? "（" + deadline.namedBy() + (deadline.setByPerson() ? "提出）" : "批准延期）") : "";
			String pause = deadline.pausedUntil()
				.map((until) -> "，暂停到 " + shown(until) + "（" + deadline.pausedFor().orElseThrow().label() + "）")
				.orElse("");
			String verdict = (deadline.kept() != null) ? (deadline.kept() ? "，已按时" : "，已超时") : "";
			return due + note + pause + verdict;
		}

		private void explanation(String label, CaseDeadline deadline, boolean wanted) {
			if (deadline != null && wanted) {
				this.texts.add(new Fact(label, deadline.explanation()));
			}
		}

		private void ledger() {
			List<DeadlineEntry> entries = new ArrayList<>(
					ComplaintCaseDescriber.this.deadlines.ledger(this.complaint.number()));
			Collections.reverse(entries);
			if (!entries.isEmpty()) {
				String lines = entries.stream()
					.limit(LEDGER_LINES)
					.map((entry) -> shown(entry.at()) + " " + entry.by() + " "
							+ personal(Personal.Kind.TEXT, entry.what()))
					.collect(Collectors.joining("\n"));
				int more = entries.size() - LEDGER_LINES;
				this.texts.add(new Fact("时限台账", (more > 0) ? lines + "\n另有 " + more + " 条更早的，点上方「档案」查看全部。" : lines));
			}
		}

		private String personal(Personal.Kind kind, String value) {
			return this.unmasked ? value : Masking.mask(kind, value);
		}

		private String shown(Instant moment) {
			return (moment != null) ? ComplaintCaseDescriber.this.time.format(moment) : null;
		}

		private static String claim(Claim claim) {
			if (claim == null) {
				return null;
			}
			StringBuilder text = new StringBuilder(
					(claim.claimed() != null) ? claim.claimed().toPlainString() + " 元" : "未提出金额");
			if (claim.proposed() != null) {
				text.append("；建议 ").append(claim.proposed().toPlainString()).append(" 元");
			}
			if (claim.decided() != null) {
				text.append("；核定 ").append(claim.decided().toPlainString()).append(" 元");
			}
			if (claim.paid() != null) {
				text.append("；已了结，实付 ").append(claim.paid().toPlainString()).append(" 元");
			}
			return text.toString();
		}

		private static String label(Labelled value) {
			return (value != null) ? value.label() : null;
		}

		private static String title(String role) {
			return Role.find(role).map(Role::title).orElse(role);
		}

	}

}
