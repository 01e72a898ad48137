package org.wuyeflow.process;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class PageNonceIT {

	private static final int AT_ONCE = 20;

	private static final Pattern NONCE_OF_HEADER = Pattern.compile("'nonce-([^']+)'");

	private static final Pattern NONCE_OF_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Test
	void pagesLoadedAtTheSameTimeEachCarryTheNonceOfTheirOwnHeader() {
		List<String> nonces = new ArrayList<>();
		for (int round = 0; round < 10; round++) {
			List<CompletableFuture<HttpResponse<String>>> loads = new ArrayList<>();
			for (int load = 0; load < AT_ONCE; load++) {
				loads.add(this.client.sendAsync(tasklist(), BodyHandlers.ofString()));
			}
			loads.forEach((load) -> nonces.add(nonceOf(load.join())));
		}
		assertThat(nonces).hasSize(10 * AT_ONCE).doesNotHaveDuplicates();
	}

	@Test
	void thePolicyLetsNoForeignOrInlineScriptRun() throws Exception {
		HttpResponse<String> page = this.client.send(tasklist(), BodyHandlers.ofString());
		assertThat(policyOf(page))
			.contains("script-src 'nonce-", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'",
					"form-action 'self'")
			.doesNotContainPattern("script-src[^;]*'unsafe-inline'")
			.doesNotContainPattern("script-src[^;]*https:");
	}

	private HttpRequest tasklist() {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/camunda/app/tasklist/default/"))
			.build();
	}

	private static String nonceOf(HttpResponse<String> page) {
		assertThat(page.statusCode()).isEqualTo(200);
		Matcher header = NONCE_OF_HEADER.matcher(policyOf(page));
		assertThat(header.find()).isTrue();
		assertThat(NONCE_OF_PAGE.matcher(page.body()).results().map((MatchResult match) -> match.group(1))).isNotEmpty()
			.containsOnly(header.group(1));
		return header.group(1);
	}

	private static String policyOf(HttpResponse<String> page) {
		return page.headers().firstValue("Content-Security-Policy").orElseThrow();
	}

}
