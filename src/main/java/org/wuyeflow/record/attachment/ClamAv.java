package org.wuyeflow.record.attachment;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyeflow.Refusal;
import org.wuyeflow.StartRefusal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Has files scanned by a ClamAV daemon, over its command {@code INSTREAM}. While the
 * daemon cannot be reached, nothing is taken.
 */
@Component
@ConditionalOnProperty("wuyeflow.attachments.clamav")
class ClamAv implements VirusScanner {

	private static final Logger LOG = LoggerFactory.getLogger(ClamAv.class);

	private static final int CONNECT_MS = 3000;

	private static final int ANSWER_MS = 20_000;

	private static final int LONGEST_ANSWER = 4096;

	private final String host;

	private final int port;

	ClamAv(@Value("${wuyeflow.attachments.clamav}") String address) {
		int colon = address.lastIndexOf(':');
		if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
			throw new StartRefusal("设置 wuyeflow.attachments.clamav 应写成 主机:端口，例如 localhost:3310。",
					"wuyeflow.attachments.clamav must be host:port, such as localhost:3310.");
		}
		this.host = address.substring(0, colon);
		this.port = Integer.parseInt(address.substring(colon + 1));
	}

	@Override
	public void scan(byte[] content) {
		String answer = ask(content);
		if (answer.endsWith("FOUND")) {
			LOG.warn("A file was refused by the virus scanner: {}", answer);
			throw new Refusal("病毒检查发现这个文件有问题，没有保存。请不要再打开它，并告知系统管理员。");
		}
		if (!answer.endsWith("OK")) {
			LOG.error("The virus scanner at {}:{} answers: {}", this.host, this.port, answer);
			throw unavailable();
		}
	}

	private String ask(byte[] content) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(this.host, this.port), CONNECT_MS);
			socket.setSoTimeout(ANSWER_MS);
			DataOutputStream out = new DataOutputStream(socket.getOutputStream());
			out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
			out.writeInt(content.length);
			out.write(content);
			out.writeInt(0);
			out.flush();
			return new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
				.replace('\0', ' ')
				.strip();
		}
		catch (IOException ex) {
			LOG.error("The virus scanner at {}:{} cannot be reached: {}", this.host, this.port, ex.getMessage());
			throw unavailable();
		}
	}

	private static Refusal unavailable() {
		return Refusal.conflict("病毒检查暂时不可用，文件没有保存。请稍后再上传；一直不行请联系系统管理员。");
	}

}
