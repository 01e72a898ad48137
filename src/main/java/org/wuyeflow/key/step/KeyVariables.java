package org.wuyeflow.key.step;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;

import org.wuyeflow.process.ProcessVariable;

/**
 * The process variables of the key procedures. A form's keys and the routing variables
 * have different names: what a form submits goes with its transaction, what routes stays.
 */
public final class KeyVariables {

	// what forms submit

	public static final ProcessVariable<Boolean> ACCOMPANIED = ProcessVariable.bool("accompanied");

	public static final ProcessVariable<String> ANSWER_WAY = ProcessVariable.string("answerWay");

	public static final ProcessVariable<String> APPROVAL = ProcessVariable.string("approval");

	public static final ProcessVariable<String> APPROVAL_OPINION = ProcessVariable.string("approvalOpinion");

	public static final ProcessVariable<String> BORROWER_KIND = ProcessVariable.string("borrowerKind");

	public static final ProcessVariable<String> BORROWER_NAME = ProcessVariable.string("borrowerName");

	public static final ProcessVariable<String> BORROWER_PHONE = ProcessVariable.string("borrowerPhone");

	public static final ProcessVariable<Boolean> BORROWER_SIGNED = ProcessVariable.bool("borrowerSigned");

	public static final ProcessVariable<Boolean> BOTH_SIGNED = ProcessVariable.bool("bothSigned");

	public static final ProcessVariable<String> BROUGHT_BY = ProcessVariable.string("broughtBy");

	public static final ProcessVariable<String> CABINET = ProcessVariable.string("cabinet");

	public static final ProcessVariable<Integer> CARDS = ProcessVariable.integer("cards");

	public static final ProcessVariable<String> CHASE_NOTE = ProcessVariable.string("chaseNote");

	public static final ProcessVariable<String> CHASE_RESULT = ProcessVariable.string("chaseResult");

	public static final ProcessVariable<String> CONCLUSION = ProcessVariable.string("conclusion");

	public static final ProcessVariable<String> CONDITIONS = ProcessVariable.string("conditions");

	public static final ProcessVariable<String> CONFIRMATION_TEXT = ProcessVariable.string("confirmationText");

	public static final ProcessVariable<String> CONSENT_MATTER = ProcessVariable.string("consentMatter");

	public static final ProcessVariable<BigDecimal> COST = ProcessVariable.decimal("cost");

	public static final ProcessVariable<String> COST_BEARER = ProcessVariable.string("costBearer");

	public static final ProcessVariable<String> COUNT_REMARK = ProcessVariable.string("countRemark");

	public static final ProcessVariable<String> COUNT_RESULT = ProcessVariable.string("countResult");

	public static final ProcessVariable<Integer> COUNTED_KEYS = ProcessVariable.integer("countedKeys");

	public static final ProcessVariable<String> CUSTOMER_NAME = ProcessVariable.string("customerName");

	public static final ProcessVariable<String> CUSTOMER_PHONE = ProcessVariable.string("customerPhone");

	public static final ProcessVariable<String> DECISION_TEXT = ProcessVariable.string("decisionText");

	public static final ProcessVariable<String> DIFFERENCE_KIND = ProcessVariable.string("differenceKind");

	public static final ProcessVariable<String> DIFFERENCE_TEXT = ProcessVariable.string("differenceText");

	public static final ProcessVariable<List<?>> DOORS = ProcessVariable.list("doors");

	public static final ProcessVariable<String> EMERGENCY_KIND = ProcessVariable.string("emergencyKind");

	public static final ProcessVariable<LocalDateTime> ENTER_FROM = ProcessVariable.dateTime("enterFrom");

	public static final ProcessVariable<LocalDateTime> ENTER_UNTIL = ProcessVariable.dateTime("enterUntil");

	public static final ProcessVariable<String> ENTERER = ProcessVariable.string("enterer");

	public static final ProcessVariable<Integer> ENTRANCE_KEYS = ProcessVariable.integer("entranceKeys");

	public static final ProcessVariable<String> EXPLANATION = ProcessVariable.string("explanation");

	public static final ProcessVariable<List<?>> FAULTY_DOORS = ProcessVariable.list("faultyDoors");

