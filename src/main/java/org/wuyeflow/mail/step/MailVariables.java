package org.wuyeflow.mail.step;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;

import org.wuyeflow.process.ProcessVariable;

/**
 * The process variables of mail in custody. A form's keys and the routing variables have
 * different names: what a form submits goes with its transaction, what routes stays.
 */
public final class MailVariables {

	// what forms submit

	public static final ProcessVariable<String> CHECK_RESULT = ProcessVariable.string("checkResult");

	public static final ProcessVariable<String> HOUSE_NUMBER = ProcessVariable.string("houseNumber");

	public static final ProcessVariable<String> UNDELIVERABLE_REASON = ProcessVariable.string("undeliverableReason");

	public static final ProcessVariable<String> CHECK_NOTE = ProcessVariable.string("checkNote");

	public static final ProcessVariable<String> CUSTODY_STEP = ProcessVariable.string("custodyStep");

	public static final ProcessVariable<String> RECEIVER_KIND = ProcessVariable.string("receiverKind");

	public static final ProcessVariable<String> RECEIVER_NAME = ProcessVariable.string("receiverName");

	public static final ProcessVariable<String> DOCUMENT_KIND = ProcessVariable.string("documentKind");

	public static final ProcessVariable<String> DOCUMENT_LAST = ProcessVariable.string("documentLast");

	public static final ProcessVariable<String> OWNER_DOCUMENT_KIND = ProcessVariable.string("ownerDocumentKind");

	public static final ProcessVariable<String> OWNER_DOCUMENT_LAST = ProcessVariable.string("ownerDocumentLast");

	public static final ProcessVariable<String> OWNER_WORD = ProcessVariable.string("ownerWord");

	public static final ProcessVariable<String> SIGNATURE = ProcessVariable.string("signature");

	public static final ProcessVariable<String> PICK_UP_NUMBER = ProcessVariable.string("pickUpNumber");

	public static final ProcessVariable<LocalDate> HOLD_UNTIL = ProcessVariable.date("holdUntil");

	public static final ProcessVariable<String> INCIDENT_KIND = ProcessVariable.string("incidentKind");

	public static final ProcessVariable<String> INCIDENT_NOTE = ProcessVariable.string("incidentNote");

	public static final ProcessVariable<String> CUSTODY_NOTE = ProcessVariable.string("custodyNote");

	public static final ProcessVariable<String> OFFICE = ProcessVariable.string("office");

	public static final ProcessVariable<String> DELIVERY_KIND = ProcessVariable.string("deliveryKind");

	public static final ProcessVariable<String> CARRIER = ProcessVariable.string("carrier");

	public static final ProcessVariable<String> COURIER_SIGNATURE = ProcessVariable.string("courierSignature");

	public static final ProcessVariable<String> DELIVERY_NUMBER = ProcessVariable.string("deliveryNumber");

	public static final ProcessVariable<String> ADDRESS_CLEAR = ProcessVariable.string("addressClear");

	public static final ProcessVariable<String> ADDRESSEE = ProcessVariable.string("addressee");

	public static final ProcessVariable<String> ITEM_KIND = ProcessVariable.string("itemKind");

	public static final ProcessVariable<String> TRACKING_NUMBER = ProcessVariable.string("trackingNumber");

	public static final ProcessVariable<String> SHELF = ProcessVariable.string("shelf");

	public static final ProcessVariable<Boolean> SPOILS = ProcessVariable.bool("spoils");

	public static final ProcessVariable<String> ITEM_CONDITION = ProcessVariable.string("itemCondition");

	public static final ProcessVariable<String> DAMAGE_NOTE = ProcessVariable.string("damageNote");

	public static final ProcessVariable<String> DAMAGE_DETAIL = ProcessVariable.string("damageDetail");

	public static final ProcessVariable<String> DAMAGE_SIGNATURE = ProcessVariable.string("damageSignature");

	public static final ProcessVariable<String> POST_HELP = ProcessVariable.string("postHelp");

	public static final ProcessVariable<String> TOLD_HOW = ProcessVariable.string("toldHow");

	public static final ProcessVariable<LocalDateTime> TOLD_AT = ProcessVariable.dateTime("toldAt");

