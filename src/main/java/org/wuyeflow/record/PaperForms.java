package org.wuyeflow.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of the forms whose procedures do not run here yet, as their clauses ask for
 * them: their registers can be looked at, and the forms printed and filled in by hand. A
 * form leaves this list when an entity holds its rows.
 */
final class PaperForms {

	private static final Map<QualityForm, List<RegisterColumn>> COLUMNS = new EnumMap<>(QualityForm.class);

	static {
		COLUMNS.put(QualityForm.SERVICE_FOLLOWUP,
				List.of(listed("房号"), name("顾客姓名"), phone("联系电话"), listed("服务项目"), text("服务内容"), listed("服务人员"),
						listedTime("完成时间"), listed("回访方式"), time("回访时间"), listed("服务质量评价"), text("顾客意见和建议"),
						text("处理情况")));
		COLUMNS.put(QualityForm.COMMUNITY_ACTIVITY,
				List.of(listed("活动名称"), listed("所属季度"), column("是否在年度计划内"), listedTime("活动时间"), listed("活动地点"),
						column("组织人"), listed("参加人数"), wide("活动经过"), column("照片或文字记录份数"), wide("效果总结"), listed("效果评估"),
						wide("改进意见")));
		COLUMNS.put(QualityForm.SERVICE_REPORT,
				List.of(listed("报告季度"), listedDate("公布期限"), wide("综合管理情况"), wide("客户服务情况"), wide("工程维护情况"),
						wide("安全管理情况"), wide("保洁绿化情况"), wide("收支情况"), wide("存在问题和下季度计划"), column("编制人"), column("批准人"),
						listedDate("公布日期"), listed("公布地点")));
		COLUMNS.put(QualityForm.WORK_BRIEFING,
				List.of(listed("简报月份"), listedDate("报送期限"), wide("本月主要工作"), wide("投诉及处理情况"), wide("设备设施运行情况"),
						wide("需委托方支持的事项"), wide("下月工作计划"), column("编制人"), column("批准人"), listed("委托方"),
						listedDate("报送日期"), column("签收人")));
		COLUMNS.put(QualityForm.COMMITTEE_MINUTES,
				List.of(listed("所属季度"), listedTime("会议时间"), listed("会议地点"), column("主持人"), name("业委会主任"), text("参加人员"),
						wide("管理处主要工作内容"), wide("工作中的难点"), text("会议讨论情况"), wide("会议决定"), listed("公司审阅部门"),
						date("公司审阅日期"), date("业委会主任审批日期"), listedDate("公布日期"), column("公布地点")));
		COLUMNS.put(QualityForm.CUSTOMER_MEETING,
				List.of(listed("半年度"), date("通知公布日期"), column("通知审批人"), listedTime("会议时间"), listed("会议地点"),
						listed("主持人"), column("到会顾客人数"), text("到会顾客"), text("顾客意见和建议"), text("现场答复"), wide("需跟进的事项"),
						column("落实人"), listedDate("完成期限")));
		COLUMNS.put(QualityForm.OPINION_SURVEY,
				List.of(listed("调查类别（年中抽查、年终全面）"), listed("年度"), listedDate("开始日期"), date("结束日期"), column("顾客总数"),
						column("重点调查顾客数"), listed("发出份数"), listed("回收份数"), listed("抽查率"), listed("回收率"), column("满意率"),
						wide("主要意见"), wide("整改措施"), column("编制人")));
		COLUMNS.put(QualityForm.CUSTOMER_VISIT,
				List.of(listed("房号"), name("被访顾客"), phone("联系电话"), listedTime("走访时间"), listed("走访方式"), listed("走访人"),
						text("顾客反映的问题"), wide("改善措施"), listed("落实人"), listedDate("完成期限"), text("落实情况"),
						listed("是否已回复顾客")));
		COLUMNS.put(QualityForm.ERRAND,
				List.of(listed("房号"), name("委托人"), phone("联系电话"), listed("委托事项"), column("物品名称"), column("种类"),
						column("规格型号"), column("数量"), text("具体要求"), column("预收现金（元）"), text("收到的资料"), listed("经办人"),
						date("办理日期"), listed("验证结果"), text("不合格品处理"), column("暂存地点及保管措施"), time("通知领取时间"),
						column("实付金额（元）"), column("退还金额（元）"), column("转交的单据（收据、发票、回执）"), listedTime("回复委托人时间")));
		COLUMNS.put(QualityForm.CUSTOMER_DATA_ACCESS,
				List.of(listed("调用类别（内部使用、对外提供、公务查询）"), listed("申请人或来访单位"), column("所属部门"), identity("来访人证件号码"),
						column("公函编号"), wide("调用的资料"), text("所涉顾客"), wide("用途"), listed("同意人"), listedTime("同意时间"),
						column("证件核验人"), listedTime("调用时间"), column("提供方式"), date("归还或销毁日期")));
		COLUMNS.put(QualityForm.PROPERTY_ENTRUSTMENT,
				List.of(listed("房号"), name("委托人（业主）"), phone("联系电话"), identity("证件号码"), listed("委托书编号"), listed("委托物品"),
						column("数量"), wide("完好状况"), text("委托要求"), listedDate("委托起始日"), listedDate("委托截止日"),
						column("主管意见"), listed("审批人"), date("审批日期"), column("存放地点"), time("领回时间"), name("领回人")));
		COLUMNS.put(QualityForm.CARE_SCHEME,
				List.of(listed("方案名称"), listed("版本"), wide("服务范围（物品种类）"), wide("服务流程"), wide("保管和安全措施"), column("收费办法"),
						wide("不在范围内的物品"), listed("编制人"), date("编制日期"), listed("公司品质管理组意见"), column("审批人"),
						listedDate("审批日期"), listedDate("生效日期")));
		COLUMNS.put(QualityForm.CARE_SPOTCHECK,
				List.of(listedTime("抽查时间"), listed("抽查人"), listed("抽查项目（钥匙、邮件、其他）"), column("抽查数量"), column("账物是否相符"),
						wide("发现的问题"), wide("整改要求"), listed("责任人"), listedDate("整改期限"), wide("复查情况"), listed("结论")));
		COLUMNS.put(QualityForm.HOUSE_TAKEOVER,
				List.of(listed("房号"), listedDate("验收日期"), column("移交单位"), column("验收人"), wide("土建及装修"), wide("门窗及五金"),
						wide("给排水"), wide("供电及照明"), wide("燃气及弱电"), column("水表读数"), column("电表读数"), column("钥匙数量"),
						wide("不合格项目"), column("整改单位"), listedDate("整改期限"), date("复验日期"), listed("复验结果"),
						listed("接管结论")));
	}

