package org.wuyeflow.process.form;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StaffCommandsTest {

	@Test
	void everyCommandOfTheEngineThatWritesIsClosedExceptThese() throws Exception {
		Set<String> open = commands().filter(StaffCommands::open)
			.map(Class::getSimpleName)
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

	private static Stream<Class<?>> commands() throws Exception {
		List<Class<?>> commands = new ArrayList<>();
		Path engine = Path.of(Command.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		try (JarFile jar = new JarFile(engine.toFile())) {
			for (JarEntry entry : Collections.list(jar.entries())) {
				if (entry.getName().matches("org/camunda/bpm/engine/impl/.*\\.class")) {
					load(entry.getName()).ifPresent(commands::add);
				}
			}
		}
		return commands.stream()
			.filter(Command.class::isAssignableFrom)
			.filter((type) -> !type.isInterface() && !Modifier.isAbstract(type.getModifiers()));
	}

	/** A class that needs a library which is not here cannot run here either. */
	private static Optional<Class<?>> load(String file) throws ClassNotFoundException {
		try {
			return Optional
				.of(Class.forName(file.replace(".class", "").replace('/', '.'), false, Command.class.getClassLoader()));
		}
		catch (NoClassDefFoundError ex) {
			return Optional.empty();
		}
	}

}
