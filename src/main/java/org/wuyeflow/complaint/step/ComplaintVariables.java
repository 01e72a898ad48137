package org.wuyeflow.complaint.step;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;

import org.wuyeflow.process.ProcessVariable;

/**
 * The process variables of the complaint. A form's keys and the routing variables have
 * different names: what a form submits goes with its transaction, what routes stays.
 */
public final class ComplaintVariables {

	// what forms submit

	public static final ProcessVariable<String> OFFICE = ProcessVariable.string("office");

	public static final ProcessVariable<String> ORIGIN = ProcessVariable.string("origin");

	public static final ProcessVariable<String> CHANNEL = ProcessVariable.string("channel");

	public static final ProcessVariable<String> SENDER_NAME = ProcessVariable.string("senderName");

	public static final ProcessVariable<String> DOCUMENT_NUMBER = ProcessVariable.string("documentNumber");

	public static final ProcessVariable<String> COMPLAINANT_KIND = ProcessVariable.string("complainantKind");

	public static final ProcessVariable<String> COMPLAINANT_NAME = ProcessVariable.string("complainantName");

	public static final ProcessVariable<String> COMPLAINANT_PHONE = ProcessVariable.string("complainantPhone");

	public static final ProcessVariable<String> HOUSE_NUMBER = ProcessVariable.string("houseNumber");

	public static final ProcessVariable<String> SUBJECT = ProcessVariable.string("subject");

	public static final ProcessVariable<String> CONTENT = ProcessVariable.string("content");

	public static final ProcessVariable<LocalDateTime> RECEIVED_AT = ProcessVariable.dateTime("receivedAt");

	public static final ProcessVariable<Boolean> APOLOGISED = ProcessVariable.bool("apologised");

	public static final ProcessVariable<Boolean> CLAIMS_COMPENSATION = ProcessVariable.bool("claimsCompensation");

	public static final ProcessVariable<BigDecimal> COMPENSATION_AMOUNT = ProcessVariable.decimal("compensationAmount");

	public static final ProcessVariable<Boolean> SETTLED_AT_ONCE = ProcessVariable.bool("settledAtOnce");

	public static final ProcessVariable<String> SETTLEMENT = ProcessVariable.string("settlement");

	public static final ProcessVariable<String> SETTLEMENT_ACCEPTED = ProcessVariable.string("settlementAccepted");

	public static final ProcessVariable<String> SETTLEMENT_REMARK = ProcessVariable.string("settlementRemark");

	public static final ProcessVariable<String> COMPLAINT_VALID = ProcessVariable.string("complaintValid");

	public static final ProcessVariable<String> INVALID_REASON = ProcessVariable.string("invalidReason");

	public static final ProcessVariable<String> JUDGED_CLASS = ProcessVariable.string("judgedClass");

	public static final ProcessVariable<String> JUDGED_EFFECT = ProcessVariable.string("judgedEffect");

	public static final ProcessVariable<Boolean> JUDGED_DIFFICULT = ProcessVariable.bool("judgedDifficult");

	public static final ProcessVariable<String> DEPARTMENT = ProcessVariable.string("department");

	public static final ProcessVariable<String> OPINION = ProcessVariable.string("opinion");

	public static final ProcessVariable<LocalDateTime> LIMIT_AT = ProcessVariable.dateTime("limitAt");

	public static final ProcessVariable<String> EXPLANATION = ProcessVariable.string("explanation");

	public static final ProcessVariable<String> EXPLANATION_ACCEPTED = ProcessVariable.string("explanationAccepted");

	public static final ProcessVariable<String> TOLD_HOW = ProcessVariable.string("toldHow");

	public static final ProcessVariable<LocalDateTime> TOLD_AT = ProcessVariable.dateTime("toldAt");

	public static final ProcessVariable<String> RESPONSIBLE_PERSON = ProcessVariable.string("responsiblePerson");

