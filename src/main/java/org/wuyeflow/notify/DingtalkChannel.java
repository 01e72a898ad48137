package org.wuyeflow.notify;

import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * A group robot of 钉钉.
 */
@Component
class DingtalkChannel implements Channel {

	private final RobotClient robots;

	DingtalkChannel(RobotClient robots) {
		this.robots = robots;
	}

	@Override
	public ChannelKind kind() {
		return ChannelKind.DINGTALK;
	}

	@Override
	public void send(String address, Letter letter) throws DeliveryFailure {
		this.robots.post(address,
				Map.of("msgtype", "markdown", "markdown", Map.of("title", letter.title(), "text", letter.markdown())));
	}

}
