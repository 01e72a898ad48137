package org.wuyeflow;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTest {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final Commands commands = new Commands(List.of(new Echo()), print(this.out), print(this.err));

	@Test
	void optionsAloneStartTheApplication() {
		assertThat(Commands.named()).isFalse();
		assertThat(Commands.named("--server.port=1")).isFalse();
		assertThat(Commands.named("echo", "--server.port=1")).isTrue();
	}

	@Test
	void commandGetsWhatFollowsItsName() {
		assertThat(this.commands.run("echo", "a", "--b=𠮷")).isEqualTo(Command.NOT_WELL);
		assertThat(this.out).hasToString("[a, --b=𠮷]");
	}

	@Test
	void unknownCommandIsRefusedWithTheListOfThoseThatThereAre() {
		assertThat(this.commands.run("ecco")).isEqualTo(Command.NOT_RUN);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("没有命令 ecco", "echo");
	}

	@Test
	void failureIsOneSentence() {
		assertThat(this.commands.run("echo")).isEqualTo(Command.NOT_RUN);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).isEqualTo("命令 echo 没有执行：nothing to say\n");
	}

	private static PrintStream print(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

	private static final class Echo implements Command {

		@Override
		public String name() {
			return "echo";
		}

		@Override
		public int run(List<String> arguments, PrintStream out) {
			if (arguments.isEmpty()) {
				throw new IllegalStateException("nothing to say");
			}
			out.print(arguments);
			return NOT_WELL;
		}

	}

}
