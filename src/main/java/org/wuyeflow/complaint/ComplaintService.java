package org.wuyeflow.complaint;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.deadline.PauseCause;
import org.wuyeflow.deadline.Promise;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.deadline.Told;
import org.wuyeflow.notify.Message;
import org.wuyeflow.notify.Notifications;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Houses;
import org.wuyeflow.office.OfficeDirectory;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.DutyLogEntry;
import org.wuyeflow.record.SerialNumbers;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only door to complaints. Each method is one step of the procedure: it moves the
 * complaint, writes its log and its records, and gives the complaint back. Who acts and
 * when is taken from {@link CurrentStaff} and the clock. All refuse with a
 * {@link Refusal} (404 for an unknown number, 409 for a wrong move).
 */
@Service
@Transactional
public class ComplaintService {

	/** What the numbers of complaints begin with. */
	static final String PREFIX = "TS";

	private final ComplaintRepository complaints;

	private final ComplaintEntryRepository entries;

	private final ComplaintRecords records;

	private final SerialNumbers serials;

	private final CaseDeadlines deadlines;

	private final Deadlines counting;

	private final OfficeDirectory offices;

	private final Houses houses;

	private final Notifications notifications;

	private final CurrentStaff staff;

	private final Clock clock;

	private final Duration reopenWindow;

	ComplaintService(ComplaintRepository complaints, ComplaintEntryRepository entries, ComplaintRecords records,
			SerialNumbers serials, CaseDeadlines deadlines, Deadlines counting, OfficeDirectory offices, Houses houses,
			Notifications notifications, CurrentStaff staff, Clock clock,
			@Value("${wuyeflow.complaint.reopen-window}") Duration reopenWindow) {
		this.complaints = complaints;
		this.entries = entries;
		this.records = records;
		this.serials = serials;
		this.deadlines = deadlines;
		this.counting = counting;
		this.offices = offices;
		this.houses = houses;
		this.notifications = notifications;
		this.staff = staff;
		this.clock = clock;
		this.reopenWindow = reopenWindow;
	}

	/** The complaint with this number. */
	@Transactional(readOnly = true)
	public Optional<Complaint> find(String number) {
		return this.complaints.findByNumber(number);
	}

	/** What was done about a complaint, oldest first. */
	@Transactional(readOnly = true)
	public List<ComplaintEntry> log(String number) {
		return this.entries.findByCaseNumberOrderByEntryNumber(number);
	}

	/**
	 * Writes down a complaint that was received. Clauses CC-3.5, CC-5.1.1, CC-5.1.2,
	 * CC-5.2, CS-1.5, CS-3.1.1, CS-3.1.2, CS-3.2.
	 * @throws Refusal (400) where it was received later than now or the house is unknown
	 */
	public Complaint register(Intake intake) {
		Staff receiver = this.staff.get();
		House house = (intake.house() != null && intake.complainant().kind() != ComplainantKind.ANONYMOUS)
				? this.houses.find(intake.office(), intake.house()) : null;
		String number = this.serials.nextCaseNumber(PREFIX);
		Complaint complaint = this.complaints.save(new Complaint(number, intake,
				this.offices.get(intake.office()).complaintEdition(), house, receiver, role(receiver), now()));
		log(complaint, EntryKind.REGISTRATION, complaint.origin().label() + "，" + complaint.channel().label());
		if (complaint.settledOnSpot()) {
			log(complaint, EntryKind.SETTLEMENT, complaint.settlement());
		}
		if (complaint.claimOpen()) {
			log(complaint, EntryKind.CLAIM, claimText(complaint));
		}
		if (complaint.settledOnSpot() || complaint.origin().outside()) {
			this.records.openMain(complaint);
		}
		return complaint;
	}

	/**
	 * The superior has read how a complaint was settled on the spot, and closes it or
	 * wants it handled. Clauses CC-5.1.2, CS-3.1.2.
	 * @param remark why it must be handled, or null
	 */
	public Complaint acknowledgeSettlement(String number, boolean accepted, String remark) {
		Complaint complaint = get(number);
		if (accepted) {
			complaint.settlementAccepted(now());
			this.records.close(complaint);
			log(complaint, EntryKind.READING, "阅知，同意结案");
		}
		else {
			complaint.settlementRefused();
			log(complaint, EntryKind.READING, "需要继续处理：" + remark);
		}
		return complaint;
	}

