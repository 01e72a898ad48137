package org.wuyeflow.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The master list of the quality-record forms (质量记录清单): the one place that says which
 * forms there are, who reads their registers and who signs them. An entity says by
 * {@link RecordOf} whose rows it holds; a form without an entity belongs to a procedure
 * that does not run here yet, and its register is empty.
 */
public enum QualityForm {

	/** Keys that customers handed over. */
	KEY_LIST("顾客钥匙清单", "WY7.5.4-G01-F1", "YS", 3, Procedure.EXTERNAL_PROPERTY,
			"CP-5.3.2.C CP-5.3.2.D1 CP-5.3.2.D2 CP-6.F1 PP-5.2", FormReaders.KEYS, "领用人 归还人 钥匙管理员"),

	/** Letters of entrustment for keys. */
	KEY_ENTRUSTMENT("顾客委托钥匙登记表", "WY7.5.4-G01-F2", "YW", 3, Procedure.EXTERNAL_PROPERTY, "CP-5.3.2.B CP-6.F2",
			FormReaders.KEYS, "委托人（业主） 经办人 钥匙管理员"),

	/** Mail signed for on behalf of customers. */
	MAIL_RECEIPT("邮件签收表", "WY7.5.4-G01-F3", "YJ", 3, Procedure.EXTERNAL_PROPERTY,
			"CP-5.3.3.B CP-5.3.3.C CP-5.3.3.D CP-5.3.3.E CP-6.F3 PP-5.3.2 PP-5.3.3 PP-5.3.4 PP-5.3.5 PP-5.3.6 PP-7.F1",
			FormReaders.MAIL, "收件人 邮件管理员 邮局工作人员"),

	/** How a complaint was followed up, edition {@code opinion}. */
	COMPLAINT_FOLLOWUP("客户投诉及建议跟进处理表", "WY8.3-G01-F1", "GJ", 5, Procedure.COMPLAINT_OPINION,
			"CC-3.2 CC-3.3 CC-3.4 CC-5.1.2 CC-5.1.2.A CC-5.1.3 CC-5.2 CC-5.4 CC-5.5.1 CC-5.5.2 CC-5.5.3 CC-6.F1",
			FormReaders.ALL_POSTS, "投诉人 跟进人 客户服务负责人"),

	/** An opinion asked for or received. */
	CUSTOMER_OPINION("客户意见征询表", "WY8.3-G01-F2", "ZX", 5, Procedure.COMPLAINT_OPINION, "CC-5.1.2.B CC-6.F2",
			FormReaders.SERVICE_AND_TRADES, "顾客 前台信息管理员 客户服务负责人"),

	/** A complaint or a suggestion, edition {@code suggestion}. */
	COMPLAINT_RECORD("顾客投诉(建议)记录表", null, "TJ", 5, Procedure.COMPLAINT_SUGGESTION,
			"CS-1.2 CS-1.3 CS-1.4 CS-3.1.2 CS-3.1.2.A CS-3.1.3 CS-3.2 CS-3.5 CS-4.F1 CM-2.4", FormReaders.ALL_POSTS,
			"投诉人 跟进人 管理处经理"),

	/** Works that the builder left undone. */
	LEFTOVER_WORKS("工程遗留问题处理记录表", null, "YL", 5, Procedure.COMPLAINT_SUGGESTION, "CS-3.1.2.B",
			FormReaders.SERVICE_AND_TRADES, "顾客 客户服务助理 责任单位"),

	/** What happened on duty. */
	DUTY_LOG("值班记录表", null, "ZB", 3, Procedure.COMMUNICATION, "CC-5.1.2.C CS-3.1.2.C CM-2.1", FormReaders.ALL_POSTS,
			"值班人 接班人"),

	/** Follow-up calls after repairs. */
	SERVICE_FOLLOWUP("维修服务及回访记录表", null, "HF", 3, Procedure.COMMUNICATION, "CM-2.2 CM-3.F4",
			FormReaders.SERVICE_AND_TRADES, "顾客 维修人 回访人"),

	/** Community activities. */
	COMMUNITY_ACTIVITY("社区文化活动记录表", null, "HD", 3, Procedure.COMMUNICATION, "CM-2.9 CM-3.F1", FormReaders.ALL_POSTS,
			"组织人 管理处经理"),

	/** Reports to the owners. */
	SERVICE_REPORT("管理服务报告", null, "BG", 5, Procedure.COMMUNICATION, "CM-2.6 CM-3.F2", FormReaders.ALL_POSTS,
			"编制人 管理处经理"),

	/** Briefings for the owners. */
	WORK_BRIEFING("物业管理工作简报", null, "JB", 3, Procedure.COMMUNICATION, "CM-2.6b CM-3.F3", FormReaders.SERVICE,
			"编制人 管理处经理 委托方签收"),

	/** Meetings with the owners' committee. */
	COMMITTEE_MINUTES("业委会会议纪要", null, "YH", 5, Procedure.COMMUNICATION, "CM-2.5", FormReaders.ALL_POSTS,
			"记录人 公司相关部门 业委会主任"),