	public static final ProcessVariable<String> DAMAGE_DECISION = ProcessVariable.string("damageDecision");

	public static final ProcessVariable<String> RETURN_STEP = ProcessVariable.string("returnStep");

	public static final ProcessVariable<String> POST_CLERK = ProcessVariable.string("postClerk");

	public static final ProcessVariable<LocalDateTime> RETURNED_AT = ProcessVariable.dateTime("returnedAt");

	public static final ProcessVariable<String> RETURN_REMARK = ProcessVariable.string("returnRemark");

	public static final ProcessVariable<String> INCIDENT_FINDING = ProcessVariable.string("incidentFinding");

	public static final ProcessVariable<Boolean> OWNER_TOLD = ProcessVariable.bool("ownerTold");

	public static final ProcessVariable<String> INCIDENT_RESULT = ProcessVariable.string("incidentResult");

	public static final ProcessVariable<String> INSTRUCTION = ProcessVariable.string("instruction");

	public static final ProcessVariable<String> TELL_OUTCOME = ProcessVariable.string("tellOutcome");

	public static final ProcessVariable<String> TELL_NOTE = ProcessVariable.string("tellNote");

	/** Why a wrong hand-over is undone; goes with the message that starts the process. */
	public static final ProcessVariable<String> UNDONE_REASON = ProcessVariable.string("undoneReason");

	// what routes

	public static final ProcessVariable<String> BUSINESS_NUMBER = ProcessVariable.string("businessNumber");

	public static final ProcessVariable<String> HOUSE = ProcessVariable.string("house");

	public static final ProcessVariable<String> CLASS_NAME = ProcessVariable.string("className");

	public static final ProcessVariable<String> OFFICE_ID = ProcessVariable.string("officeId");

	public static final ProcessVariable<String> OFFICE_KIND = ProcessVariable.string("officeKind");

	public static final ProcessVariable<String> MAIL_KIND = ProcessVariable.string("mailKind");

	public static final ProcessVariable<Boolean> PERISHABLE = ProcessVariable.bool("perishable");

	public static final ProcessVariable<String> KEEP_ROLE = ProcessVariable.string("keepRole");

	public static final ProcessVariable<String> TELL_ROLE = ProcessVariable.string("tellRole");

	public static final ProcessVariable<String> SUPERVISE_ROLE = ProcessVariable.string("superviseRole");

	public static final ProcessVariable<String> INCIDENT_ROLE = ProcessVariable.string("incidentRole");

	public static final ProcessVariable<String> HOUSE_SHOWN = ProcessVariable.string("houseShown");

	public static final ProcessVariable<Integer> MAIL_PRIORITY = ProcessVariable.integer("mailPriority");

	public static final ProcessVariable<Boolean> DAMAGE_OPEN = ProcessVariable.bool("damageOpen");

	public static final ProcessVariable<Boolean> IN_CUSTODY = ProcessVariable.bool("inCustody");

	public static final ProcessVariable<Boolean> ADDRESSEE_UNCLEAR = ProcessVariable.bool("addresseeUnclear");

	public static final ProcessVariable<Date> TELL_BY = new ProcessVariable<>("tellBy", Date.class);

	public static final ProcessVariable<Date> NOTICE_AT = new ProcessVariable<>("noticeAt", Date.class);

	public static final ProcessVariable<Date> ANNOUNCE_AT = new ProcessVariable<>("announceAt", Date.class);

	public static final ProcessVariable<Date> RETURN_AT = new ProcessVariable<>("returnAt", Date.class);

	public static final ProcessVariable<Date> RETURN_WARN_AT = new ProcessVariable<>("returnWarnAt", Date.class);

	public static final ProcessVariable<Date> RETURN_DUE_AT = new ProcessVariable<>("returnDueAt", Date.class);

	public static final ProcessVariable<String> CUSTODY_RESULT = ProcessVariable.string("custodyResult");

	public static final ProcessVariable<String> TELL_RESULT = ProcessVariable.string("tellResult");

	public static final ProcessVariable<String> RETURN_RESULT = ProcessVariable.string("returnResult");

	private MailVariables() {
	}

}
