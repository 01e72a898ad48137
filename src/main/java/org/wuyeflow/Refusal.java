package org.wuyeflow;

/**
 * A request that is refused with nothing changed. The message is a Chinese sentence that
 * tells the member of staff in front of the screen what is wrong and what to do; it
 * reaches him as it stands, with a 4xx status.
 */
public class Refusal extends RuntimeException {

	private final Kind kind;

	/** Input that the caller can put right (400). */
	public Refusal(String sentence) {
		this(Kind.BAD_INPUT, sentence);
	}

	private Refusal(Kind kind, String sentence) {
		super(sentence);
		this.kind = kind;
	}

	/** Somebody else was quicker, or the case has moved on (409). */
	public static Refusal conflict(String sentence) {
		return new Refusal(Kind.CONFLICT, sentence);
	}

	/** The caller may not do this (403). */
	public static Refusal forbidden(String sentence) {
		return new Refusal(Kind.FORBIDDEN, sentence);
	}

	/** There is no such thing, or not for this caller (404). */
	public static Refusal notFound(String sentence) {
		return new Refusal(Kind.NOT_FOUND, sentence);
	}

	/** The HTTP status that goes with the sentence. */
	public int status() {
		return this.kind.status;
	}

	private enum Kind {

		BAD_INPUT(400), FORBIDDEN(403), NOT_FOUND(404), CONFLICT(409);

		private final int status;

		Kind(int status) {
			this.status = status;
		}

	}

}
