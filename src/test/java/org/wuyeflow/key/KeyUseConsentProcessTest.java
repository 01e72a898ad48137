package org.wuyeflow.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.LedgerKind;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.support.Desk;
import org.wuyeflow.support.Desk.Case;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Asking an owner for the use of his key.
 */
class KeyUseConsentProcessTest extends KeyTrial {

	private static final String ASK = "UserTask_AskOwner";

	@Autowired
	OwnerAnswers answers;

	KeyUseConsentProcessTest() {
		super("key-use-consent");
	}

	/** The owner agrees by telephone, and somebody hears it. */
	static void agree(Case question) {
		question.complete(ASK, form("ownerAnswer", "agreed", "answerWay", "phone", "numberDialled", "13900139000",
				"ownerWords", "可以，注意关门", "witness", "林小燕"));
	}

	@Test
	void consentByTelephoneIsRecordedWithItsWitness() {
		Case question = ask(livedIn(), false);
		assertThatThrownBy(() -> question.complete(ASK, form("ownerAnswer", "agreed", "answerWay", "phone",
				"numberDialled", "13900139000", "ownerWords", "可以")))
			.hasStackTraceContaining("请填写「见证人」");

		agree(question);

		assertThat(question.ends()).containsExactly("EndEvent_OwnerAgreed");
		KeyConsent consent = consent(question);
		assertThat(consent.answer()).isEqualTo(ConsentAnswer.AGREED);
		assertThat(consent.way()).isEqualTo(ContactWay.PHONE);
		assertThat(consent.witness()).isEqualTo("林小燕");
		assertThat(consent.answeredAt()).isEqualTo(NOW);
		assertThat(consent.covers(NOW)).isTrue();
		assertThat(consent.covers(NOW.plus(Duration.ofHours(4)))).as("it ends with its time").isFalse();
	}

	@Test
	void consentToAnAccompaniedVisitNeedsNoWitness() {
		Case question = ask(livedIn(), true);
		question.complete(ASK, form("ownerAnswer", "agreed_with_conditions", "answerWay", "visit", "conditions", "只进厨房",
				"ownerWords", "只许进厨房"));

		assertThat(consent(question).answer()).isEqualTo(ConsentAnswer.AGREED_WITH_CONDITIONS);
		assertThat(consent(question).conditions()).isEqualTo("只进厨房");
	}

	@Test
	void ownerWhoWasNotReachedIsAskedAgainAndMayRefuse() {
		Case question = ask(livedIn(), true);
		question.complete(ASK,
				form("ownerAnswer", "not_reached", "answerWay", "phone", "numberDialled", "13900139000"));
		assertThat(consent(question).attempts()).isOne();
		question.complete(ASK, form("ownerAnswer", "refused", "answerWay", "message", "ownerWords", "不同意"));

		assertThat(question.ends()).containsExactly("EndEvent_OwnerRefused");
	}

	@Test
	void silenceIsARefusalButNotBeforeItsTime() {
		Case question = ask(livedIn(), true, NOW.plus(Duration.ofDays(3)));
		Desk.setClock(NOW.plus(Duration.ofHours(24)).minusSeconds(1));
		assertThat(question.runDueTimers()).isZero();
		Desk.setClock(NOW.plus(Duration.ofHours(24)));
		question.runDueTimers();

		assertThat(question.ends()).containsExactly("EndEvent_OwnerSilent");
		assertThat(consent(question).answer()).isEqualTo(ConsentAnswer.SILENT);
		assertThat(consent(question).covers(NOW.plus(Duration.ofHours(25)))).isFalse();
	}

	@Test
	void ownerAnswersOnHisPageOnce() {
		Case question = ask(livedIn(), true);
		String token = link(question);

		assertThat(this.answers.submit(token, ConsentAnswer.AGREED, null, "203.0.113.9")).isTrue();

		assertThat(question.ends()).containsExactly("EndEvent_OwnerAgreed");
		assertThat(question.passed("BoundaryEvent_OwnerAnsweredOnPage")).isTrue();
		assertThat(consent(question).way()).isEqualTo(ContactWay.PAGE);
		assertThat(consent(question).answerAddress()).isEqualTo("203.0.113.9");
		assertThat(this.answers.submit(token, ConsentAnswer.REFUSED, null, "203.0.113.9")).isFalse();
		assertThat(consent(question).answer()).isEqualTo(ConsentAnswer.AGREED);
	}

	@Test
	void addressThatWasReplacedOrIsOverLeadsNowhere() {
		Case question = ask(livedIn(), true);
		String first = link(question);
		String second = link(question);
		assertThat(this.answers.submit(first, ConsentAnswer.AGREED, null, "203.0.113.9")).isFalse();
		Desk.setClock(consent(question).answerBy());
		assertThat(this.answers.submit(second, ConsentAnswer.AGREED, null, "203.0.113.9")).isFalse();

		assertThat(consent(question).answer()).isNull();
		assertThat(question.openTasks()).containsExactly(ASK);
	}