	public static final ProcessVariable<Boolean> HANDED_OVER = ProcessVariable.bool("handedOver");

	public static final ProcessVariable<String> HOOK = ProcessVariable.string("hook");

	public static final ProcessVariable<String> HOUSE_NUMBER = ProcessVariable.string("houseNumber");

	public static final ProcessVariable<String> IDENTITY_KIND = ProcessVariable.string("identityKind");

	public static final ProcessVariable<String> IDENTITY_LAST_FOUR = ProcessVariable.string("identityLastFour");

	public static final ProcessVariable<List<?>> INCIDENT_DOORS = ProcessVariable.list("incidentDoors");

	public static final ProcessVariable<String> INCIDENT_KIND = ProcessVariable.string("incidentKind");

	public static final ProcessVariable<String> INCIDENT_TEXT = ProcessVariable.string("incidentText");

	public static final ProcessVariable<String> INSTRUCTION = ProcessVariable.string("instruction");

	public static final ProcessVariable<Boolean> IS_EMERGENCY = ProcessVariable.bool("isEmergency");

	public static final ProcessVariable<Boolean> IS_PROXY = ProcessVariable.bool("isProxy");

	public static final ProcessVariable<String> ISSUE_DECISION = ProcessVariable.string("issueDecision");

	public static final ProcessVariable<String> ISSUE_REMARK = ProcessVariable.string("issueRemark");

	public static final ProcessVariable<String> KEYS_REMARK = ProcessVariable.string("keysRemark");

	public static final ProcessVariable<String> LATE_REASON = ProcessVariable.string("lateReason");

	public static final ProcessVariable<String> LETTER_NUMBER = ProcessVariable.string("letterNumber");

	public static final ProcessVariable<Integer> MAILBOX_KEYS = ProcessVariable.integer("mailboxKeys");

	public static final ProcessVariable<LocalDate> MOVED_IN_ON = ProcessVariable.date("movedInOn");

	public static final ProcessVariable<LocalDateTime> NEEDED_UNTIL = ProcessVariable.dateTime("neededUntil");

	public static final ProcessVariable<String> NEW_KEEPER = ProcessVariable.string("newKeeper");

	public static final ProcessVariable<String> NUMBER_DIALLED = ProcessVariable.string("numberDialled");

	public static final ProcessVariable<String> OFFICE = ProcessVariable.string("office");

	public static final ProcessVariable<String> ORDER_CONFIRMATION = ProcessVariable.string("orderConfirmation");

	public static final ProcessVariable<String> ORDER_DECISION = ProcessVariable.string("orderDecision");

	public static final ProcessVariable<String> ORDER_GIVER = ProcessVariable.string("orderGiver");

	public static final ProcessVariable<String> ORDER_TEXT = ProcessVariable.string("orderText");

	public static final ProcessVariable<String> ORDER_WAY = ProcessVariable.string("orderWay");

	public static final ProcessVariable<String> ORGANISATION = ProcessVariable.string("organisation");

	public static final ProcessVariable<String> OWNER_ANSWER = ProcessVariable.string("ownerAnswer");

	public static final ProcessVariable<Boolean> OWNER_SIGNED = ProcessVariable.bool("ownerSigned");

	public static final ProcessVariable<String> OWNER_WORDS = ProcessVariable.string("ownerWords");

	public static final ProcessVariable<LocalDate> PROLONGED_UNTIL = ProcessVariable.date("prolongedUntil");

	public static final ProcessVariable<String> PROXY_LETTER = ProcessVariable.string("proxyLetter");

	public static final ProcessVariable<String> PURPOSE = ProcessVariable.string("purpose");

	public static final ProcessVariable<String> PURPOSE_TEXT = ProcessVariable.string("purposeText");

	public static final ProcessVariable<String> RECALL_NOTE = ProcessVariable.string("recallNote");

	public static final ProcessVariable<String> REMEDY = ProcessVariable.string("remedy");

	public static final ProcessVariable<String> REMEDY_TEXT = ProcessVariable.string("remedyText");

	public static final ProcessVariable<String> RETURN_REMARK = ProcessVariable.string("returnRemark");

	public static final ProcessVariable<String> RETURN_RESULT = ProcessVariable.string("returnResult");

