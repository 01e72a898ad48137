package org.wuyeflow.key;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.persistence.EntityManagerFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;
import org.wuyeflow.support.IntegrationTest;
import org.wuyeflow.support.TestDatabase;
import org.wuyeflow.support.Visitor;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page on which owners answer, and those who guess its addresses.
 */
@IntegrationTest
class ConsentPageIT {

	private static final int GUESSES = TestDatabase.onMySql() ? 2_000 : 10_000;

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final Pattern LINK = Pattern.compile("https://wuye\\.example\\.com(/consent/[A-Za-z0-9_-]{32})");

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	private final Random random = new Random(5);

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	KeyConsentService consents;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	EntityManagerFactory entities;

	private Desk desk;

	@BeforeEach
	void beginTheWeek() {
		Desk.setClock(NOW);
		this.desk = new Desk(this.engine);
	}

	@AfterEach
	void backToToday() {
		ClockUtil.reset();
	}

	@Test
	void ownerAnswersFromAnywhereWithoutALogIn() {
		Case question = ask("3-1-301");
		String path = link(Visitor.loggedIn(this.port, "front-desk"), question);
		Visitor owner = from("203.0.113.1");

		HttpResponse<String> page = owner.get(path);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("翠湖花园管理处", "3-1-301", "维修工李师傅", "厨房&lt;b&gt;漏水", "2026-03-02 13:00")
			.doesNotContain("<script", "<b>漏水");
		assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(page.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((control) -> assertThat(control).contains("no-store"));
		String token = owner.tokenOn(path);
		assertThat(owner.form(path, Map.of("_csrf", token)).body()).contains("请先选择您的答复");
		HttpResponse<String> bare = owner.form(path, Map.of("_csrf", token, "answer", "conditions"));
		assertThat(bare.statusCode()).isEqualTo(400);
		assertThat(bare.body()).contains("请写下您的条件");
		HttpResponse<String> taken = owner.form(path,
				Map.of("_csrf", token, "answer", "conditions", "conditions", "只进厨房"));

		assertThat(taken.statusCode()).isEqualTo(200);
		assertThat(taken.body()).contains("已收到您的答复", "有条件同意");
		KeyConsent consent = this.consents.find(question.number()).orElseThrow();
		assertThat(consent.answer()).isEqualTo(ConsentAnswer.AGREED_WITH_CONDITIONS);
		assertThat(consent.conditions()).isEqualTo("只进厨房");
		assertThat(consent.answeredAt()).isEqualTo(NOW);
		assertThat(consent.answerAddress()).isEqualTo("203.0.113.1");
		assertThat(question.ended()).isTrue();
		HttpResponse<String> again = owner.form(path, Map.of("_csrf", token, "answer", "refused"));
		assertThat(again.statusCode()).isEqualTo(404);
		assertThat(again.body()).isEqualTo(owner.get("/consent/" + guess()).body());
	}

	@Test
	void looksOfAMailProgramDoNotUseTheAddressUp() {
		Case question = ask("3-1-302");
		String path = link(Visitor.loggedIn(this.port, "front-desk"), question);
		for (int look = 0; look < 5; look++) {
			assertThat(from("203.0.113.2").get(path).statusCode()).isEqualTo(200);
		}
		assertThat(this.consents.find(question.number()).orElseThrow().answer()).isNull();
	}

	@Test
	void linkIsMadeByTheOfficeThatAsksOnly() {
		Case question = ask("3-1-401");
		Visitor neighbour = Visitor.loggedIn(this.port, "key-keeper-jinmao");
		String token = neighbour.tokenOn("/keys");
		assertThat(neighbour.form("/keys/consents/" + question.number(), Map.of("_csrf", token)).statusCode())
			.isEqualTo(404);
		Visitor auditor = Visitor.loggedIn(this.port, "auditor");
		assertThat(auditor.form("/keys/consents/" + question.number(), Map.of("_csrf", auditor.tokenOn("/keys")))
			.statusCode()).isEqualTo(403);
		assertThat(Visitor.loggedIn(this.port, "greening").get("/keys").statusCode()).isEqualTo(403);
		assertThat(auditor.get("/keys").statusCode()).isEqualTo(200);
	}

	@Test
	void addressIsNowhereInTheDatabase() {
		Case question = ask("3-1-402");
		String secret = link(Visitor.loggedIn(this.port, "front-desk"), question).substring("/consent/".length());

		assertThat(
				this.jdbc.queryForObject("select count(*) from key_consent where token_hash = ? or purpose_text like ?",
						Integer.class, secret, "%" + secret + "%"))
			.isZero();
		assertThat(this.jdbc.queryForObject(
				"select count(*) from record_change where fields like ? or personal_fields like ?", Integer.class,
				"%" + secret + "%", "%" + secret + "%"))
			.isZero();
		assertThat(this.jdbc.queryForObject("select count(*) from key_consent where token_hash = ?", Integer.class,
				ConsentToken.hash(secret)))
			.isOne();
	}

	@Test
	void whoGuessesLearnsNothingAndChangesNothing() {
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		Case open = ask("3-1-501");
		String good = link(desk, open).substring("/consent/".length());
		Case answered = ask("3-1-502");
		String used = link(desk, answered).substring("/consent/".length());
		Visitor owner = from("203.0.113.3");
		owner.form("/consent/" + used, Map.of("_csrf", owner.tokenOn("/consent/" + used), "answer", "agreed"));
		Case replaced = ask("3-1-601");
		String old = link(desk, replaced).substring("/consent/".length());
		link(desk, replaced);
		Case late = ask("3-1-602", NOW.plus(1, ChronoUnit.HOURS));
		String expired = link(desk, late).substring("/consent/".length());
		Desk.setClock(NOW.plus(1, ChronoUnit.HOURS));
		String before = state();
		Set<String> bodies = new HashSet<>();
		Set<Integer> statuses = new HashSet<>();
		Visitor guesser = null;
		String csrf = null;
		for (int guess = 0; guess < GUESSES; guess++) {
			if (guess % 10 == 0) {
				guesser = from("198.51.%d.%d".formatted(guess / 2000, guess / 10 % 200));
				csrf = (guess % 100 == 0) ? guesser.tokenOn("/login") : null;
			}
			String token = switch (guess % 5) {
				case 0 -> used;
				case 1 -> old;
				case 2 -> expired;
				case 3 -> malformed(good);
				default -> guess();
			};
			HttpResponse<String> answer = (csrf != null)
					? guesser.form("/consent/" + token, Map.of("_csrf", csrf, "answer", "agreed"))
					: guesser.get("/consent/" + token);
			statuses.add(answer.statusCode());
			bodies.add(answer.body());
		}

		assertThat(statuses).containsExactly(404);
		assertThat(bodies).hasSize(1);
		assertThat(bodies.iterator().next()).contains("这个页面不能使用").doesNotContain("翠湖", "3-1-");
		assertThat(state()).isEqualTo(before);
		assertThat(from("203.0.113.4").get("/consent/" + good).statusCode()).as("the right one still leads there")
			.isEqualTo(200);
	}

	/** What costs the same tells nothing by the time that it takes. */
	@Test
	void databaseIsAskedTheSameWhateverTheAddressWas() {
		Visitor desk = Visitor.loggedIn(this.port, "front-desk");
		Case answered = ask("3-1-801");
		String used = link(desk, answered).substring("/consent/".length());
		Visitor owner = from("203.0.113.8");
		owner.form("/consent/" + used, Map.of("_csrf", owner.tokenOn("/consent/" + used), "answer", "agreed"));
		String expired = link(desk, ask("3-1-802", NOW.plus(1, ChronoUnit.HOURS))).substring("/consent/".length());
		Desk.setClock(NOW.plus(1, ChronoUnit.HOURS));
		Statistics statistics = this.entities.unwrap(SessionFactory.class).getStatistics();
		statistics.setStatisticsEnabled(true);
		try {
			Visitor guesser = from("198.51.100.80");
			guesser.get("/consent/" + guess());
			for (String token : List.of(guess(), used, expired, "x", used + "A")) {
				statistics.clear();
				assertThat(guesser.get("/consent/" + token).statusCode()).isEqualTo(404);
				assertThat(statistics.getPrepareStatementCount()).as("statements for " + token).isEqualTo(1);
				assertThat(statistics.getEntityLoadCount()).isZero();
				assertThat(statistics.getEntityUpdateCount() + statistics.getEntityInsertCount()).isZero();
			}
		}
		finally {
			statistics.setStatisticsEnabled(false);
		}
	}

	@Test
	void whoGuessesOnIsStoppedForAWhileEvenFromTheRightAddress() {
		Case question = ask("3-1-701");
		String path = link(Visitor.loggedIn(this.port, "front-desk"), question);
		Visitor guesser = from("198.51.100.77");
		List<Integer> statuses = new ArrayList<>();
		for (int guess = 0; guess < ConsentThrottle.MISSES + 5; guess++) {
			statuses.add(guesser.get("/consent/" + guess()).statusCode());
		}
		assertThat(statuses.subList(0, ConsentThrottle.MISSES)).containsOnly(404);
		assertThat(statuses.subList(ConsentThrottle.MISSES, statuses.size())).containsOnly(429);
		assertThat(guesser.get(path).statusCode()).isEqualTo(429);
		assertThat(from("198.51.100.78").get(path).statusCode()).isEqualTo(200);
		Desk.setClock(NOW.plus(ConsentThrottle.PAUSE));
		assertThat(guesser.get(path).statusCode()).isEqualTo(200);
	}

	private Visitor from(String address) {
		return Visitor.at(this.port).with("X-Forwarded-For", address);
	}

	private String guess() {
		StringBuilder token = new StringBuilder();
		for (int i = 0; i < 32; i++) {
			token.append(ALPHABET.charAt(this.random.nextInt(ALPHABET.length())));
		}
		return token.toString();
	}

	private String malformed(String good) {
		return List
			.of("x", good.substring(1), good + "A", good.replace(good.charAt(0), '.'), "a".repeat(2000), "%E4%B8%AD",
					"'or'1'='1", good.toUpperCase(java.util.Locale.ROOT) + "=")
			.get(this.random.nextInt(8));
	}

	private String state() {
		return this.jdbc.queryForObject("select concat(count(*), '/', sum(version)) from key_consent", String.class)
				+ this.jdbc.queryForObject("select count(*) from record_change", String.class)
				+ this.jdbc.queryForObject("select count(*) from ACT_RU_TASK", String.class);
	}

	private String link(Visitor desk, Case question) {
		String page = desk.form("/keys/consents/" + question.number(), Map.of("_csrf", desk.tokenOn("/keys"))).body();
		Matcher link = LINK.matcher(page);
		assertThat(link.find()).as(page).isTrue();
		return link.group(1);
	}

	private Case ask(String house) {
		return ask(house, NOW.plus(4, ChronoUnit.HOURS));
	}

	private Case ask(String house, Instant until) {
		return this.desk.start("front-desk", "key-use-consent",
				KeyTrial.form("consentMatter", "ask", "houseNumber", house, "usePurpose", "repair", "purposeText",
						"厨房<b>漏水", "enterer", "维修工李师傅", "enterFrom", KeyTrial.local(NOW), "enterUntil",
						LocalDateTime.ofInstant(until, KeyTrial.ZONE).toString(), "accompanied", true));
	}

}