	/**
	 * The superior takes a complaint as valid and says who shall do what. Clauses CC-4.1,
	 * CC-4.2, CC-4.3, CC-5.1.2, CS-2, CS-3.1.2.
	 */
	public Complaint judge(String number, Judgement judgement) {
		Complaint complaint = get(number);
		complaint.judged(judgement);
		log(complaint, EntryKind.CLASSIFICATION, judgement.complaintClass().label() + "；影响" + judgement.effect().label()
				+ "；由" + title(judgement.handlingRole()) + "处理" + (judgement.difficult() ? "；难度较大" : ""));
		log(complaint, EntryKind.OPINION, judgement.opinion());
		return complaint;
	}

	/**
	 * The company assigns a complaint that came from outside and sets its limit. Clauses
	 * CC-3.1, CC-5.2, CS-1.1, CS-3.2.
	 */
	public Complaint direct(String number, Judgement judgement, Instant limitAt) {
		Complaint complaint = judge(number, judgement);
		limit(complaint, limitAt);
		return complaint;
	}

	/** The superior takes a complaint as invalid. Clauses CC-5.4, CS-3.5. */
	public Complaint judgeInvalid(String number, String reason) {
		Complaint complaint = get(number);
		complaint.judgedInvalid(reason);
		this.deadlines.drop(number, Purpose.RESULT, "判为无效");
		this.records.openMain(complaint);
		log(complaint, EntryKind.CLASSIFICATION, "判为无效：" + reason);
		return complaint;
	}

	/**
	 * The receiver has explained patiently why the complaint is invalid. Clauses CC-5.4,
	 * CS-3.5.
	 * @param toldAt when, or null for now
	 */
	public Complaint explain(String number, String explanation, Instant toldAt, TellingWay way,
			ExplanationAnswer answer) {
		Complaint complaint = get(number);
		Telling telling = telling(complaint, toldAt, way);
		complaint.explained(explanation, telling);
		answered(complaint, telling);
		log(complaint, EntryKind.EXPLANATION, explanation + "\n投诉人：" + answer.label(), telling);
		if (answer == ExplanationAnswer.OBJECTED) {
			complaint.objected();
		}
		else {
			complaint.closed(now());
			this.records.close(complaint);
		}
		return complaint;
	}

	/**
	 * Opens the record that the table asks for. Clauses CC-5.1.2.A, CC-5.1.2.B,
	 * CC-5.1.2.C, CS-3.1.2.A, CS-3.1.2.B, CS-3.1.2.C.
	 */
	public Complaint openRecord(String number, RecordRule rule) {
		Complaint complaint = get(number);
		RecordRule titled = new RecordRule(rule.form(), title(rule.originalHolder()),
				Optional.ofNullable(rule.copyHolder()).map(ComplaintService::title).orElse(null), rule.copiedTo());
		if (this.records.open(complaint, titled) && rule.copiedTo() != null) {
			log(complaint, EntryKind.COPY, "抄送" + title(rule.copiedTo()));
		}
		return complaint;
	}

	/**
	 * How soon the complainant must hear something, before anybody has judged. What was
	 * settled on the spot is answered.
	 */
	public Complaint setFirstAnswerLimit(String number, DeadlineRule rule) {
		Complaint complaint = get(number);
		complaint.answerLimited(this.deadlines.set(Promise.first(complaint.office(), number, Purpose.FIRST_ANSWER),
				complaint.countsFrom(rule.respondWithin(), this.counting), rule.respondWithin(), rule.untilAnswer()));
		if (complaint.firstRespondedAt() != null) {
			this.deadlines.decide(number, Purpose.FIRST_ANSWER, complaint.firstRespondedAt());
		}
		return complaint;
	}

