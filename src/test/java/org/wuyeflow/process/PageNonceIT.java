package org.wuyeflow.process;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.Visitor;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class PageNonceIT {

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	private static final int AT_ONCE = 20;

	private static final int ROUNDS = 10;

	private static final Pattern NONCE_OF_HEADER = Pattern.compile("'nonce-([^']+)'");

	private static final Pattern NONCE_OF_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");

	@LocalServerPort
	private int port;

	@Test
	void pagesLoadedAtTheSameTimeEachCarryTheNonceOfTheirOwnHeader() throws Exception {
		Visitor visitor = Visitor.loggedIn(this.port, "front-desk");
		Callable<HttpResponse<String>> load = () -> visitor.get(TASKLIST);
		List<String> nonces = new ArrayList<>();
		ExecutorService counters = Executors.newFixedThreadPool(AT_ONCE);
		try {
			for (int round = 0; round < ROUNDS; round++) {
				for (Future<HttpResponse<String>> page : counters.invokeAll(Collections.nCopies(AT_ONCE, load))) {
					nonces.add(nonceOf(page.get()));
				}
			}
		}
		finally {
			counters.shutdownNow();
		}
		assertThat(nonces).hasSize(ROUNDS * AT_ONCE).doesNotHaveDuplicates();
	}

	@Test
	void thePolicyLetsNoForeignOrInlineScriptRun() {
		assertThat(policyOf(Visitor.loggedIn(this.port, "front-desk").get(TASKLIST)))
			.contains("script-src 'nonce-", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'",
					"form-action 'self'")
			.doesNotContainPattern("script-src[^;]*'unsafe-inline'")
			.doesNotContainPattern("script-src[^;]*https:");
	}

	private static String nonceOf(HttpResponse<String> page) {
		assertThat(page.statusCode()).as(page.headers().map().toString()).isEqualTo(200);
		Matcher header = NONCE_OF_HEADER.matcher(policyOf(page));
		assertThat(header.find()).isTrue();
		assertThat(NONCE_OF_PAGE.matcher(page.body()).results().map((match) -> match.group(1))).isNotEmpty()
			.containsOnly(header.group(1));
		return header.group(1);
	}

	private static String policyOf(HttpResponse<String> page) {
		return page.headers().firstValue("Content-Security-Policy").orElseThrow();
	}

}