	/** Half-yearly meetings with customers. */
	CUSTOMER_MEETING("顾客恳谈会记录", null, "KT", 3, Procedure.COMMUNICATION, "CM-2.7 CM-2.8", FormReaders.SERVICE,
			"记录人 主持人（管理处经理）"),

	/** Surveys of opinion. */
	OPINION_SURVEY("顾客意见调查", null, "DC", 3, Procedure.COMMUNICATION, "CM-2.10 CM-2.11", FormReaders.SERVICE,
			"编制人 管理处经理"),

	/** Visits to customers. */
	CUSTOMER_VISIT("走访记录", null, "ZF", 3, Procedure.COMMUNICATION, "CM-2.12", FormReaders.SERVICE, "顾客 走访人 落实人"),

	/** Weekly and monthly summaries of complaints. */
	COMPLAINT_SUMMARY("投诉汇总（周、月）", null, "HZ", 5, Procedure.COMPLAINT_OPINION, "CC-5.3 CM-2.3 CS-3.4",
			FormReaders.SERVICE, "汇总人 审批人"),

	/** Errands and purchases for customers. */
	ERRAND("委托采购代办记录", null, "DB", 3, Procedure.PROPERTY, "PP-5.4.1 PP-5.4.2 PP-5.4.3 PP-5.4.4 PP-5.4.5",
			FormReaders.SERVICE, "委托人 经办人 验收人"),

	/** Each use of customers' data. */
	CUSTOMER_DATA_ACCESS("客户资料调用记录", null, "DY", 5, Procedure.PROPERTY, "PP-5.5.1a PP-5.5.1b PP-5.5.2",
			FormReaders.DATA, "申请人 部门经理 管理处经理"),

	/** Property that customers entrusted. */
	PROPERTY_ENTRUSTMENT("财产委托登记", null, "WT", 3, Procedure.EXTERNAL_PROPERTY, "CP-5.2.1 CP-5.2.2", FormReaders.CARE,
			"委托人（业主） 经办人 审批人"),

	/** An office's scheme for the care of property. */
	CARE_SCHEME("财产管理服务方案", null, "FA", 5, Procedure.EXTERNAL_PROPERTY, "CP-4.1 CP-4.4", FormReaders.CARE,
			"编制人（管理处经理） 公司品质管理组"),

	/** Spot checks of the care of property. */
	CARE_SPOTCHECK("财产管理抽查记录", null, "CC", 3, Procedure.EXTERNAL_PROPERTY, "CP-4.2", FormReaders.CARE, "抽查人 被抽查人"),

	/** Houses taken over and inspected. */
	HOUSE_TAKEOVER("房屋接管验收记录", null, "JG", 5, Procedure.PROPERTY, "PP-5.1", FormReaders.TAKEOVER, "移交方 接管方 业主");

	private final String title;

	private final String number;

	private final String serialPrefix;

	private final int retentionYears;

	private final Procedure procedure;

	private final List<String> clauses;

	private final FormReaders readers;

	private final List<String> signatures;

	QualityForm(String title, String number, String serialPrefix, int retentionYears, Procedure procedure,
			String clauses, FormReaders readers, String signatures) {
		this.title = title;
		this.number = number;
		this.serialPrefix = serialPrefix;
		this.retentionYears = retentionYears;
		this.procedure = procedure;
		this.clauses = List.of(clauses.split(" "));
		this.readers = readers;
		this.signatures = List.of(signatures.split(" "));
	}

	/** The form whose serials begin with these letters. */
	static Optional<QualityForm> ofSerial(String serial) {
		return Arrays.stream(values()).filter((form) -> serial.startsWith(form.serialPrefix + "-")).findFirst();
	}

	/** The form with this slug. */
	public static Optional<QualityForm> ofSlug(String slug) {
		return Arrays.stream(values()).filter((form) -> form.slug().equals(slug)).findFirst();
	}

	/** The name in addresses: {@code complaint-followup}. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The Chinese title, as on paper. */
	public String title() {
		return this.title;
	}

	/** The form's number, or empty where the procedures give none. */
	public Optional<String> number() {
		return Optional.ofNullable(this.number);
	}

	/** The edition of the form, printed beside its number. */
	public String edition() {
		return "A/0";
	}

	/** The letters that its serials begin with. */
	public String serialPrefix() {
		return this.serialPrefix;
	}

	/** How many years a closed record is kept; the company's rule, not a clause. */
	public int retentionYears() {
		return this.retentionYears;
	}

	/** The procedure that prescribes it. */
	public Procedure procedure() {
		return this.procedure;
	}

	/** The clauses that prescribe it, of whichever procedure. */
	public List<String> clauses() {
		return this.clauses;
	}

	/** Which posts read its register, and which of them see personal data in it. */
	public FormReaders readers() {
		return this.readers;
	}

	/** Who signs the paper by hand, from left to right. */
	public List<String> signatures() {
		return this.signatures;
	}

}
