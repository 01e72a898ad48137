package org.wuyeflow.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.CaseDeadline;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.Ladder;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.deadline.Promise;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Houses;
import org.wuyeflow.record.SerialNumbers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only door to owners' consents. Clause CP-5.3.2.D2.
 */
@Service
@Transactional
public class KeyConsentService {

	private final KeyConsentRepository consents;

	private final KeyLoanRepository loans;

	private final Houses houses;

	private final SerialNumbers serials;

	private final Deadlines deadlines;

	private final CaseDeadlines promises;

	private final KeyLog log;

	KeyConsentService(KeyConsentRepository consents, KeyLoanRepository loans, Houses houses, SerialNumbers serials,
			Deadlines deadlines, CaseDeadlines promises, KeyLog log) {
		this.consents = consents;
		this.loans = loans;
		this.houses = houses;
		this.serials = serials;
		this.deadlines = deadlines;
		this.promises = promises;
		this.log = log;
	}

	/** The consent with this number. */
	@Transactional(readOnly = true)
	public Optional<KeyConsent> find(String number) {
		return this.consents.findByNumber(number);
	}

	/** Those of an office that wait for an answer. */
	@Transactional(readOnly = true)
	public List<KeyConsent> open(String office) {
		return this.consents.open(office, this.log.now());
	}

	List<KeyConsent> inForce(UUID house) {
		return this.consents.inForce(house, this.log.now());
	}

	/**
	 * The owner shall be asked for a use of his key.
	 * @throws Refusal (400) for an unknown house, or a time that is over
	 */
	public KeyConsent ask(String office, String houseNumber, KeyUse use) {
		House house = this.houses.find(office, houseNumber);
		Instant now = this.log.now();
		if (!use.until().isAfter(use.from()) || !use.until().isAfter(now)) {
			throw new Refusal("「进入时间止」要晚于「进入时间起」和现在。");
		}
		return this.consents.save(new KeyConsent(this.serials.nextCaseNumber(KeyCase.CONSENT.prefix()), house, use,
				this.log.staff(), now));
	}

	/**
	 * The owner shall be asked for the use that a loan is for.
	 * @throws Refusal (404) where there is no such loan
	 */
	public KeyConsent askForLoan(String number) {
		KeyLoan loan = this.loans.findByNumber(number).orElseThrow(() -> Refusal.notFound("没有找到钥匙借用 " + number + "。"));
		Instant now = this.log.now();
		Instant end = (loan.dueAt() != null) ? loan.dueAt() : loan.wantedUntil();
		KeyConsent consent = ask(loan.office(), loan.houseNumber(),
				new KeyUse(number, loan.purpose(), loan.purposeText(), loan.borrower().shown(), now,
						end.isAfter(now) ? end : toBringItBack(loan, now), loan.accompanied()));
		loan.consented(consent.number());
		return consent;
	}

	/** What the owner is asked for whose key is late already when he moves in. */
	private Instant toBringItBack(KeyLoan loan, Instant now) {
		return this.deadlines.due(loan.office(), now, loan.rule().recallWithin()).dueAt();
	}

	/**
	 * Until when silence is not a refusal: for so long, but not after the use is over.
	 * @param witness whether a second person must hear a consent that is given by word
	 */
	public KeyConsent limit(String number, Limit within, boolean witness) {
		KeyConsent consent = get(number);
		Instant latest = this.deadlines.due(consent.office(), consent.askedAt(), within).dueAt();
		Promise promise = Promise.first(consent.office(), number, Purpose.ANSWER);
		CaseDeadline deadline = latest.isBefore(consent.enterUntil())
				? this.promises.set(promise, consent.askedAt(), within, Ladder.NONE)
				: this.promises.setUntil(promise, consent.askedAt(), consent.enterUntil(), Ladder.NONE, "进入时间");
		consent.limited(deadline.dueAt(), witness);
		return consent;
	}

	/** The owner was called and not reached. */
	public KeyConsent notReached(String number) {
		KeyConsent consent = get(number);
		consent.notReached();
		return consent;
	}

