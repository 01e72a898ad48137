package org.wuyeflow.process.form;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StaffCommandsTest {

	@Test
	void everyCommandOfTheEngineThatWritesIsClosedExceptThese() throws IOException {
		Set<String> open = commands().filter((command) -> StaffCommands.open(command.reflect()))
			.map(JavaClass::getSimpleName)
			.filter((name) -> !name
				.matches("(Get|Find|Is|Determine|ExecuteFilter|AuthorizationCheck).*|.*Query.*|.*Report.*"))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(open).containsExactly("ActivateJobCmd", "ActivateProcessInstanceCmd", "AssignTaskCmd",
				"CheckPassword", "ClaimTaskCmd", "CompleteTaskCmd", "CreateFilterCmd", "DeleteFilterCmd",
				"ExecuteDurationCmd", "ExecuteJobsCmd", "HistoricTaskInstanceCountByNameCmd",
				"RecalculateJobDuedateCmd", "SaveFilterCmd", "SaveUserCmd", "SetJobDuedateCmd", "SetJobRetriesCmd",
				"StartProcessInstanceCmd", "SubmitStartFormCmd", "SubmitTaskFormCmd", "SuspendJobCmd",
				"SuspendProcessInstanceCmd", "TaskCountByCandidateGroupCmd");
	}

	@Test
	void refusalSaysWhatToDoInstead() {
		assertThat(StaffCommands.open(CompleteTaskCmd.class)).isTrue();
		assertThat(StaffCommands.sentence(PatchTaskVariablesCmd.class)).contains("只能通过任务表单填写");
		assertThat(StaffCommands.sentence(AddCommentCmd.class)).contains("不能添加备注或附件");
	}

	private static java.util.stream.Stream<JavaClass> commands() {
		return new ClassFileImporter()
			.importLocations(Set.of(Location.of(Command.class.getProtectionDomain().getCodeSource().getLocation())))
			.stream()
			.filter((type) -> type.isAssignableTo(Command.class))
			.filter((type) -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT));
	}

}
