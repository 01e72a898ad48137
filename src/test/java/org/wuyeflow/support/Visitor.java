package org.wuyeflow.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody with a browser: keeps cookies, follows redirects, logs in through the page.
 */
public final class Visitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private final String address;

	private Visitor(int port) {
		this.address = "http://localhost:" + port;
	}

	/** Somebody who is not logged in. */
	public static Visitor stranger(int port) {
		return new Visitor(port);
	}

	/** One of the sample's users, logged in. */
	public static Visitor loggedIn(int port, String user) throws IOException, InterruptedException {
		Visitor visitor = new Visitor(port);
		Matcher token = TOKEN.matcher(visitor.get("/login").body());
		if (!token.find()) {
			throw new IllegalStateException("The log-in page has no token");
		}
		String form = "username=" + encoded(user) + "&password=" + encoded("wuye-" + user) + "&_csrf="
				+ encoded(token.group(1));
		HttpResponse<String> answer = visitor.send(visitor.request("/login")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
		if (answer.statusCode() != 200 || answer.uri().getPath().startsWith("/login")) {
			throw new IllegalStateException(user + " cannot log in: " + answer.statusCode());
		}
		return visitor;
	}

	/** What a browser is answered at this path. */
	public HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(request(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
	}

	/** What a program is answered at this path. */
	public HttpResponse<String> getJson(String path) throws IOException, InterruptedException {
		return send(request(path).header("Accept", "application/json"));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.address + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