	/**
	 * The owner has answered by word.
	 * @throws Refusal (400) where a witness is needed and none is named; (409) where he
	 * has answered already
	 */
	public KeyConsent answer(String number, KeyConsent.Answer answer) {
		KeyConsent consent = get(number);
		consent.answered(answer, this.log.staff(), this.log.now());
		settled(consent);
		return consent;
	}

	/** The owner has not answered in time. */
	public KeyConsent lapse(String number) {
		KeyConsent consent = get(number);
		consent.silent(this.log.now());
		this.promises.drop(number, Purpose.ANSWER, "业主没有答复，按不同意处理");
		refuseLoan(consent);
		return consent;
	}

	/**
	 * The owner takes his consents to a house back.
	 * @return the loans that rest on them
	 * @throws Refusal (404) where there is none
	 */
	public Withdrawn withdraw(String office, String houseNumber, String words) {
		House house = this.houses.find(office, houseNumber);
		List<KeyConsent> inForce = inForce(house.id());
		if (inForce.isEmpty()) {
			throw Refusal.notFound(house.number() + " 没有生效的业主同意，不用撤回。");
		}
		inForce.forEach((consent) -> consent.withdrawn(words, this.log.now()));
		return new Withdrawn(inForce.get(0).number(),
				inForce.stream().map(KeyConsent::loanNumber).filter((loan) -> loan != null).toList());
	}

	/**
	 * Makes the address of the owner's answer page; one made before is void from now on.
	 * @return the secret part of the address, which nobody can read again
	 * @throws Refusal (404) where the reader's office asks no such owner; (409) where he
	 * has answered already
	 */
	public String link(String number) {
		KeyConsent consent = find(number).filter((found) -> this.log.staff().worksFor(found.office()))
			.orElseThrow(() -> Refusal.notFound("没有找到征求同意 " + number + "。"));
		String token = ConsentToken.next();
		consent.linked(ConsentToken.hash(token));
		return token;
	}

	/**
	 * What an address leads to, or empty for any that does not lead anywhere: guessed,
	 * used, replaced, over or malformed, it is one and the same question to the database.
	 */
	@Transactional(readOnly = true)
	public Optional<KeyConsent> behind(String token) {
		return this.consents.answerable(ConsentToken.hash(token), this.log.now());
	}

	/** The number of the consent that an address leads to. */
	@Transactional(readOnly = true)
	public Optional<String> numberBehind(String token) {
		return behind(token).map(KeyConsent::number);
	}

	/**
	 * The owner answers on the page.
	 * @return the consent, or empty where the address does not lead anywhere any more
	 */
	public Optional<KeyConsent> answerOnPage(String token, ConsentAnswer answer, String conditions, String address) {
		Optional<KeyConsent> consent = behind(token);
		consent.ifPresent((found) -> {
			found.answered(new KeyConsent.Answer(answer, ContactWay.PAGE, conditions, null, null, null, address), null,
					this.log.now());
			settled(found);
		});
		return consent;
	}

	/** The calendar has changed; silence is a refusal when the deadline says. */
	public KeyConsent follow(String number) {
		KeyConsent consent = get(number);
		this.promises.find(number, Purpose.ANSWER).ifPresent((deadline) -> consent.answerBy(deadline.dueAt()));
		return consent;
	}

	private void settled(KeyConsent consent) {
		this.promises.decide(consent.number(), Purpose.ANSWER, consent.answeredAt());
		refuseLoan(consent);
	}

	private void refuseLoan(KeyConsent consent) {
		if (consent.loanNumber() != null && !consent.answer().allows()) {
			this.loans.findByNumber(consent.loanNumber())
				.filter((loan) -> loan.status() == LoanStatus.REQUESTED)
				.ifPresent(KeyLoan::refused);
		}
	}

	KeyConsent get(String number) {
		return find(number).orElseThrow(() -> Refusal.notFound("没有找到征求同意 " + number + "。"));
	}

	/**
	 * Consents that were taken back.
	 *
	 * @param number the number of the latest of them
	 * @param loans the loans that rest on them
	 */
	public record Withdrawn(String number, List<String> loans) {
	}

}