	public static final ProcessVariable<String> MEASURES = ProcessVariable.string("measures");

	public static final ProcessVariable<LocalDate> PLANNED_ON = ProcessVariable.date("plannedOn");

	public static final ProcessVariable<String> DEFECT_PLACE = ProcessVariable.string("defectPlace");

	public static final ProcessVariable<String> BUILDER = ProcessVariable.string("builder");

	public static final ProcessVariable<String> DEFECT = ProcessVariable.string("defect");

	public static final ProcessVariable<String> CUSTOMER_WISH = ProcessVariable.string("customerWish");

	public static final ProcessVariable<LocalDate> WARRANTY_UNTIL = ProcessVariable.date("warrantyUntil");

	public static final ProcessVariable<String> AUTHORITY = ProcessVariable.string("authority");

	public static final ProcessVariable<String> DUTY_NOTE = ProcessVariable.string("dutyNote");

	public static final ProcessVariable<String> REPORT_NUMBER = ProcessVariable.string("reportNumber");

	public static final ProcessVariable<String> REPORT_RECIPIENT = ProcessVariable.string("reportRecipient");

	public static final ProcessVariable<String> REPORT_TEXT = ProcessVariable.string("reportText");

	public static final ProcessVariable<String> FORWARDED_TO = ProcessVariable.string("forwardedTo");

	public static final ProcessVariable<LocalDateTime> FORWARDED_AT = ProcessVariable.dateTime("forwardedAt");

	public static final ProcessVariable<String> FORWARD_REMARK = ProcessVariable.string("forwardRemark");

	public static final ProcessVariable<String> PROGRESS = ProcessVariable.string("progress");

	public static final ProcessVariable<Boolean> COMPLAINANT_TOLD = ProcessVariable.bool("complainantTold");

	public static final ProcessVariable<String> NEXT_STEP = ProcessVariable.string("nextStep");

	public static final ProcessVariable<String> RESULT = ProcessVariable.string("result");

	public static final ProcessVariable<LocalDateTime> EXTENSION_UNTIL = ProcessVariable.dateTime("extensionUntil");

	public static final ProcessVariable<String> EXTENSION_REASON = ProcessVariable.string("extensionReason");

	public static final ProcessVariable<String> PAUSE_CAUSE = ProcessVariable.string("pauseCause");

	public static final ProcessVariable<LocalDateTime> PAUSE_UNTIL = ProcessVariable.dateTime("pauseUntil");

	public static final ProcessVariable<String> PAUSE_REMARK = ProcessVariable.string("pauseRemark");

	public static final ProcessVariable<String> RESUME_NOTE = ProcessVariable.string("resumeNote");

	public static final ProcessVariable<String> EXTENSION_DECISION = ProcessVariable.string("extensionDecision");

	public static final ProcessVariable<LocalDateTime> EXTENSION_GRANTED_UNTIL = ProcessVariable
		.dateTime("extensionGrantedUntil");

	public static final ProcessVariable<String> EXTENSION_OPINION = ProcessVariable.string("extensionOpinion");

	public static final ProcessVariable<String> COMPLAINANT_ANSWER = ProcessVariable.string("complainantAnswer");

	public static final ProcessVariable<String> ANSWER_REMARK = ProcessVariable.string("answerRemark");

	public static final ProcessVariable<String> DISSATISFIED_NEXT = ProcessVariable.string("dissatisfiedNext");

	public static final ProcessVariable<String> AUTHORITY_DECISION = ProcessVariable.string("authorityDecision");

	public static final ProcessVariable<String> RESULT_VERIFIED = ProcessVariable.string("resultVerified");

	public static final ProcessVariable<String> VERIFICATION = ProcessVariable.string("verification");

	public static final ProcessVariable<String> INSTRUCTION = ProcessVariable.string("instruction");

	public static final ProcessVariable<String> ANSWER_NUMBER = ProcessVariable.string("answerNumber");

