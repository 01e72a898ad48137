package org.wuyeflow;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * The commands of the jar.
 */
final class Commands {

	private final List<Command> known;

	private final PrintStream out;

	private final PrintStream err;

	Commands(List<Command> known, PrintStream out, PrintStream err) {
		this.known = List.copyOf(known);
		this.out = out;
		this.err = err;
	}

	/** Those of the class path, printing in UTF-8 also where the host's locale is not. */
	static Commands ofClassPath() {
		return new Commands(SpringFactoriesLoader.loadFactories(Command.class, Commands.class.getClassLoader()),
				utf8(FileDescriptor.out), utf8(FileDescriptor.err));
	}

	/** Whether the arguments of the jar name a command: options begin with a dash. */
	static boolean named(String... arguments) {
		return arguments.length > 0 && !arguments[0].startsWith("-");
	}

	/** Runs the command that the first argument names, and returns its exit code. */
	int run(String... arguments) {
		List<String> words = List.of(arguments);
		for (Command command : this.known) {
			if (command.name().equals(words.get(0))) {
				return run(command, words.subList(1, words.size()));
			}
		}
		String names = this.known.stream().map(Command::name).sorted().collect(Collectors.joining("、"));
		this.err.println("没有命令 " + words.get(0) + "，可用的命令：" + names + "。 / No such command: " + words.get(0));
		return Command.NOT_RUN;
	}

	private int run(Command command, List<String> arguments) {
		try {
			return command.run(arguments, this.out);
		}
		catch (Exception ex) {
			// Spring has said why already where the settings are incomplete.
			if (!(ex instanceof StartRefusal)) {
				this.err.println("命令 " + command.name() + " 没有执行：" + reason(ex));
			}
			return Command.NOT_RUN;
		}
	}

	private static String reason(Throwable failure) {
		return (failure.getMessage() != null) ? failure.getMessage() : failure.getClass().getSimpleName();
	}

	private static PrintStream utf8(FileDescriptor stream) {
		return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
	}

}
