package org.wuyeflow.process.refusal;

/**
 * What a request that failed is answered with.
 *
 * @param status the HTTP status
 * @param sentence what happened and what to do, in Chinese
 */
record Answer(int status, String sentence) {

	/** A word for programs to tell refusals apart. */
	String type() {
		return switch (this.status) {
			case 400 -> "BadInput";
			case 401 -> "NotLoggedIn";
			case 403 -> "Forbidden";
			case 404 -> "NotFound";
			case 409 -> "Conflict";
			default -> (this.status < 500) ? "Refused" : "Fault";
		};
	}

}