	/**
	 * Gives the complaint the limits of the table; a limit set in person stays, and time
	 * that was used stays used.
	 */
	public Complaint setLimits(String number, DeadlineRule rule) {
		Complaint complaint = get(number);
		this.deadlines.set(Promise.first(complaint.office(), number, Purpose.FIRST_ANSWER),
				complaint.countsFrom(rule.respondWithin(), this.counting), rule.respondWithin(), rule.untilAnswer());
		complaint.limited(this.deadlines.set(complaint.promise(),
				complaint.countsFrom(rule.resolveWithin(), this.counting), rule.resolveWithin(), rule.untilResult()));
		return complaint;
	}

	/**
	 * Class 1: who follows it up, by what means, until when. Clauses CC-5.1.2.A,
	 * CS-3.1.2.A.
	 */
	public Complaint recordServiceFailing(String number, String responsible, String measures, LocalDate plannedOn) {
		Complaint complaint = get(number);
		complaint.recorded();
		this.records.fill(complaint, MainForm.class, (form) -> form.fill(responsible, measures, plannedOn));
		log(complaint, EntryKind.RECORD,
				"填写" + complaint.classForm().title() + " " + complaint.classSerial() + "，由" + responsible + "跟进");
		return complaint;
	}

	/** Class 2: what is wrong with the house. Clauses CC-5.1.2.B, CS-3.1.2.B. */
	public Complaint recordHouseDefect(String number, HouseDefect defect) {
		Complaint complaint = get(number);
		complaint.recorded();
		this.records.fill(complaint, DefectForm.class, (form) -> form.fill(defect));
		log(complaint, EntryKind.RECORD,
				"填写" + complaint.classForm().title() + " " + complaint.classSerial() + "：" + defect.place());
		return complaint;
	}

	/** Class 3: an entry in the duty log. Clauses CC-5.1.2.C, CS-3.1.2.C. */
	public Complaint recordOutsideMatter(String number, String authority, String note) {
		Complaint complaint = get(number);
		complaint.recorded();
		DutyLogEntry entry = this.records.enterDutyLog(complaint, "涉及单位：" + authority + "\n" + note);
		log(complaint, EntryKind.RECORD, "填写值班记录表 " + entry.serial() + "，涉及" + authority);
		return complaint;
	}

	/**
	 * A report in writing to the developer's side or the departments concerned. Clauses
	 * CC-5.1.2.B, CC-5.1.2.C, CS-3.1.2.B, CS-3.1.2.C.
	 */
	public Complaint report(String number, String reportNumber, String recipient, String text) {
		Complaint complaint = get(number);
		complaint.reported(new WrittenReport(reportNumber, recipient, text, now()));
		log(complaint, EntryKind.REPORT, "书面报告 " + reportNumber + " 送" + recipient);
		return complaint;
	}

	/**
	 * The company has passed the report on to the developer. Clause CS-3.1.2.B.
	 * @param at when, or null for now
	 * @param remark more about it, or null
	 */
	public Complaint forward(String number, String to, Instant at, String remark) {
		Complaint complaint = get(number);
		complaint.forwarded(to, past(complaint, at));
		log(complaint, EntryKind.REPORT, "已转呈" + to + ((remark != null) ? "：" + remark : ""));
		return complaint;
	}

	/**
	 * The department writes down how far it is. Clauses CC-3.3, CC-3.4, CC-5.1.2.A,
	 * CS-1.3, CS-3.1.2.A.
	 * @param telling how the complainant was told of it, or null where he was not; its
	 * time is null for now
	 */
	public Complaint progress(String number, String text, Telling telling) {
		Complaint complaint = get(number);
		complaint.progressed();
		Telling told = (telling != null) ? telling(complaint, telling.at(), telling.way()) : null;
		if (told != null) {
			complaint.told(told);
			answered(complaint, told);
		}
		log(complaint, EntryKind.PROGRESS, text, told);
		return complaint;
	}

	/** Another department shall handle it. */
	public Complaint handOver(String number, String role) {
		Complaint complaint = get(number);
		complaint.handedOver(role);
		log(complaint, EntryKind.HAND_OVER, "移交" + title(role));
		return complaint;
	}

	/** It is too difficult for the department. Clauses CC-5.1.3, CS-3.1.3. */
	public Complaint refer(String number) {
		Complaint complaint = get(number);
		complaint.referred();
		log(complaint, EntryKind.REFERRAL, "难度较大，上报提出意见和时限");
		return complaint;
	}