	public static final ProcessVariable<List<?>> RETURNED_DOORS = ProcessVariable.list("returnedDoors");

	public static final ProcessVariable<Integer> ROOM_KEYS = ProcessVariable.integer("roomKeys");

	public static final ProcessVariable<String> SEAL = ProcessVariable.string("seal");

	public static final ProcessVariable<String> SECOND_PERSON = ProcessVariable.string("secondPerson");

	public static final ProcessVariable<String> SHORTAGE = ProcessVariable.string("shortage");

	public static final ProcessVariable<String> SOUNDNESS = ProcessVariable.string("soundness");

	public static final ProcessVariable<String> STOCKTAKE_REASON = ProcessVariable.string("stocktakeReason");

	public static final ProcessVariable<Integer> STORAGE_KEYS = ProcessVariable.integer("storageKeys");

	public static final ProcessVariable<Boolean> TAKEN_OVER = ProcessVariable.bool("takenOver");

	public static final ProcessVariable<String> TAKER_NAME = ProcessVariable.string("takerName");

	public static final ProcessVariable<String> TELLING_TEXT = ProcessVariable.string("tellingText");

	public static final ProcessVariable<String> TOLD_HOW = ProcessVariable.string("toldHow");

	public static final ProcessVariable<String> USE_PURPOSE = ProcessVariable.string("usePurpose");

	public static final ProcessVariable<LocalDate> VALID_UNTIL = ProcessVariable.date("validUntil");

	public static final ProcessVariable<String> WITHDRAWAL_REASON = ProcessVariable.string("withdrawalReason");

	public static final ProcessVariable<String> WITHDRAWAL_WORDS = ProcessVariable.string("withdrawalWords");

	public static final ProcessVariable<String> WITHIN_SCHEME = ProcessVariable.string("withinScheme");

	public static final ProcessVariable<String> WITNESS = ProcessVariable.string("witness");

	// what routes: neither names nor free text

	public static final ProcessVariable<String> BUSINESS_NUMBER = ProcessVariable.string("businessNumber");

	public static final ProcessVariable<String> HOUSE = ProcessVariable.string("house");

	public static final ProcessVariable<String> CLASS_NAME = ProcessVariable.string("className");

	public static final ProcessVariable<String> APPROVER_ROLES = ProcessVariable.string("approverRoles");

	public static final ProcessVariable<Date> CHASE_AT = new ProcessVariable<>("chaseAt", Date.class);

	public static final ProcessVariable<String> HOUSE_STATE = ProcessVariable.string("houseState");

	public static final ProcessVariable<Boolean> EMERGENCY_USE = ProcessVariable.bool("emergencyUse");

	public static final ProcessVariable<Boolean> AGREED_BEFOREHAND = ProcessVariable.bool("agreedBeforehand");

	public static final ProcessVariable<String> PERMISSION = ProcessVariable.string("permission");

	public static final ProcessVariable<Date> TELL_OWNER_BY = new ProcessVariable<>("tellOwnerBy", Date.class);

	public static final ProcessVariable<Date> WARN_AT = new ProcessVariable<>("warnAt", Date.class);

	public static final ProcessVariable<Date> DUE_AT = new ProcessVariable<>("dueAt", Date.class);

	public static final ProcessVariable<Date> MANAGER_AT = new ProcessVariable<>("managerAt", Date.class);

	public static final ProcessVariable<String> LOAN_NUMBER = ProcessVariable.string("loanNumber");

	public static final ProcessVariable<String> CONSENT_GIVEN = ProcessVariable.string("consentGiven");

	public static final ProcessVariable<Boolean> ACCOMPANIED_USE = ProcessVariable.bool("accompaniedUse");

	public static final ProcessVariable<Date> ANSWER_BY = new ProcessVariable<>("answerBy", Date.class);

	public static final ProcessVariable<String> INCIDENT_NUMBER = ProcessVariable.string("incidentNumber");

	public static final ProcessVariable<String> INCIDENT_TYPE = ProcessVariable.string("incidentType");

	public static final ProcessVariable<Boolean> INCIDENT_OPENED = ProcessVariable.bool("incidentOpened");

	public static final ProcessVariable<Boolean> HANDOVER = ProcessVariable.bool("handover");

	private KeyVariables() {
	}

}
