package org.wuyeflow.process.privacy;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A failure without its words: what kind, where in the code, with the engine's or the
 * database's code. A message may quote what a customer wrote (a database names the value
 * that did not fit), so messages go neither to the log nor into the engine's tables.
 */
public final class Wordless extends RuntimeException {

	private static final Pattern ENGINE_CODE = Pattern.compile("^ENGINE-\\d+");

	private Wordless(String what, Throwable cause, StackTraceElement[] where) {
		super(what, cause, false, true);
		setStackTrace(where);
	}

	/** The failure and its causes, without their messages. */
	public static Wordless of(Throwable failure) {
		return of(failure, 0);
	}

	private static Wordless of(Throwable failure, int depth) {
		Throwable cause = failure.getCause();
		return new Wordless(what(failure), (cause != null && depth < 20) ? of(cause, depth + 1) : null,
				failure.getStackTrace());
	}

	private static String what(Throwable failure) {
		String kind = failure.getClass().getName();
		if (failure instanceof SQLException sql) {
			return kind + " " + sql.getSQLState() + " " + sql.getErrorCode();
		}
		Matcher code = ENGINE_CODE.matcher(String.valueOf(failure.getMessage()));
		return code.find() ? kind + " " + code.group() : kind;
	}

	@Override
	public String toString() {
		return getMessage();
	}

}
