package org.wuyeflow;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The application cannot start as it is set up. The operator reads one sentence, in
 * Chinese and in English, that says what to do; the exit code is 1.
 */
public class StartRefusal extends RuntimeException implements ExitCodeGenerator {

	public StartRefusal(String chinese, String english) {
		super("无法启动：" + chinese + " / Cannot start: " + english);
	}

	@Override
	public int getExitCode() {
		return 1;
	}

	/** Prints the sentence in place of a stack trace. */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static final class Reporter implements SpringBootExceptionReporter {

		@Override
		public boolean reportException(Throwable failure) {
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				if (cause instanceof StartRefusal) {
					// The sentence is UTF-8 also where the host's locale is not.
					new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
						.println(cause.getMessage());
					return true;
				}
			}
			return false;
		}

	}

}
