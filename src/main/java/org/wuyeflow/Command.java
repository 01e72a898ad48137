package org.wuyeflow;

import java.io.PrintStream;
import java.util.List;

/**
 * A command of the jar, {@code java -jar wuyeflow.jar NAME …}, named in
 * {@code META-INF/spring.factories}. It runs in place of the application: no web server,
 * no jobs, and of everything else only what it starts itself.
 */
public interface Command {

	/** Done, and all is well. */
	int WELL = 0;

	/** Done, and something is not well. */
	int NOT_WELL = 1;

	/** Not done. */
	int NOT_RUN = 2;

	/** The first argument, such as {@code verify-records}. */
	String name();

	/**
	 * Runs it. What it throws is printed in one sentence and ends in {@link #NOT_RUN}.
	 * @param arguments what follows the name, options ({@code --wuyeflow.zone=UTC})
	 * included
	 * @param out where to print, in UTF-8
	 * @return the exit code: {@link #WELL}, {@link #NOT_WELL} or {@link #NOT_RUN}
	 */
	int run(List<String> arguments, PrintStream out) throws Exception;

}
