package org.wuyeflow.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What stands at the other end of messages in tests: a mail server, and a web server that
 * speaks for the group robots. The role {@code engineering} of the office {@code cuihu}
 * is reached in every way, its {@code assistant-manager} through 钉钉, and nobody else.
 */
public final class Receivers {

	/** The address of {@code engineering}. */
	public static final String MAILBOX = "engineering@cuihu.example.com";

	/** Where the robot of 企业微信 listens. */
	public static final String WECOM = "/cgi-bin/webhook/send";

	/** Where the robot of 钉钉 listens. */
	public static final String DINGTALK = "/robot/send";

	private static final String YES = "{\"errcode\":0,\"errmsg\":\"ok\"}";

	private static final Receivers RUNNING = new Receivers();

	private final List<Posted> posted = new CopyOnWriteArrayList<>();

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final int webPort;

	private final int mailPort;

	private GreenMail mail;

	private Receivers() {
		try {
			HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			web.setExecutor(Executors.newCachedThreadPool((task) -> {
				Thread thread = new Thread(task, "robot");
				thread.setDaemon(true);
				return thread;
			}));
			web.createContext("/", this::answer);
			web.start();
			this.webPort = web.getAddress().getPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.mail.start();
		this.mailPort = this.mail.getSmtp().getPort();
	}

	/** Those that the application of all integration tests sends to. */
	public static Receivers running() {
		return RUNNING;
	}

	/** The mails that have arrived with this text in the subject. */
	public List<MimeMessage> mails(String subject) {
		return Arrays.stream(this.mail.getReceivedMessages()).filter((mail) -> {
			try {
				return mail.getSubject().contains(subject);
			}
			catch (MessagingException ex) {
				throw new IllegalStateException(ex);
			}
		}).toList();
	}

	/** Takes the mail server down; it forgets what it has. */
	public void stopMail() {
		this.mail.stop();
	}

	/** Brings the mail server back at the same address. */
	public void startMail() {
		this.mail = new GreenMail(new ServerSetup(this.mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.mail.start();
	}

	/** What was posted to a robot with this text in it. */
	public List<Posted> posted(String path, String text) {
		return this.posted.stream().filter((one) -> one.path().equals(path) && one.body().contains(text)).toList();
	}

	/** Lets a robot answer so from now on. */
	public void answer(String path, int status, String body) {
		this.answers.put(path, new Answer(status, body));
	}

	/** Lets the robots answer as they should. */
	public void recover() {
		this.answers.clear();
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		this.posted.add(new Posted(path, exchange.getRequestURI().getQuery(),
				exchange.getRequestHeaders().getFirst("Content-Type"),
				new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
		Answer answer = this.answers.getOrDefault(path, new Answer(200, YES));
		if (answer.body() == null) {
			// Never answers.
			return;
		}
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(answer.status(), body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	/**
	 * What a robot was sent.
	 *
	 * @param path the address's path
	 * @param query the address's query
	 * @param type the content type
	 * @param body the body
	 */
	public record Posted(String path, String query, String type, String body) {
	}

	private record Answer(int status, String body) {
	}

	/** Tells a Spring application where the receivers are. */
	public static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			String cuihu = "wuyeflow.notify.offices.cuihu.roles.";
			String web = "http://127.0.0.1:" + RUNNING.webPort;
			TestPropertyValues
				.of("wuyeflow.notify.dispatch=false", "wuyeflow.ledger.seal=false", "wuyeflow.retention.erase=false",
						"spring.mail.host=127.0.0.1", "spring.mail.port=" + RUNNING.mailPort,
						"wuyeflow.notify.from=wuyeflow@example.com", "wuyeflow.base-url=https://wuye.example.com/",
						cuihu + "engineering.email=" + MAILBOX,
						cuihu + "engineering.wecom=" + web + WECOM + "?key=secret-of-wecom",
						cuihu + "engineering.dingtalk=" + web + DINGTALK + "?access_token=secret-of-dingtalk",
						cuihu + "assistant-manager.dingtalk=" + web + DINGTALK + "?access_token=of-assistant-manager")
				.applyTo(context);
		}

	}

}