	private PaperForms() {
	}

	/** The columns of this form, or none where it is not described here. */
	static List<RegisterColumn> columns(QualityForm form) {
		return COLUMNS.getOrDefault(form, List.of());
	}

	private static RegisterColumn listed(String label) {
		return RegisterColumn.onPaper(label, String.class, true, null);
	}

	private static RegisterColumn column(String label) {
		return RegisterColumn.onPaper(label, String.class, false, null);
	}

	/** What is written in sentences, and names nobody. */
	private static RegisterColumn wide(String label) {
		return RegisterColumn.onPaper(label, List.class, false, null);
	}

	private static RegisterColumn text(String label) {
		return RegisterColumn.onPaper(label, String.class, false, Personal.Kind.TEXT);
	}

	private static RegisterColumn name(String label) {
		return RegisterColumn.onPaper(label, String.class, true, Personal.Kind.NAME);
	}

	private static RegisterColumn phone(String label) {
		return RegisterColumn.onPaper(label, String.class, false, Personal.Kind.PHONE);
	}

	private static RegisterColumn identity(String label) {
		return RegisterColumn.onPaper(label, String.class, false, Personal.Kind.IDENTITY);
	}

	private static RegisterColumn time(String label) {
		return RegisterColumn.onPaper(label, Instant.class, false, null);
	}

	private static RegisterColumn listedTime(String label) {
		return RegisterColumn.onPaper(label, Instant.class, true, null);
	}

	private static RegisterColumn date(String label) {
		return RegisterColumn.onPaper(label, LocalDate.class, false, null);
	}

	private static RegisterColumn listedDate(String label) {
		return RegisterColumn.onPaper(label, LocalDate.class, true, null);
	}

}
