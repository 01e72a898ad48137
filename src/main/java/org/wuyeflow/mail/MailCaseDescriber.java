package org.wuyeflow.mail;

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
import org.wuyeflow.office.Occupancy;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.CaseDescriber;
import org.wuyeflow.record.CaseSummary;
import org.wuyeflow.record.CaseSummary.Fact;
import org.wuyeflow.record.Masking;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.PersonalDataPolicy;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows an item of mail above the forms of its tasks, with the people of its house so
 * that they can be told.
 */
@Component
class MailCaseDescriber implements CaseDescriber {

	private final MailItemRepository items;

	private final MailEntryRepository entries;

	private final Shelf shelf;

	private final CaseDeadlines deadlines;

	private final DateTimeFormatter time;

	MailCaseDescriber(MailItemRepository items, MailEntryRepository entries, Shelf shelf, CaseDeadlines deadlines,
			Clock clock) {
		this.items = items;
		this.entries = entries;
		this.shelf = shelf;
		this.deadlines = deadlines;
		this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(clock.getZone());
	}

	@Override
	public Set<String> processes() {
		return Set.of("mail-custody");
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<CaseSummary> describe(String number, Staff reader) {
		return this.items.findByNumber(number)
			.filter((item) -> reader.worksFor(item.office()))
			.map((item) -> describe(item, PersonalDataPolicy.seesAtWork(reader, item.office())));
	}

	private CaseSummary describe(MailItem item, boolean unmasked) {
		List<Fact> facts = new ArrayList<>();
		fact(facts, "邮件种类", item.kind().label() + (item.perishable() ? "，易腐" : ""));
		fact(facts, "房号", item.houseNumber());
		fact(facts, "收件人", unmasked ? item.addressee() : Masking.name(item.addressee()));
		fact(facts, "住户", people(item, unmasked));
		fact(facts, "承运单位", item.delivery().carrier());
		fact(facts, "邮件号", item.trackingNumber());
		fact(facts, "存放位置", item.shelf());
		fact(facts, "收件时间", shown(item.receivedAt()));
		fact(facts, "邮件状态", item.status().label());
		fact(facts, "已通知", told(item.telling()));
		fact(facts, "电子邮件", shown(item.telling().writtenAt()));
		fact(facts, "代为保管至", (item.heldUntil() != null) ? item.heldUntil().toString() : null);
		fact(facts, "退回原因", (item.returnReason() != null) ? item.returnReason().label() : null);
		List<CaseDeadline> open = this.deadlines.of(item.caseNumber()).stream().filter(CaseDeadline::open).toList();
		open.forEach((deadline) -> fact(facts, deadline.purpose().label() + "时限", shown(deadline.dueAt())));
		List<Fact> texts = new ArrayList<>();
		open.forEach((deadline) -> text(texts, deadline.purpose().label() + "时限的计算", deadline.explanation(), true));
		text(texts, "时限台账", ledger(item, unmasked), true);
		text(texts, "收件时破损", (item.damage() != null) ? item.damage().note() : null, unmasked);
		text(texts, "公告内容", item.announcement(), unmasked);
		text(texts, "事故情况", (item.incident() != null) ? item.incident().note() : null, unmasked);
		text(texts, "备注", item.remark(), unmasked);
		return new CaseSummary(item.caseNumber(), facts, texts,
				this.entries.findByCaseNumberOrderByEntryNumber(item.caseNumber())
					.stream()
					.map((entry) -> new CaseSummary.Step(shown(entry.at()), entry.by(),
							unmasked ? entry.what() : Masking.text(entry.what())))
					.toList());
	}

	private String told(Telling telling) {
		return (telling.times() > 0)
				? telling.times() + " 次，最近 " + shown(telling.lastAt()) + (telling.reached() ? "，已通知到" : "，未联系上")
				: "还没有";
	}

	private String ledger(MailItem item, boolean unmasked) {
		List<DeadlineEntry> entries = new ArrayList<>(this.deadlines.ledger(item.caseNumber()));
		Collections.reverse(entries);
		return entries.isEmpty() ? null
				: entries.stream()
					.map((entry) -> shown(entry.at()) + " " + entry.by() + " "
							+ (unmasked ? entry.what() : Masking.text(entry.what())))
					.collect(Collectors.joining("\n"));
	}

	private String people(MailItem item, boolean unmasked) {
		List<Occupancy> people = this.shelf.people(item);
		return people.isEmpty() ? null : people.stream().map((one) -> {
			String name = one.customer().name();
			String phone = Optional.ofNullable(one.customer().phone()).orElse("");
			return one.part().label() + " " + (unmasked ? name + " " + phone
					: Masking.name(name) + " " + Masking.mask(Personal.Kind.PHONE, phone));
		}).map(String::strip).collect(Collectors.joining("；"));
	}

	private String shown(Instant moment) {
		return (moment != null) ? this.time.format(moment) : null;
	}

	private static void fact(List<Fact> facts, String label, String value) {
		if (value != null) {
			facts.add(new Fact(label, value));
		}
	}

	private static void text(List<Fact> texts, String label, String value, boolean unmasked) {
		if (value != null) {
			texts.add(new Fact(label, unmasked ? value : Masking.text(value)));
		}
	}

}
