package org.wuyeflow.notify;

/**
 * A message was not taken. The text says why, for the operator; it holds no address.
 */
class DeliveryFailure extends Exception {

	DeliveryFailure(String why) {
		super(why);
	}

	/** A failure whose cause may name addresses: only its kind is kept. */
	static DeliveryFailure of(String what, Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return new DeliveryFailure(what + ": " + cause.getClass().getSimpleName());
	}

}
