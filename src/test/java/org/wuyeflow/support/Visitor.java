package org.wuyeflow.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody in front of the application with a browser (cookies are kept, redirects are
 * not followed) or with a program (HTTP Basic).
 */
public final class Visitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

	private final CookieManager cookies = new CookieManager();

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(this.cookies)
		.followRedirects(Redirect.NEVER)
		.build();

	private final Map<String, String> headers = new HashMap<>();

	private final String address;

	private Visitor(int port) {
		this.address = "http://localhost:" + port;
	}

	/** A visitor with a browser, not logged in. */
	public static Visitor at(int port) {
		Visitor visitor = new Visitor(port);
		visitor.headers.put("Accept", "text/html,application/json;q=0.9,*/*;q=0.8");
		return visitor;
	}

	/** A member of the sample's staff who came in through the log-in page. */
	public static Visitor loggedIn(int port, String user) {
		Visitor visitor = at(port);
		HttpResponse<String> answer = visitor.login(user, "wuye-" + user);
		if (!answer.headers().firstValue("Location").orElse("").equals(visitor.address + "/")) {
			throw new IllegalStateException("Log-in of " + user + " failed: " + answer.headers().map());
		}
		return visitor;
	}

	/** A program that brings the name and password of a member of the sample's staff. */
	public static Visitor program(int port, String user) {
		Visitor visitor = new Visitor(port);
		visitor.headers.put("Accept", "application/json");
		return visitor.with("Authorization", "Basic "
				+ Base64.getEncoder().encodeToString((user + ":wuye-" + user).getBytes(StandardCharsets.UTF_8)));
	}

	/** Sends this header from now on. */
	public Visitor with(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	/** Opens the log-in page and sends it in. */
	public HttpResponse<String> login(String user, String password) {
		String token = tokenOn("/login");
		return form("/login", Map.of("username", user, "password", password, "_csrf", token));
	}

	/** The token in the first form of a page. */
	public String tokenOn(String path) {
		Matcher token = TOKEN.matcher(get(path).body());
		if (!token.find()) {
			throw new IllegalStateException("No form on " + path);
		}
		return token.group(1);
	}

	public HttpResponse<String> get(String path) {
		return send("GET", path, null, null);
	}

	/** Gets a file. */
	public byte[] bytes(String path) {
		return file(path).body();
	}

	/** Gets a file with its headers. */
	public HttpResponse<byte[]> file(String path) {
		return send("GET", path, null, null, BodyHandlers.ofByteArray());
	}

	/** Sends a form as a page does. */
	public HttpResponse<String> form(String path, Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send("POST", path, "application/x-www-form-urlencoded", body);
	}

	/** Sends a form with a text file as a page does. */
	public HttpResponse<String> upload(String path, Map<String, String> fields, String name, String text) {
		StringBuilder body = new StringBuilder();
		fields.forEach((field, value) -> body.append("--part\r\nContent-Disposition: form-data; name=\"")
			.append(field)
			.append("\"\r\n\r\n")
			.append(value)
			.append("\r\n"));
		body.append("--part\r\nContent-Disposition: form-data; name=\"")
			.append(name)
			.append("\"; filename=\"file.csv\"\r\nContent-Type: text/csv\r\n\r\n")
			.append(text)
			.append("\r\n--part--\r\n");
		return send("POST", path, "multipart/form-data; boundary=part", body.toString());
	}

	/** Sends a file as a script on a page does, with the page's token in a header. */
	public HttpResponse<String> upload(String path, Map<String, String> fields, String fileName, byte[] content) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		fields.forEach((field, value) -> body
			.writeBytes("--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(field, value)
				.getBytes(StandardCharsets.UTF_8)));
		body.writeBytes(
				"--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n".formatted(fileName)
					.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path))
			.POST(BodyPublishers.ofByteArray(body.toByteArray()));
		this.headers.forEach(request::setHeader);
		request.setHeader("Accept", "application/json");
		request.setHeader("X-CSRF-TOKEN", tokenOn("/"));
		request.setHeader("Content-Type", "multipart/form-data; boundary=part");
		return send(request, BodyHandlers.ofString());
	}

	/** The path that an answer sends on to. */
	public static String target(HttpResponse<?> answer) {
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
	}

	/** Sends JSON with any method. */
	public HttpResponse<String> json(String method, String path, String body) {
		return send(method, path, "application/json", body);
	}

	/** The value of a cookie that this visitor holds. */
	public Optional<String> cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst();
	}

	/** The address of a path, as redirects name it. */
	public String address(String path) {
		return this.address + path;
	}

	private HttpResponse<String> send(String method, String path, String type, String body) {
		return send(method, path, type, body, BodyHandlers.ofString());
	}

	private <T> HttpResponse<T> send(String method, String path, String type, String body, BodyHandler<T> handler) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path))
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		this.headers.forEach(request::setHeader);
		if (type != null) {
			request.setHeader("Content-Type", type);
		}
		return send(request, handler);
	}

	private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
		try {
			return this.client.send(request.build(), body);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