	public static final ProcessVariable<LocalDateTime> ANSWERED_AT = ProcessVariable.dateTime("answeredAt");

	public static final ProcessVariable<String> ANSWER_TEXT = ProcessVariable.string("answerText");

	public static final ProcessVariable<String> READING_REMARK = ProcessVariable.string("readingRemark");

	public static final ProcessVariable<String> PUBLICATION = ProcessVariable.string("publication");

	public static final ProcessVariable<String> PUBLISHED_WHERE = ProcessVariable.string("publishedWhere");

	public static final ProcessVariable<LocalDateTime> ORIGINAL_RECEIVED_AT = ProcessVariable
		.dateTime("originalReceivedAt");

	public static final ProcessVariable<String> ORIGINAL_PLACE = ProcessVariable.string("originalPlace");

	public static final ProcessVariable<Boolean> COPIES_DELIVERED = ProcessVariable.bool("copiesDelivered");

	public static final ProcessVariable<String> FILING_REMARK = ProcessVariable.string("filingRemark");

	public static final ProcessVariable<String> REVISIT_RESULT = ProcessVariable.string("revisitResult");

	public static final ProcessVariable<String> REVISIT_REMARK = ProcessVariable.string("revisitRemark");

	public static final ProcessVariable<String> IMPROVEMENT = ProcessVariable.string("improvement");

	public static final ProcessVariable<String> COMPENSATION_FACTS = ProcessVariable.string("compensationFacts");

	public static final ProcessVariable<BigDecimal> COMPENSATION_PROPOSED = ProcessVariable
		.decimal("compensationProposed");

	public static final ProcessVariable<String> COMPENSATION_PROPOSAL = ProcessVariable.string("compensationProposal");

	public static final ProcessVariable<String> COMPENSATION_DECISION = ProcessVariable.string("compensationDecision");

	public static final ProcessVariable<BigDecimal> COMPENSATION_DECIDED = ProcessVariable
		.decimal("compensationDecided");

	public static final ProcessVariable<String> COMPENSATION_OPINION = ProcessVariable.string("compensationOpinion");

	public static final ProcessVariable<String> COMPENSATION_PROGRESS = ProcessVariable.string("compensationProgress");

	public static final ProcessVariable<List<?>> REPORTED_TO = ProcessVariable.list("reportedTo");

	public static final ProcessVariable<String> COMPENSATION_NEXT = ProcessVariable.string("compensationNext");

	public static final ProcessVariable<BigDecimal> COMPENSATION_PAID = ProcessVariable.decimal("compensationPaid");

	public static final ProcessVariable<LocalDate> SUMMARY_DAY = ProcessVariable.date("summaryDay");

	public static final ProcessVariable<String> SITUATION = ProcessVariable.string("situation");

	public static final ProcessVariable<String> LATE_CAUSES = ProcessVariable.string("lateCauses");

	public static final ProcessVariable<String> PUBLIC_STATEMENT = ProcessVariable.string("publicStatement");

	public static final ProcessVariable<String> SUMMARY_DECISION = ProcessVariable.string("summaryDecision");

	public static final ProcessVariable<String> SUMMARY_REMARK = ProcessVariable.string("summaryRemark");

	// what routes: neither names nor free text

	public static final ProcessVariable<String> PERIOD = ProcessVariable.string("period");

	public static final ProcessVariable<LocalDate> PERIOD_FIRST = ProcessVariable.date("periodFirst");

	public static final ProcessVariable<String> COPY_KEPT_BY = ProcessVariable.string("copyKeptBy");

	public static final ProcessVariable<String> EDITION = ProcessVariable.string("edition");

	public static final ProcessVariable<String> SOURCE = ProcessVariable.string("source");

	public static final ProcessVariable<String> RECEIVER_ROLE = ProcessVariable.string("receiverRole");

	public static final ProcessVariable<String> SUPERIOR_ROLE = ProcessVariable.string("superiorRole");