	/** The class is wrong; the superior shall judge again. */
	public Complaint wantReclassification(String number) {
		Complaint complaint = get(number);
		complaint.reclassificationWanted();
		log(complaint, EntryKind.RECLASSIFICATION, "类别有误，请上级重新判定");
		return complaint;
	}

	/** There is a result. Whether it came in time is decided now. */
	public Complaint result(String number, String text) {
		Complaint complaint = get(number);
		complaint.resulted(text, now());
		this.deadlines.decide(number, Purpose.RESULT, now());
		log(complaint, EntryKind.RESULT, text);
		return complaint;
	}

	/**
	 * The complainant was told the result. Not satisfied, it goes back to the department,
	 * or up. Clauses CC-5.1.2.A, CC-5.1.2.B, CS-3.1.2.A, CS-3.1.2.B.
	 * @param telling when and how; its time is null for now
	 * @param remark what he said, or null
	 * @param up whether it goes up where he is not satisfied
	 */
	public Complaint tellResult(String number, Telling telling, ComplainantAnswer answer, String remark, boolean up) {
		Complaint complaint = get(number);
		Telling told = telling(complaint, telling.at(), telling.way());
		complaint.resultTold(told, answer, remark);
		answered(complaint, told);
		log(complaint, EntryKind.ANSWER, "投诉人：" + answer.label() + ((remark != null) ? "，" + remark : ""), told);
		if (answer != ComplainantAnswer.DISSATISFIED) {
			complaint.resultAccepted();
		}
		else {
			complaint.resultRefused(up);
			this.deadlines.withdraw(number, Purpose.RESULT, "投诉人不满意");
			log(complaint, up ? EntryKind.REFERRAL : EntryKind.PROGRESS, up ? "投诉人不满意，上报提出意见" : "投诉人不满意，退回继续处理");
		}
		return complaint;
	}

	/**
	 * Those above give their opinion and a limit. Clauses CC-3.1, CC-5.1.3, CS-1.1,
	 * CS-1.2, CS-3.1.3.
	 * @param role who shall handle it from now on, or null for no change
	 * @param copiedTo the role id of who is sent a copy, or null where nobody is
	 */
	public Complaint advise(String number, String opinion, Instant limitAt, String role, String copiedTo) {
		Complaint complaint = get(number);
		complaint.advised(opinion, role);
		log(complaint, EntryKind.OPINION, opinion);
		if (role != null) {
			log(complaint, EntryKind.HAND_OVER, "由" + title(role) + "处理");
		}
		limit(complaint, limitAt);
		if (copiedTo != null) {
			log(complaint, EntryKind.COPY, "意见和时限抄报" + title(copiedTo));
		}
		return complaint;
	}

	/** Not to be resolved at this level either. Clauses CC-3.1, CS-1.2. */
	public Complaint passUp(String number, String opinion) {
		Complaint complaint = get(number);
		complaint.passedUp(opinion);
		log(complaint, EntryKind.OPINION, opinion);
		log(complaint, EntryKind.REFERRAL, "本级无法解决，再上报");
		return complaint;
	}

	/**
	 * Somebody has looked whether the result is true. Clauses CC-3.2, CC-5.1.3, CS-3.1.3.
	 */
	public Complaint verify(String number, boolean passed, String how) {
		Complaint complaint = get(number);
		complaint.verified(passed, how);
		if (!passed) {
			this.deadlines.withdraw(number, Purpose.RESULT, "验证未通过");
		}
		log(complaint, EntryKind.VERIFICATION, (passed ? "结果属实：" : "未达到要求，退回处理：") + how);
		return complaint;
	}

