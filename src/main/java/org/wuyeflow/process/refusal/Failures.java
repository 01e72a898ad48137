package org.wuyeflow.process.refusal;

import java.util.Optional;

/**
 * What went wrong in the engine while a request is answered. The REST layer wraps
 * failures and keeps only their texts, so the failure itself is noted here on its way
 * out.
 */
final class Failures {

	private static final ThreadLocal<Failures> OF_REQUEST = new ThreadLocal<>();

	private Throwable last;

	private Failures() {
	}

	/** Begins to note for the request of this thread. */
	static void open() {
		OF_REQUEST.set(new Failures());
	}

	/** Notes a failure, if a request is being answered. */
	static void note(Throwable failure) {
		Failures failures = OF_REQUEST.get();
		if (failures != null) {
			failures.last = failure;
		}
	}

	/** Ends noting and gives the last failure. */
	static Optional<Throwable> close() {
		Failures failures = OF_REQUEST.get();
		OF_REQUEST.remove();
		return Optional.ofNullable(failures).map((all) -> all.last);
	}

}
