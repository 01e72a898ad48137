package org.wuyeflow.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyeflow.deadline.Deadlines;

import org.springframework.stereotype.Component;

/**
 * Sends what lies in the outbox. Any number of nodes may do so at once. A message that is
 * not taken is tried again after growing gaps, for about a day. Where a node dies between
 * the receiver's yes and its own note of it, the receiver gets the message again: the one
 * case that no sender can rule out.
 */
@Component
class Dispatcher {

	/** How long to wait after each failed attempt; after the last, it is given up. */
	static final List<Duration> GAPS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30),
			Duration.ofHours(2), Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(12));

	/** Longer than any attempt takes; then a row whose node has died is due again. */
	private static final Duration ATTEMPT = Duration.ofMinutes(2);

	private static final int BATCH = 50;

	private static final Logger logger = LoggerFactory.getLogger(Dispatcher.class);

	private final Outbox outbox;

	private final NotifySettings settings;

	private final LetterWriter writer;

	private final Deadlines deadlines;

	private final Clock clock;

	private final Map<ChannelKind, Channel> channels = new EnumMap<>(ChannelKind.class);

	Dispatcher(Outbox outbox, NotifySettings settings, LetterWriter writer, Deadlines deadlines, Clock clock,
			List<Channel> channels) {
		this.outbox = outbox;
		this.settings = settings;
		this.writer = writer;
		this.deadlines = deadlines;
		this.clock = clock;
		channels.forEach((channel) -> this.channels.put(channel.kind(), channel));
	}

	/** Tries each message that is due once. */
	void sendDue() {
		List<UUID> due = this.outbox.due(now(), BATCH);
		for (UUID id : due) {
			Instant now = now();
			this.outbox.claim(id, now, now.plus(ATTEMPT)).ifPresent(this::attempt);
		}
	}

	private void attempt(OutboxMessage row) {
		Message message = row.message();
		Optional<String> address = this.settings.address(message.office(), message.role(), row.channel());
		if (address.isEmpty()) {
			giveUp(row, "no address is set up any more");
			return;
		}
		try {
			this.channels.get(row.channel()).send(address.get(), this.writer.write(message));
		}
		catch (DeliveryFailure ex) {
			failed(row, ex.getMessage());
			return;
		}
		catch (RuntimeException ex) {
			failed(row, ex.getClass().getSimpleName());
			return;
		}
		this.outbox.sent(row.id(), now());
	}

	private void failed(OutboxMessage row, String why) {
		if (row.attempts() > GAPS.size()) {
			giveUp(row, why);
			return;
		}
		Instant again = now().plus(GAPS.get(row.attempts() - 1));
		this.outbox.failed(row.id(), why,
				row.message().urgent() ? again : this.deadlines.atWork(row.message().office(), again));
		logger.warn("Message {} to {} of {} by {} not delivered (attempt {}): {}", row.message().eventKey(),
				row.message().role(), row.message().office(), row.channel(), row.attempts(), why);
	}

	private void giveUp(OutboxMessage row, String why) {
		this.outbox.givenUp(row.id(), why, now());
		logger.error("Message {} to {} of {} by {} given up after {} attempts: {}", row.message().eventKey(),
				row.message().role(), row.message().office(), row.channel(), row.attempts(), why);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