	/**
	 * A step of the ladder is due: whoever has the case is reminded, or somebody above
	 * must act, who is told at any hour. It is taken once; who comes too late with it
	 * does nothing. Clauses CC-3.1, CC-3.2, CC-5.1.3, CS-1.1, CS-1.2, CS-3.1.3.
	 * @param holder the role id of whoever has the case
	 * @return whether the step was taken
	 */
	public boolean takeStep(String number, Purpose purpose, Rung rung, String holder) {
		Complaint complaint = get(number);
		CaseDeadline deadline = (purpose == Purpose.FIRST_ANSWER) ? complaint.answerDeadline()
				: complaint.resultDeadline();
		Optional<LadderStep> due = deadline.live().stream().filter((step) -> rung.at(step.percent())).findFirst();
		if (due.isEmpty()) {
			return false;
		}
		LadderStep step = due.get();
		String role = (step.role() != null) ? step.role() : holder;
		boolean warning = rung == Rung.WARNING;
		if (this.deadlines.take(number, purpose, step.percent(), (warning ? "提醒" : "提请督办：") + title(role)).isEmpty()) {
			return false;
		}
		String what = (purpose == Purpose.FIRST_ANSWER) ? "首次答复" : "办结";
		this.notifications.tell(new Message(
				number + "/" + purpose + "/" + step.percent() + "/" + deadline.round() + "/" + step.at(),
				complaint.office(), role, step.urgent(),
				warning ? "投诉临近" + what + "时限，请尽快办理并告知投诉人" : "投诉已超过" + what + "时限，请督办", number, complaint.houseNumber(),
				Optional.ofNullable(complaint.complaintClass()).map(ComplaintClass::label).orElse(null),
				deadline.dueAt()));
		if (warning) {
			log(complaint, EntryKind.WARNING,
					"临近" + what + "时限 " + shown(deadline.dueAt()) + "，请" + title(role) + "尽快办理并告知投诉人");
		}
		return true;
	}

	/**
	 * The handler asks for a later date. The time runs on until it is approved. Clauses
	 * CC-5.1.3, CS-3.1.3.
	 * @throws Refusal (400) where the date is not later than the limit
	 */
	public Complaint askExtension(String number, Instant until, String reason) {
		Complaint complaint = get(number);
		this.deadlines.checkExtension(number, Purpose.RESULT, until);
		complaint.extensionWanted(new ExtensionRequest(until, reason, this.staff.get()));
		log(complaint, EntryKind.LIMIT, "申请延期到 " + shown(until) + "，原因：" + reason);
		return complaint;
	}

	/**
	 * One level up decides on a later date. Clauses CC-5.1.3, CS-3.1.3.
	 * @param granted whether it is approved
	 * @param other another date than was asked for, or null
	 */
	public Complaint decideExtension(String number, boolean granted, Instant other, String opinion) {
		Complaint complaint = get(number);
		ExtensionRequest request = complaint.extensionDecided();
		if (granted) {
			Instant until = (other != null) ? other : request.until();
			this.deadlines.extend(number, Purpose.RESULT, until, request.reason());
			log(complaint, EntryKind.LIMIT, "批准延期到 " + shown(until) + "：" + opinion);
		}
		else {
			log(complaint, EntryKind.LIMIT, "不批准延期：" + opinion);
		}
		return complaint;
	}

	/**
	 * The complainant was told of the later date. Clauses CC-3.4, CS-1.4.
	 * @param telling when and how; its time is null for now
	 * @param remark what he said, or null
	 */
	public Complaint tellExtension(String number, Telling telling, String remark) {
		Complaint complaint = get(number);
		Telling told = telling(complaint, telling.at(), telling.way());
		complaint.told(told);
		answered(complaint, told);
		this.deadlines.told(number, Purpose.RESULT, new Told(told.at(), told.way().label()));
		log(complaint, EntryKind.LIMIT, "延期到 " + shown(complaint.dueAt()) + ((remark != null) ? "；投诉人：" + remark : ""),
				told);
		return complaint;
	}

	/**
	 * Somebody outside must act first: the time stops until this date. Clauses
	 * CC-5.1.2.B, CC-5.1.2.C, CS-3.1.2.B, CS-3.1.2.C.
	 * @param telling how the complainant was told of it, or null where he was not
	 */
	public Complaint pause(String number, PauseCause cause, Instant until, String remark, Telling telling) {
		Complaint complaint = get(number);
		Told told = (telling != null) ? new Told((telling.at() != null) ? telling.at() : now(), telling.way().label())
				: null;
		this.deadlines.pause(number, Purpose.RESULT, cause, until, remark, told);
		log(complaint, EntryKind.LIMIT, cause.label() + "，暂停计时到 " + shown(until) + "：" + remark);
		return complaint;
	}

