package org.wuyeflow.notify;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.wuyeflow.deadline.Deadlines;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the procedures leave what somebody is to be told.
 */
@Service
public class Notifications {

	private final Outbox outbox;

	private final NotifySettings settings;

	private final Deadlines deadlines;

	private final Clock clock;

	Notifications(Outbox outbox, NotifySettings settings, Deadlines deadlines, Clock clock) {
		this.outbox = outbox;
		this.settings = settings;
		this.deadlines = deadlines;
		this.clock = clock;
	}

	/**
	 * Writes a message down in the running transaction: nothing leaves before it commits,
	 * nothing ever leaves where it rolls back. Each way that is set up for the role gets
	 * the event once; where none is, nothing is written.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void tell(Message message) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Instant sendAt = message.urgent() ? now : this.deadlines.atWork(message.office(), now);
		for (ChannelKind channel : ChannelKind.values()) {
			if (this.settings.address(message.office(), message.role(), channel).isPresent()) {
				this.outbox.write(message, channel, now, sendAt);
			}
		}
	}

}
