package org.wuyeflow.notify;

import org.wuyeflow.StartRefusal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * E-mail, as plain text.
 */
@Component
class EmailChannel implements Channel {

	private final JavaMailSender mail;

	private final String from;

	EmailChannel(ObjectProvider<JavaMailSender> mail, NotifySettings settings) {
		this.mail = mail.getIfAvailable();
		this.from = settings.from();
		if (this.from != null && this.mail == null) {
			throw new StartRefusal("缺少设置 spring.mail.host（发送通知邮件的服务器）。",
					"spring.mail.host (the server that sends e-mails) not set.");
		}
	}

	@Override
	public ChannelKind kind() {
		return ChannelKind.EMAIL;
	}

	@Override
	public void send(String address, Letter letter) throws DeliveryFailure {
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom(this.from);
		message.setTo(address);
		message.setSubject(letter.title());
		message.setText(letter.text());
		try {
			this.mail.send(message);
		}
		catch (MailException ex) {
			throw DeliveryFailure.of("the mail server did not take it", ex);
		}
	}

}
