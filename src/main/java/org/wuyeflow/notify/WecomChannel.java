package org.wuyeflow.notify;

import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * A group robot of 企业微信.
 */
@Component
class WecomChannel implements Channel {

	private final RobotClient robots;

	WecomChannel(RobotClient robots) {
		this.robots = robots;
	}

	@Override
	public ChannelKind kind() {
		return ChannelKind.WECOM;
	}

	@Override
	public void send(String address, Letter letter) throws DeliveryFailure {
		this.robots.post(address, Map.of("msgtype", "markdown", "markdown", Map.of("content", letter.markdown())));
	}

}