	public static final ProcessVariable<Boolean> SETTLED_ON_SPOT = ProcessVariable.bool("settledOnSpot");

	public static final ProcessVariable<String> COMPLAINT_CLASS = ProcessVariable.string("complaintClass");

	public static final ProcessVariable<String> EFFECT = ProcessVariable.string("effect");

	public static final ProcessVariable<Boolean> DIFFICULT = ProcessVariable.bool("difficult");

	public static final ProcessVariable<String> HANDLING_ROLE = ProcessVariable.string("handlingRole");

	public static final ProcessVariable<String> RECORD_FORM = ProcessVariable.string("recordForm");

	public static final ProcessVariable<String> RECORDER_ROLE = ProcessVariable.string("recorderRole");

	public static final ProcessVariable<String> REPORT_TO = ProcessVariable.string("reportTo");

	public static final ProcessVariable<String> COPIED_TO = ProcessVariable.string("copiedTo");

	public static final ProcessVariable<String> ORIGINAL_HOLDER_ROLE = ProcessVariable.string("originalHolderRole");

	public static final ProcessVariable<String> COPY_HOLDER_ROLE = ProcessVariable.string("copyHolderRole");

	public static final ProcessVariable<Boolean> PUBLISH_RESULT = ProcessVariable.bool("publishResult");

	public static final ProcessVariable<String> AUTHORITY_ROLE = ProcessVariable.string("authorityRole");

	public static final ProcessVariable<String> TOP_ROLE = ProcessVariable.string("topRole");

	public static final ProcessVariable<String> TRACKER_ROLE = ProcessVariable.string("trackerRole");

	public static final ProcessVariable<String> VERIFIER_ROLE = ProcessVariable.string("verifierRole");

	public static final ProcessVariable<String> COPIED_ROLE = ProcessVariable.string("copiedRole");

	public static final ProcessVariable<Boolean> VERIFICATION_NEEDED = ProcessVariable.bool("verificationNeeded");

	public static final ProcessVariable<Date> WARN_AT = new ProcessVariable<>("warnAt", Date.class);

	public static final ProcessVariable<Date> DUE_AT = new ProcessVariable<>("dueAt", Date.class);

	public static final ProcessVariable<Date> SECOND_AT = new ProcessVariable<>("secondAt", Date.class);

	public static final ProcessVariable<Date> ANSWER_WARN_AT = new ProcessVariable<>("answerWarnAt", Date.class);

	public static final ProcessVariable<Date> ANSWER_DUE_AT = new ProcessVariable<>("answerDueAt", Date.class);

	public static final ProcessVariable<Date> JUDGE_WARN_AT = new ProcessVariable<>("judgeWarnAt", Date.class);

	public static final ProcessVariable<Date> JUDGE_BY = new ProcessVariable<>("judgeBy", Date.class);

	public static final ProcessVariable<Date> PAUSED_UNTIL = new ProcessVariable<>("pausedUntil", Date.class);

	public static final ProcessVariable<String> ANSWER_ROLE = ProcessVariable.string("answerRole");

	public static final ProcessVariable<String> SECOND_ROLE = ProcessVariable.string("secondRole");

	public static final ProcessVariable<String> ESCALATION_ROLE = ProcessVariable.string("escalationRole");

	public static final ProcessVariable<Date> REVISIT_UNTIL = new ProcessVariable<>("revisitUntil", Date.class);

	public static final ProcessVariable<Boolean> COMPENSATION_CLAIMED = ProcessVariable.bool("compensationClaimed");

	public static final ProcessVariable<String> BUSINESS_NUMBER = ProcessVariable.string("businessNumber");

	public static final ProcessVariable<String> HOUSE = ProcessVariable.string("house");

	public static final ProcessVariable<String> CLASS_NAME = ProcessVariable.string("className");

	private ComplaintVariables() {
	}

}
