package org.wuyeflow.process.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a member of staff who is no administrator may ask of the engine, whichever door he
 * comes through. Reading and working on tasks is open to him, as far as his rights go;
 * all else stays closed, because it could bring data that no form has checked or leave
 * personal data in the engine's tables. A command that nobody has classified is closed.
 */
final class StaffCommands {

	/** Commands that only read; the rights of the reader are checked by the engine. */
	private static final Pattern READING = Pattern
		.compile("(Get|Find|Is|Determine|ExecuteFilter|AuthorizationCheck).*|CheckPassword"
				+ "|Create(Native)?(User|Group|Tenant)QueryCmd|.*Query(Impl)?|.*Report(Impl)?"
				+ "|ExecuteDuration(Report)?Cmd|MetricsQuery(Sum|Interval)Cmd"
				+ "|TaskCountByCandidateGroupCmd|HistoricTaskInstanceCountByNameCmd");

	/**
	 * Work on tasks, and what a manager may do about jobs: none brings text of its own.
	 * What a start or a submission brings the form decides.
	 */
	private static final Set<String> WORKING = Set.of("SubmitStartFormCmd", "StartProcessInstanceCmd",
			"SubmitTaskFormCmd", "CompleteTaskCmd", "ClaimTaskCmd", "AssignTaskCmd", "CreateFilterCmd", "SaveFilterCmd",
			"DeleteFilterCmd", "SaveUserCmd", "SetJobRetriesCmd", "SetJobDuedateCmd", "RecalculateJobDuedateCmd",
			"ExecuteJobsCmd", "ActivateJobCmd", "SuspendJobCmd", "ActivateProcessInstanceCmd",
			"SuspendProcessInstanceCmd");

	private static final List<Map.Entry<Pattern, String>> SENTENCES = List.of(
			Map.entry(
					Pattern.compile(".*Variable.*|MessageEventReceived.*|Correlate.*|Signal.*|.*BpmnError.*"
							+ "|.*Escalation.*|.*Modif.*|Restart.*|StartProcessInstanceAtActivitiesCmd|Evaluate.*"),
					"流程里的内容只能通过任务表单填写，不能直接修改或跳过步骤。"),
			Map.entry(Pattern.compile(".*(Comment|Attachment|Annotation).*"), "请在任务表单里填写说明，这里不能添加备注或附件。"),
			Map.entry(Pattern.compile("(Create|Delete|Save)TaskCmd|SetTask.*|.*IdentityLinkCmd"),
					"任务由流程产生，名称、说明、期限和候选人不能自行修改。"),
			Map.entry(Pattern.compile("(Delegate|Resolve)TaskCmd"), "请用“指派”把任务交给同事，不使用“委托”。"));

	private StaffCommands() {
	}

	/** Whether this command passes; commands of our own code do. */
	static boolean open(Class<?> command) {
		String name = simpleName(command);
		return !command.getName().startsWith("org.camunda.bpm.engine.") || WORKING.contains(name)
				|| READING.matcher(name).matches();
	}

	/** What is said of a command that does not pass. */
	static String sentence(Class<?> command) {
		String name = simpleName(command);
		return SENTENCES.stream()
			.filter((entry) -> entry.getKey().matcher(name).matches())
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("这项操作只对系统管理员开放。");
	}

	private static String simpleName(Class<?> command) {
		String name = command.getName();
		return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
	}

}