	/**
	 * The time runs on.
	 * @param note what has come from outside, or null where the date has woken it
	 */
	public Complaint resume(String number, String note) {
		Complaint complaint = get(number);
		this.deadlines.resume(number, Purpose.RESULT);
		log(complaint, EntryKind.LIMIT, (note != null) ? "恢复计时：" + note : "暂停期满，恢复计时");
		return complaint;
	}

	/** The limit has passed and the next superior has stepped in. */
	public Complaint supervise(String number, String instruction) {
		Complaint complaint = get(number);
		log(complaint, EntryKind.SUPERVISION, instruction);
		return complaint;
	}

	/**
	 * The unit that sent the complaint was answered. Clauses CC-5.2, CS-3.2.
	 * @param answerNumber the answer's number, or null
	 * @param at when, or null for now
	 */
	public Complaint answerSender(String number, String answerNumber, String text, Instant at) {
		Complaint complaint = get(number);
		complaint.senderAnswered(answerNumber, text, past(complaint, at));
		log(complaint, EntryKind.SENDER, text);
		return complaint;
	}

	/**
	 * The company's management has read how an outside complaint was handled. Clauses
	 * CC-3.1, CC-5.2, CS-3.2.
	 * @param remark what it says to it, or null
	 */
	public Complaint readOutsideReport(String number, String remark) {
		Complaint complaint = get(number);
		log(complaint, EntryKind.READING, (remark != null) ? "批示：" + remark : "阅知");
		return complaint;
	}

	/**
	 * The result of a class 3 complaint was published. Clauses CC-5.1.2.C, CS-3.1.2.C.
	 */
	public Complaint publish(String number, String text, String where) {
		Complaint complaint = get(number);
		complaint.published(text, where, now());
		log(complaint, EntryKind.PUBLICATION, "公布于" + where);
		return complaint;
	}

	/**
	 * The original has reached who keeps it, the copies are delivered, and the complaint
	 * is closed. Clauses CC-3.2, CC-5.1.2.A, CC-5.2, CS-1.2, CS-3.1.2.A, CS-3.2.
	 * @param receivedAt when the original arrived, or null for now
	 * @param copied whether the copies were handed over
	 * @param remark more about it, or null
	 */
	public Complaint file(String number, Instant receivedAt, String place, boolean copied, String remark) {
		Complaint complaint = get(number);
		this.records.file(complaint,
				(form) -> form.filed(past(complaint, receivedAt), this.staff.get(), place, copied, remark));
		complaint.closed(now(), this.reopenWindow);
		this.records.close(complaint);
		log(complaint, EntryKind.FILING, "原件已签收，存放于" + place);
		return complaint;
	}

	/**
	 * The complainant was asked again, and confirms or wants it taken up again. Clauses
	 * CM-1.3, CM-2.3.
	 * @param improvement what is done so that it does not happen again, or null
	 */
	public Complaint revisit(String number, TellingWay way, boolean reopened, String remark, String improvement) {
		Complaint complaint = get(number);
		complaint.revisited(reopened ? RevisitResult.REOPENED : RevisitResult.CONFIRMED, remark, improvement);
		log(complaint, EntryKind.REVISIT, remark, new Telling(now(), way));
		if (reopened) {
			complaint.reopened(now());
			complaint.limited(this.deadlines.again(complaint.promise(), now()));
			log(complaint, EntryKind.REOPENING, "投诉人要求重新处理，第 " + complaint.reopenedCount() + " 次");
		}
		return complaint;
	}

	/** The time in which the complainant may ask to take it up again is over. */
	public Complaint lapse(String number) {
		Complaint complaint = get(number);
		complaint.revisited(RevisitResult.LAPSED, null, null);
		log(complaint, EntryKind.REVISIT, "回访期满，投诉人没有要求重新处理");
		return complaint;
	}

	/**
	 * The complainant claims compensation. Clause CC-5.5.1.
	 * @param amount in yuan, or null where he names none
	 */
	public Complaint claim(String number, BigDecimal amount) {
		Complaint complaint = get(number);
		complaint.claims(amount, now());
		log(complaint, EntryKind.CLAIM, claimText(complaint));
		return complaint;
	}

