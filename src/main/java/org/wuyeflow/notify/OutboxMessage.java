package org.wuyeflow.notify;

import java.util.UUID;

/**
 * A row of the outbox.
 *
 * @param id the row's id
 * @param message what it says
 * @param channel the way it takes
 * @param attempts how often it was tried, this time included
 */
record OutboxMessage(UUID id, Message message, ChannelKind channel, int attempts) {

}
