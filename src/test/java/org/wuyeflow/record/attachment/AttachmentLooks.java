package org.wuyeflow.record.attachment;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears who opens what.
 */
@Component
class AttachmentLooks {

	private volatile AttachmentOpened last;

	@EventListener
	void opened(AttachmentOpened look) {
		this.last = look;
	}

	AttachmentOpened last() {
		return this.last;
	}

}