	@Test
	void consentGivenBeforehandIsUsedByTheLoanOnce() {
		String house = livedIn();
		Case question = this.desk.start("front-desk", "key-use-consent",
				form("consentMatter", "ask", "houseNumber", house, "usePurpose", "decoration", "enterer", "赵师傅",
						"enterFrom", local(NOW), "enterUntil", local(NOW.plus(Duration.ofHours(4)))));
		agree(question);
		Case loan = lend(house);

		assertThat(loan(loan).consentNumber()).isEqualTo(question.number());
		assertThat(loan(loan).dueAt()).isEqualTo(NOW.plus(Duration.ofHours(4)));
		assertThat(consent(question).loanNumber()).isEqualTo(loan.number());
		returnAll(loan);
		Case again = this.desk.start("front-desk", "key-borrow",
				request(house, "neededUntil", local(NOW.plus(Duration.ofHours(3)))));
		assertThat(again.called().openTasks()).as("asked for this use, not for the next").containsExactly(ASK);
	}

	@Test
	void consentGivenBeforehandIsForWhomAndHowItWasGivenOnly() {
		String house = livedIn();
		Case question = this.desk.start("front-desk", "key-use-consent",
				form("consentMatter", "ask", "houseNumber", house, "usePurpose", "decoration", "enterer", "赵师傅",
						"enterFrom", local(NOW), "enterUntil", local(NOW.plus(Duration.ofHours(4))), "accompanied",
						true));
		agree(question);
		Instant until = NOW.plus(Duration.ofHours(3));

		Case alone = this.desk.start("front-desk", "key-borrow", request(house, "neededUntil", local(until)));
		Case other = this.desk.start("front-desk", "key-borrow", request(house, "neededUntil", local(until),
				"borrowerName", "钱师傅", "borrowerPhone", "13600136000", "accompanied", true));

		assertThat(alone.called().openTasks()).as("he agreed to an accompanied visit").containsExactly(ASK);
		assertThat(other.called().openTasks()).as("he agreed to somebody else").containsExactly(ASK);
		Case agreed = lend(house, "neededUntil", local(until), "accompanied", true);
		assertThat(loan(agreed).consentNumber()).isEqualTo(question.number());
		returnAll(agreed);
	}

	@Test
	void consentOfALoanThatCameToNothingIsStillThere() {
		String house = livedIn();
		Instant until = NOW.plus(Duration.ofHours(3));
		Case first = this.desk.start("front-desk", "key-borrow", request(house, "neededUntil", local(until)));
		Case question = first.called();
		agree(question);
		first.complete("UserTask_IssueKeys", Map.of("issueDecision", "not_issued", "issueRemark", "借用人没来"));

		Case again = lend(house, "neededUntil", local(until));
		assertThat(loan(again).consentNumber()).isEqualTo(question.number());
		returnAll(again);
	}

	@Test
	void answerIsPromisedUntilTheTableSaysOrTheUseIsOver() {
		Case shorter = ask(livedIn(), true, NOW.plus(Duration.ofHours(4)));
		Case longer = ask(livedIn(), true, NOW.plus(Duration.ofDays(3)));
		assertThat(promise(shorter, Purpose.ANSWER).dueAt()).isEqualTo(NOW.plus(Duration.ofHours(4)));
		assertThat(promise(longer, Purpose.ANSWER).dueAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
		assertThat(longer.task(ASK).getDueDate()).isEqualTo(Date.from(NOW.plus(Duration.ofHours(24))));
		assertThat(longer.task(ASK).getFollowUpDate()).isEqualTo(Date.from(NOW.plus(Duration.ofHours(12))));
		agree(shorter);
		assertThat(promise(shorter, Purpose.ANSWER).kept()).isTrue();
		Desk.setClock(NOW.plus(Duration.ofHours(24)));
		longer.runDueTimers();
		assertThat(ledger(longer)).containsExactly(LedgerKind.SET, LedgerKind.DROPPED);
	}

	@Test
	void nothingIsWithdrawnWhereNothingWasAgreed() {
		assertThatThrownBy(() -> this.desk.start("front-desk", "key-use-consent",
				form("consentMatter", "withdraw", "houseNumber", livedIn(), "withdrawalWords", "不行")))
			.isInstanceOf(Refusal.class)
			.hasStackTraceContaining("没有生效的业主同意");
	}

	@Test
	void ownerTakesHisConsentBack() {
		String house = livedIn();
		Case question = ask(house, true);
		agree(question);
		Case withdrawal = this.desk.start("front-desk", "key-use-consent",
				form("consentMatter", "withdraw", "houseNumber", house, "withdrawalWords", "不行了"));

		assertThat(withdrawal.ends()).containsExactly("EndEvent_ConsentWithdrawn");
		assertThat(consent(question).covers(NOW)).isFalse();
	}

	private Case ask(String house, boolean accompanied) {
		return ask(house, accompanied, NOW.plus(Duration.ofHours(4)));
	}

	private Case ask(String house, boolean accompanied, Instant until) {
		return this.desk.start("front-desk", "key-use-consent",
				form("consentMatter", "ask", "houseNumber", house, "usePurpose", "repair", "enterer", "维修工李师傅",
						"enterFrom", local(NOW), "enterUntil", local(until), "accompanied", accompanied));
	}

	private String link(Case question) {
		String token = ConsentToken.next();
		this.transaction.executeWithoutResult(
				(status) -> this.consents.find(question.number()).orElseThrow().linked(ConsentToken.hash(token)));
		return token;
	}

	private KeyConsent consent(Case question) {
		return this.consents.find(question.number()).orElseThrow();
	}

}
