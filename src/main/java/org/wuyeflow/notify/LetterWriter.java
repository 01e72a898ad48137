package org.wuyeflow.notify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.wuyeflow.notify.Letter.Line;
import org.wuyeflow.office.OfficeDirectory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Puts a message into words.
 */
@Component
class LetterWriter {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final OfficeDirectory offices;

	private final Clock clock;

	private final String caseAddress;

	LetterWriter(OfficeDirectory offices, Clock clock, NotifySettings settings,
			@Value("${wuyeflow.base-url}") String baseUrl) {
		this.offices = offices;
		this.clock = clock;
		this.caseAddress = baseUrl.replaceAll("/+$", "") + settings.casePath();
	}

	/** The letter, with the due time on the office's clock. */
	Letter write(Message message) {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line("编号", message.number()));
		lines.add(new Line("管理处", this.offices.get(message.office()).name()));
		if (message.house() != null) {
			lines.add(new Line("房号", message.house()));
		}
		if (message.caseClass() != null) {
			lines.add(new Line("类别", message.caseClass()));
		}
		if (message.dueAt() != null) {
			lines.add(new Line("应完成时间", MINUTE.withZone(this.clock.getZone()).format(message.dueAt())));
		}
		String title = (message.urgent() ? "【紧急】" : "") + message.headline() + "（" + message.number() + "）";
		String number = URLEncoder.encode(message.number(), StandardCharsets.UTF_8);
		return new Letter(title, List.copyOf(lines), this.caseAddress.replace("{number}", number));
	}

}
