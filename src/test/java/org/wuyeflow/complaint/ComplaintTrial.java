package org.wuyeflow.complaint;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;

/**
 * Complaints of an office that take the shortest way, each step at a moment of its own.
 */
public final class ComplaintTrial {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final Desk desk;

	private final String office;

	public ComplaintTrial(ProcessEngine engine, String office) {
		this.desk = new Desk(engine);
		this.office = office;
	}

	/** The moment at which the offices' clocks show this. */
	public static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(ZONE).toInstant();
	}

	/** Somebody complains. */
	public Case receive(String at, Object... fields) {
		Desk.setClock(at(at));
		Map<String, Object> form = new HashMap<>(Map.of("channel", "phone", "origin", "office", "complainantKind",
				"owner", "complainantName", "赵铁柱", "complainantPhone", "13900139000", "subject", "楼道灯不亮", "content",
				"赵铁柱说三楼楼道灯不亮，请打 13900139000。", "apologised", true));
		for (int i = 0; i < fields.length; i += 2) {
			form.put((String) fields[i], fields[i + 1]);
		}
		return this.desk.start(this.office.equals("cuihu") ? "front-desk" : "front-desk-" + this.office,
				"complaint-handling", form);
	}

	/** Somebody complains, and it is settled on the spot and closed. */
	public Case settle(String at) {
		Case complaint = receive(at, "settledAtOnce", true, "settlement", "当场换了灯泡");
		complaint.complete("UserTask_AcknowledgeSettlement", Map.of("settlementAccepted", "yes"));
		return complaint;
	}

	/** It is judged as one of class 1, for this department. */
	public void judge(Case complaint, String at, String department) {
		Desk.setClock(at(at));
		complaint.complete("UserTask_ClassifyComplaint", Map.of("complaintValid", "yes", "judgedClass", "1",
				"judgedEffect", "normal", "department", department, "opinion", "请尽快处理"));
		complaint.complete("UserTask_RecordServiceFailing",
				Map.of("responsiblePerson", "朱永刚", "measures", "更换", "plannedOn", at.substring(0, 10)));
	}

	/** It is judged as invalid. */
	public void judgeInvalid(Case complaint, String at) {
		Desk.setClock(at(at));
		complaint.complete("UserTask_ClassifyComplaint", Map.of("complaintValid", "no", "invalidReason", "不属实"));
	}

	/** There is a result, and the complainant says this to it. */
	public void result(Case complaint, String at, String answer) {
		Desk.setClock(at(at));
		complaint.complete("UserTask_HandleComplaint", Map.of("progress", "已换", "nextStep", "result", "result", "灯亮了"));
		Map<String, Object> told = new HashMap<>(Map.of("toldHow", "phone", "complainantAnswer", answer));
		if (answer.equals("dissatisfied")) {
			told.put("answerRemark", "还是不亮");
			told.put("dissatisfiedNext", "back");
		}
		complaint.complete("UserTask_TellResult", told);
	}

	/** Its papers are filed; it is closed. */
	public void file(Case complaint, String at) {
		Desk.setClock(at(at));
		complaint.complete("UserTask_FileForm", Map.of("originalPlace", "二号柜", "copiesDelivered", true));
	}

	/** The complainant wants it taken up again. */
	public void reopen(Case complaint, String at) {
		Desk.setClock(at(at));
		complaint.complete("UserTask_RevisitComplainant",
				Map.of("toldHow", "phone", "revisitResult", "reopened", "revisitRemark", "又不亮了"));
	}

}
