package org.wuyeflow.key;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.DeadlineEntry;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Houses;
import org.wuyeflow.office.Occupancy;
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
 * Shows a key case above the forms of its tasks.
 */
@Component
class KeyCaseDescriber implements CaseDescriber {

	private final KeyCustodyService custody;

	private final KeyLoanService loans;

	private final KeyConsentService consents;

	private final KeyIncidentService incidents;

	private final KeyStocktakeService stocktakes;

	private final KeyEntryRepository entries;

	private final CaseDeadlines deadlines;

	private final Houses houses;

	private final KeyLog log;

	KeyCaseDescriber(KeyCustodyService custody, KeyLoanService loans, KeyConsentService consents,
			KeyIncidentService incidents, KeyStocktakeService stocktakes, KeyEntryRepository entries,
			CaseDeadlines deadlines, Houses houses, KeyLog log) {
		this.custody = custody;
		this.loans = loans;
		this.consents = consents;
		this.incidents = incidents;
		this.stocktakes = stocktakes;
		this.entries = entries;
		this.deadlines = deadlines;
		this.houses = houses;
		this.log = log;
	}

	@Override
	public Set<String> processes() {
		return Set.of("key-entrustment", "key-borrow", "key-use-consent", "key-incident", "key-withdrawal",
				"key-stocktake");
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<CaseSummary> describe(String number, Staff reader) {
		return this.loans.find(number)
			.map((loan) -> of(loan, reader))
			.or(() -> this.consents.find(number).map((consent) -> of(consent, reader)))
			.or(() -> this.custody.find(number).map((entrustment) -> of(entrustment, reader)))
			.or(() -> this.incidents.find(number).map((incident) -> of(incident, reader)))
			.or(() -> this.stocktakes.find(number).map((stocktake) -> of(stocktake, reader)))
			.or(() -> this.custody.ofWithdrawal(number)
				.stream()
				.findFirst()
				.map((entrustment) -> ofWithdrawal(number, entrustment, reader)))
			.filter((description) -> reader.worksFor(description.office))
			.map(Description::summary);
	}

	private Description of(KeyLoan loan, Staff reader) {
		Description of = new Description(loan.number(), loan.office(), reader);
		List<HouseKey> out = this.loans.out(loan);
		of.fact("房号", loan.houseNumber());
		of.fact("借用状态", loan.status());
		of.fact("要借的钥匙", Door.labels(loan.doors()));
		of.fact("还没有归还", out.isEmpty() ? null : keys(out));
		of.fact("挂在", out.isEmpty() ? where(loan) : null);
		of.person("借用人", loan.borrower().name());
		of.fact("借用人类别", loan.borrower().kind());
		of.fact("借用人单位", loan.borrower().organisation());
		of.personal("借用人电话", Personal.Kind.PHONE, loan.borrower().phone());
		of.fact("证件", (loan.borrower().identity() != null) ? loan.borrower().identity().shown() : null);
		of.fact("用途", loan.purpose());
		of.fact("陪同", loan.accompanied() ? "物业人员陪同" : "无人陪同");
		of.fact("险情", loan.emergency());
		of.person("同行人", loan.secondPerson());
		of.fact("需要谁同意", (loan.rule() != null) ? loan.rule().permission() : null);
		of.fact("业主同意编号", loan.consentNumber());
		of.time("计划归还", loan.wantedUntil());
		of.time("借出时间", loan.issuedAt());
		of.fact("发放人", loan.issuedBy());
		of.fact("借出数量", (loan.pieces() != null) ? loan.pieces() + " 把，已归还 " + loan.returnedPieces() + " 把" : null);
		of.time("借用中入住", loan.movedInNotedAt());
		of.fact("提前收回", loan.recallReason());
		of.text("用途说明", loan.purposeText());
		of.plain("应还时间的计算", loan.dueExplanation());
		if (loan.consentNumber() != null) {
			this.consents.find(loan.consentNumber()).ifPresent((consent) -> of.text("业主提出的条件", consent.conditions()));
		}
		of.text("经理的命令", loan.orderText());
		of.text("催还情况", loan.chaseText());
		of.text("主管督办", loan.supervisionText());
		of.text("经理决定", loan.decisionText());
		return of;
	}

	private Description of(KeyConsent consent, Staff reader) {
		Description of = new Description(consent.number(), consent.office(), reader);
		of.fact("房号", consent.houseNumber());
		owners(of, consent.office(), consent.houseNumber());
		of.fact("借用业务编号", consent.loanNumber());
		of.fact("用途", consent.purpose());
		of.person("谁进入", consent.enterer());
		of.time("进入时间起", consent.enterFrom());
		of.time("进入时间止", consent.enterUntil());
		of.fact("陪同", consent.accompanied() ? "物业人员陪同" : "无人陪同");
		of.fact("未联系上", (consent.attempts() > 0) ? consent.attempts() + " 次" : null);
		of.fact("业主答复", consent.answer());
		of.text("用途说明", consent.purposeText());
		of.plain("业主自己答复", "到「钥匙柜」页可以为这件事生成一次性答复页：给业主扫二维码、读链接或发邮件。业主答复后，本任务自动办结。");
		return of;
	}

	private Description of(KeyEntrustment entrustment, Staff reader) {
		Description of = entrustment(entrustment.caseNumber(), entrustment, reader);
		of.fact("委托状态", entrustment.status());
		of.fact("委托书编号", entrustment.letterNumber());
		of.fact("委托有效期至", String.valueOf(entrustment.validUntil()));
		of.fact("审批人", entrustment.approverName());
		of.fact("审批依据", entrustment.approverAuthority());
		of.fact("收钥匙人", entrustment.takenByName());
		of.fact("钥匙管理员", entrustment.keeperName());
		of.text("委托事项", entrustment.purpose());
		of.text("完好情况说明", (entrustment.keys() != null) ? entrustment.keys().remark() : null);
		of.text("审批意见", entrustment.approvalOpinion());
		of.text("期满催领情况", entrustment.chaseText());
		return of;
	}

	private Description ofWithdrawal(String number, KeyEntrustment entrustment, Staff reader) {
		Description of = entrustment(number, entrustment, reader);
		of.fact("原因", entrustment.withdrawalReason());
		of.person("来取的人", entrustment.withdrawnBy());
		of.fact("证件", entrustment.withdrawerIdentity());
		of.fact("现有钥匙",
				this.custody.ofWithdrawal(number)
					.stream()
					.flatMap((one) -> this.custody.keysOf(one.caseNumber()).stream())
					.map((key) -> key.shown() + key.status().label())
					.collect(Collectors.joining("、")));
		return of;
	}

	private Description entrustment(String number, KeyEntrustment entrustment, Staff reader) {
		Description of = new Description(number, entrustment.office(), reader);
		of.fact("房号", entrustment.houseNumber());
		of.person("委托人", entrustment.customerName());
		of.personal("联系电话", Personal.Kind.PHONE, entrustment.customerPhone());
		of.fact("证件", entrustment.customerIdentity().shown());
		of.fact("钥匙", (entrustment.keys() != null)
				? entrustment.keys().text() + "，共 " + entrustment.keys().total() + " 把" : null);
		of.fact("挂在", (entrustment.cabinet() != null) ? entrustment.cabinet() + " " + entrustment.hook() : null);
		of.fact("封签号", entrustment.seal());
		return of;
	}

	private Description of(KeyIncident incident, Staff reader) {
		Description of = new Description(incident.number(), incident.office(), reader);
		of.fact("房号", incident.houseNumber());
		owners(of, incident.office(), incident.houseNumber());
		of.fact("异常种类", incident.kind());
		of.fact("哪些钥匙", Door.labels(incident.doors()));
		of.fact("异常状态", incident.status());
		of.fact("起因业务编号", incident.causeNumber());
		of.fact("处理措施", incident.remedy());
		of.fact("费用",
				Optional.ofNullable(incident.cost())
					.map(BigDecimal::toPlainString)
					.map((cost) -> cost + " 元，" + incident.costBearer().label() + "承担")
					.orElse(null));
		of.text("经过", incident.matter());
		of.text("业主意见", incident.ownerWords());
		of.text("处理情况", incident.remedyText());
		return of;
	}

	private Description of(KeyStocktake stocktake, Staff reader) {
		Description of = new Description(stocktake.number(), stocktake.office(), reader);
		of.fact("盘点原因", stocktake.reason());
		of.fact("新钥匙管理员", stocktake.newKeeper());
		of.fact("已发现不符", stocktake.differences() + " 处");
		of.fact("盘点人", stocktake.countedBy());
		of.fact("点到", (stocktake.countedPieces() != null) ? stocktake.countedPieces() + " 把" : null);
		of.plain("怎样盘点", "对照「钥匙柜」页的清单逐钩核对；清点时不看总数，先数再填。");
		return of;
	}

	private void owners(Description of, String office, String number) {
		House house = this.houses.find(office, number);
		this.houses.occupants(house)
			.stream()
			.filter((occupancy) -> occupancy.part() == Occupancy.Part.OWNER)
			.forEach((occupancy) -> {
				of.person("业主", occupancy.customer().name());
				of.personal("业主电话", Personal.Kind.PHONE, occupancy.customer().phone());
			});
		this.custody.keysOf(house)
			.stream()
			.findFirst()
			.flatMap((key) -> this.custody.find(key.caseNumber()))
			.ifPresent((entrustment) -> {
				of.person("钥匙委托人", entrustment.customerName());
				of.personal("委托人电话", Personal.Kind.PHONE, entrustment.customerPhone());
			});
	}

	private String where(KeyLoan loan) {
		return this.custody.keysOf(this.houses.find(loan.office(), loan.houseNumber()))
			.stream()
			.filter((key) -> loan.doors().contains(key.door()))
			.map((key) -> key.cabinet() + " " + key.hook())
			.distinct()
			.collect(Collectors.joining("、"));
	}

	private static String keys(List<HouseKey> keys) {
		return keys.stream().map(HouseKey::shown).collect(Collectors.joining("、"));
	}

	private final class Description {

		private final String number;

		private final String office;

		private final boolean unmasked;

		private final List<Fact> facts = new ArrayList<>();

		private final List<Fact> texts = new ArrayList<>();

		private Description(String number, String office, Staff reader) {
			this.number = number;
			this.office = office;
			this.unmasked = PersonalDataPolicy.seesAtWork(reader, office);
		}

		private CaseSummary summary() {
			List<CaseDeadline> deadlines = KeyCaseDescriber.this.deadlines.of(this.number);
			deadlines.forEach((deadline) -> fact(deadline.purpose().label() + "时限", limit(deadline)));
			ledger(deadlines.isEmpty() ? List.of() : KeyCaseDescriber.this.deadlines.ledger(this.number));
			return new CaseSummary(this.number, this.facts, this.texts,
					KeyCaseDescriber.this.entries.findByCaseNumberOrderByMadeAtAscIdAsc(this.number)
						.stream()
						.map((entry) -> new CaseSummary.Step(KeyCaseDescriber.this.log.shown(entry.at()), entry.by(),
								line(entry)))
						.distinct()
						.toList());
		}

		private String limit(CaseDeadline deadline) {
			String verdict = switch (deadline.state()) {
				case DECIDED -> deadline.kept() ? "，已按时" : "，已超时";
				case DROPPED -> "，已停止计时";
				default -> "";
			};
			return KeyCaseDescriber.this.log.shown(deadline.dueAt()) + verdict;
		}

		private void ledger(List<DeadlineEntry> entries) {
			if (!entries.isEmpty()) {
				plain("时限台账", entries.stream()
					.map((entry) -> KeyCaseDescriber.this.log.shown(entry.at()) + " " + entry.by() + " " + entry.what())
					.collect(Collectors.joining("\n")));
			}
		}

		private String line(KeyEntry entry) {
			String what = this.unmasked ? entry.what() : Masking.mask(Personal.Kind.TEXT, entry.what());
			String person = this.unmasked ? entry.person() : Masking.mask(Personal.Kind.NAME, entry.person());
			return (person != null) ? what + "（" + person + "）" : what;
		}

		private void fact(String label, String value) {
			if (value != null && !value.isEmpty()) {
				this.facts.add(new Fact(label, value));
			}
		}

		private void fact(String label, Labelled value) {
			fact(label, (value != null) ? value.label() : null);
		}

		private void time(String label, Instant moment) {
			fact(label, KeyCaseDescriber.this.log.shown(moment));
		}

		private void person(String label, String name) {
			personal(label, Personal.Kind.NAME, name);
		}

		private void personal(String label, Personal.Kind kind, String value) {
			fact(label, this.unmasked ? value : Masking.mask(kind, value));
		}

		private void text(String label, String value) {
			plain(label, (this.unmasked || value == null) ? value : Masking.mask(Personal.Kind.TEXT, value));
		}

		private void plain(String label, String value) {
			if (value != null) {
				this.texts.add(new Fact(label, value));
			}
		}

	}

}