	/** The receiver proposes what to do about a claim. Clause CC-5.5.1. */
	public Complaint proposeCompensation(String number, String facts, BigDecimal amount, String proposal) {
		Complaint complaint = get(number);
		complaint.claimProposed(facts, amount, proposal);
		log(complaint, EntryKind.CLAIM, "建议赔偿 " + complaint.claim().proposed().toPlainString() + " 元：" + proposal);
		return complaint;
	}

	/**
	 * The office manager's opinion on a claim. Clause CC-5.5.2.
	 * @param amount in yuan where the opinion is another amount, else null
	 */
	public Complaint decideCompensation(String number, ClaimDecision decision, BigDecimal amount, String opinion) {
		Complaint complaint = get(number);
		complaint.claimDecided(decision, amount, opinion);
		log(complaint, EntryKind.CLAIM,
				decision.label() + " " + complaint.claim().decided().toPlainString() + " 元：" + opinion);
		return complaint;
	}

	/**
	 * How a claim goes on, reported to those above. Clauses CC-5.5.2, CC-5.5.3.
	 * @param reportedTo the role ids that were told
	 * @param paid what was paid in yuan where the claim is settled, else null
	 */
	public Complaint followCompensation(String number, String progress, List<String> reportedTo, BigDecimal paid) {
		Complaint complaint = get(number);
		String told = reportedTo.stream().map(ComplaintService::title).collect(Collectors.joining("、"));
		log(complaint, EntryKind.CLAIM, progress + "（已汇报" + told + "）");
		if (paid != null) {
			complaint.claimSettled(paid, now());
			log(complaint, EntryKind.CLAIM, "索赔已了结，实际赔偿 " + complaint.claim().paid().toPlainString() + " 元");
		}
		return complaint;
	}

	private void limit(Complaint complaint, Instant until) {
		complaint.limited(this.deadlines.setUntil(complaint.promise(), complaint.roundBegan(), until));
		complaint.limitedBy(this.staff.get());
		log(complaint, EntryKind.LIMIT, "办结时限 " + shown(until));
	}

	private Complaint get(String number) {
		return this.complaints.findByNumber(number).orElseThrow(() -> Refusal.notFound("没有找到投诉 " + number + "。"));
	}

	private Telling telling(Complaint complaint, Instant at, TellingWay way) {
		return new Telling(past(complaint, at), way);
	}

	private Instant past(Complaint complaint, Instant at) {
		Instant now = now();
		Instant moment = (at != null) ? at : now;
		if (moment.isAfter(now)) {
			throw new Refusal("填写的时间 " + shown(moment) + " 晚于现在，请更正。");
		}
		if (moment.isBefore(complaint.receivedAt().truncatedTo(ChronoUnit.MINUTES))) {
			throw new Refusal("填写的时间 " + shown(moment) + " 早于收到投诉的时间 " + shown(complaint.receivedAt()) + "，请更正。");
		}
		return moment;
	}

	private void answered(Complaint complaint, Telling telling) {
		this.deadlines.decide(complaint.number(), Purpose.FIRST_ANSWER, telling.at());
	}

	private void log(Complaint complaint, EntryKind kind, String text) {
		log(complaint, kind, text, null);
	}

	private void log(Complaint complaint, EntryKind kind, String text, Telling telling) {
		this.entries.save(new ComplaintEntry(complaint, now(), this.staff.get(), kind, text, telling));
	}

	private static String claimText(Complaint complaint) {
		BigDecimal amount = complaint.claim().claimed();
		return (amount != null) ? "顾客要求赔偿 " + amount.toPlainString() + " 元" : "顾客要求赔偿，未提出金额";
	}

	private static String role(Staff receiver) {
		return Arrays.stream(Role.values())
			.filter((role) -> role != Role.AUDITOR && receiver.has(role.id()))
			.findFirst()
			.map(Role::id)
			.orElseThrow(() -> Refusal.forbidden("您的账号没有岗位，不能登记投诉；请联系管理员。"));
	}

	private static String title(String role) {
		return Role.find(role).map(Role::title).orElse(role);
	}

	private String shown(Instant moment) {
		return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(this.clock.getZone()).format(moment);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
