package org.wuyeflow.notify;

import java.time.Instant;

/**
 * When the staff of an office may be disturbed with what can wait.
 */
public interface SendingHours {

	/**
	 * The first moment from this one on at which a message that is not urgent may be
	 * sent; this moment itself where it may be sent at once.
	 * @param office the office's id
	 */
	Instant next(String office, Instant from);

}
