package org.wuyeflow.key;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.Ladder;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.deadline.Promise;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Houses;
import org.wuyeflow.record.RecordBook;
import org.wuyeflow.record.SerialNumbers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys come into the office's care and leave it again. Each method is one step of the
 * procedure. All refuse with a {@link Refusal} (404 for an unknown number, 409 for a
 * wrong move). Clauses CP-5.2.2, CP-5.3.1, CP-5.3.2.A, CP-5.3.2.B, CP-5.3.2.C, CP-5.4.
 */
@Service
@Transactional
public class KeyCustodyService {

	private final KeyEntrustmentRepository entrustments;

	private final HouseKeyRepository keys;

	private final KeyLoanRepository loans;

	private final KeyIncidentService incidents;

	private final KeyAuthorityService authorities;

	private final RecordBook book;

	private final SerialNumbers serials;

	private final Houses houses;

	private final Deadlines deadlines;

	private final CaseDeadlines promises;

	private final KeyLog log;

	private final Clock clock;

	KeyCustodyService(KeyEntrustmentRepository entrustments, HouseKeyRepository keys, KeyLoanRepository loans,
			KeyIncidentService incidents, KeyAuthorityService authorities, RecordBook book, SerialNumbers serials,
			Houses houses, Deadlines deadlines, CaseDeadlines promises, KeyLog log, Clock clock) {
		this.entrustments = entrustments;
		this.keys = keys;
		this.loans = loans;
		this.incidents = incidents;
		this.authorities = authorities;
		this.book = book;
		this.serials = serials;
		this.houses = houses;
		this.deadlines = deadlines;
		this.promises = promises;
		this.log = log;
		this.clock = clock;
	}

	/** The entrustment with this number. */
	@Transactional(readOnly = true)
	public Optional<KeyEntrustment> find(String number) {
		return this.entrustments.findByCaseNumber(number);
	}

	/** The entrustments that end by this withdrawal. */
	@Transactional(readOnly = true)
	public List<KeyEntrustment> ofWithdrawal(String number) {
		return this.entrustments.findByWithdrawalNumberOrderById(number);
	}

	/** The keys of a house that are in the office's care. */
	@Transactional(readOnly = true)
	public List<HouseKey> keysOf(House house) {
		return this.keys.ofHouse(house.id());
	}

	/** The keys that came by this entrustment. */
	@Transactional(readOnly = true)
	public List<HouseKey> keysOf(String entrustment) {
		return this.keys.findByCaseNumberOrderById(entrustment);
	}

	/** All keys in the care of an office, hook by hook. */
	@Transactional(readOnly = true)
	public List<HouseKey> inCare(String office) {
		return this.keys.inCare(office);
	}

	/** Whether an office has keys in its care. */
	@Transactional(readOnly = true)
	public boolean keeps(String office) {
		return !inCare(office).isEmpty();
	}

	/**
	 * An owner wants to entrust keys; the desk has checked them, him and the scheme.
	 * Clauses CP-5.3.1, CP-5.3.2.A, CP-5.3.2.B.
	 * @throws Refusal (400) for an unknown house
	 */
	public KeyEntrustment register(EntrustmentIntake intake) {
		return enter(intake, new KeyEntrustment.Scheme(true, null));
	}

	/**
	 * An owner wants to entrust keys that the office's scheme does not cover, and was
	 * told so patiently. Clauses CP-5.3.1, CP-5.4.
	 */
	public KeyEntrustment explain(EntrustmentIntake intake, String explanation) {
		KeyEntrustment entrustment = enter(intake, new KeyEntrustment.Scheme(false, explanation));
		entrustment.close();
		return entrustment;
	}

	private KeyEntrustment enter(EntrustmentIntake intake, KeyEntrustment.Scheme scheme) {
		House house = this.houses.find(intake.office(), intake.house());
		String number = this.serials.nextCaseNumber(KeyCase.ENTRUSTMENT.prefix());
		return this.book.enter(new KeyEntrustment(number, intake, house, scheme));
	}

	/** Who may decide on it, as roles separated by commas. Clause CP-5.2.2. */
	@Transactional(readOnly = true)
	public String approverRoles(KeyEntrustment entrustment) {
		return this.authorities.roles(entrustment.office());
	}

	/**
	 * Somebody decides whether the office takes the keys. Clause CP-5.2.2.
	 * @throws Refusal (403) where he has no authority to
	 */
	public KeyEntrustment decide(String number, boolean agreed, String opinion) {
		KeyEntrustment entrustment = get(number);
		entrustment.decided(agreed, opinion, this.log.staff(),
				this.authorities.rightOf(this.log.staff(), entrustment.office()), this.log.now());
		return entrustment;
	}

	/** The owner was told that the office does not take his keys, and why. */
	public KeyEntrustment tellRefusal(String number, String how) {
		KeyEntrustment entrustment = get(number);
		entrustment.refusalTold(how);
		entrustment.close();
		return entrustment;
	}

	/**
	 * The owner has signed and handed his keys to the desk. Clause CP-5.3.2.B.
	 * @throws Refusal (409) where not all of them were counted
	 */
	public KeyEntrustment sign(String number, int counted) {
		KeyEntrustment entrustment = get(number);
		count(entrustment, counted);
		entrustment.signed(this.log.staff(), this.log.now());
		return entrustment;
	}

	/**
	 * The keeper has taken the keys from the desk and hung them up. Clause CP-5.3.2.C.
	 * @throws Refusal (409) where not all of them were counted
	 */
	public KeyEntrustment store(String number, int counted, Place place) {
		KeyEntrustment entrustment = get(number);
		count(entrustment, counted);
		Instant now = this.log.now();
		entrustment.stored(place, this.log.staff(), now, afterwards(entrustment));
		promise(entrustment, 1);
		House house = this.houses.find(entrustment.office(), entrustment.houseNumber());
		List<HouseKey> stored = new ArrayList<>();
		entrustment.keys()
			.pieces()
			.keySet()
			.forEach((door) -> stored
				.add(this.book.enter(new HouseKey(entrustment, house, door, this.log.staff(), now))));
		this.log.write(stored, number, EntryKind.STORED, entrustment.takenByName() + "交" + this.log.staff().name() + "，"
				+ place.cabinet() + " " + place.hook() + ((place.seal() != null) ? "，封签 " + place.seal() : ""));
		return entrustment;
	}

	private static void count(KeyEntrustment entrustment, int counted) {
		int expected = entrustment.keys().total();
		if (counted != expected) {
			throw Refusal.conflict(
					"登记的是 " + entrustment.keys().text() + "，共 " + expected + " 把，您点到 " + counted + " 把。请当面核对清楚再交接。");
		}
	}

	/**
	 * The entrustment has ended and the keys were not taken back: the owner was asked to.
	 * @param until the new last day where he prolongs it, else null
	 */
	public KeyEntrustment chase(String number, ChaseResult result, LocalDate until, String note) {
		KeyEntrustment entrustment = get(number);
		if (until != null && !until.isAfter(entrustment.validUntil())) {
			throw new Refusal("延长后的有效期要晚于原来的 " + entrustment.validUntil() + "。");
		}
		String text = result.label() + ((until != null) ? "至 " + until : "") + ((note != null) ? "，" + note : "");
		entrustment.chased(this.log.line(text), until);
		this.log.write(this.keys.findByCaseNumberOrderById(number), number,
				(until != null) ? EntryKind.PROLONGED : EntryKind.CHASED, text);
		if (until != null) {
			this.promises.drop(number, Purpose.PICK_UP, "业主延长委托至 " + until);
			promise(entrustment, this.promises.find(number, Purpose.PICK_UP).orElseThrow().round() + 1);
		}
		return entrustment;
	}

	/**
	 * When he is asked again, as the table says of what came of asking him.
	 * @param after how long from now, or empty at the end of the entrustment
	 */
	public KeyEntrustment chaseAgain(String number, Optional<Limit> after) {
		KeyEntrustment entrustment = get(number);
		entrustment.chaseAt(after
			.map((limit) -> this.deadlines.atWork(entrustment.office(),
					this.deadlines.due(entrustment.office(), this.log.now(), limit).dueAt()))
			.orElseGet(() -> afterwards(entrustment)));
		return entrustment;
	}

	private void promise(KeyEntrustment entrustment, int round) {
		this.promises.setUntil(new Promise(entrustment.office(), entrustment.caseNumber(), Purpose.PICK_UP, round),
				this.log.now(), end(entrustment), Ladder.NONE, "业主（委托有效期）");
	}

	private Instant end(KeyEntrustment entrustment) {
		return entrustment.validUntil().plusDays(1).atStartOfDay(this.clock.getZone()).toInstant();
	}

	/** The first office minute after its end. */
	private Instant afterwards(KeyEntrustment entrustment) {
		return this.deadlines.atWork(entrustment.office(), end(entrustment));
	}

	/**
	 * The owner wants his keys back. Where he has moved in, the house is one that is
	 * lived in from now on.
	 * @throws Refusal (404) where the office has no key of this house; (409) where they
	 * are being handed back already
	 */
	public Withdrawing withdraw(Withdrawal withdrawal) {
		House house = this.houses.find(withdrawal.office(), withdrawal.house());
		List<KeyEntrustment> kept = this.entrustments.findByHouseIdAndStatusOrderById(house.id(),
				EntrustmentStatus.KEPT);
		if (kept.isEmpty()) {
			throw Refusal.notFound("钥匙柜里没有 " + house.number() + " 的钥匙，请核对房号。");
		}
		String number = this.serials.nextCaseNumber(KeyCase.WITHDRAWAL.prefix());
		kept.forEach((entrustment) -> entrustment.withdrawing(number, withdrawal));
		if (withdrawal.reason() == WithdrawalReason.MOVED_IN && !house.movedIn()) {
			this.houses.moveIn(house, withdrawal.movedInOn());
		}
		return new Withdrawing(number, house.number(), this.loans.numbersOut(house.id()));
	}

	/**
	 * The keys are handed to the owner. Where fewer are there than were entrusted, that
	 * becomes an incident.
	 * @param counted how many were handed over
	 * @param shortage what is to be said of those that are missing, or null
	 * @return the incident, or empty where all are there
	 * @throws Refusal (409) where keys are still out
	 */
	public Optional<KeyIncident> handBack(String number, int counted, String shortage) {
		List<KeyEntrustment> ending = ofWithdrawal(number);
		List<HouseKey> all = ending.stream()
			.flatMap((entrustment) -> this.keys.findByCaseNumberOrderById(entrustment.caseNumber()).stream())
			.toList();
		all.stream().filter((key) -> key.status() == KeyStatus.OUT).findFirst().ifPresent((key) -> {
			throw Refusal.conflict(key.door().label() + "的钥匙还在" + key.borrowerName() + "处（" + key.loanNumber() + "，应还 "
					+ this.log.shown(key.dueAt()) + "），已通知收回；收回后再交还业主。");
		});
		List<HouseKey> here = all.stream().filter((key) -> key.status() == KeyStatus.IN_CABINET).toList();
		int expected = here.stream().mapToInt(HouseKey::pieces).sum();
		String list = here.stream().map(HouseKey::shown).collect(Collectors.joining("、"));
		if (counted > expected) {
			throw Refusal.conflict("清单上在柜的是" + list + "，共 " + expected + " 把，您点到 " + counted + " 把，请重新清点。");
		}
		if (counted < expected && shortage == null) {
			throw Refusal
				.conflict("清单上在柜的是" + list + "，共 " + expected + " 把，您点到 " + counted + " 把。确实缺少的，请填写「缺少钥匙的情况」，将立案处理。");
		}
		KeyEntrustment first = ending.get(0);
		Instant now = this.log.now();
		here.forEach((key) -> key.handedBack(first.withdrawnBy(), now));
		this.log.write(here, number, EntryKind.HANDED_BACK,
				first.withdrawalReason().label() + "，凭" + first.withdrawerIdentity() + "签收", first.withdrawnBy());
		ending.forEach((entrustment) -> {
			entrustment.ended(counted, this.log.staff(), now);
			entrustment.close();
			this.promises.decide(entrustment.caseNumber(), Purpose.PICK_UP, now);
		});
		return (counted == expected) ? Optional.empty()
				: Optional.of(this.incidents.open(first.office(), first.houseNumber(), number,
						here.stream().map(HouseKey::door).collect(Collectors.toSet()), IncidentKind.LOST,
						"交还业主时应有 " + expected + " 把，只有 " + counted + " 把：" + shortage));
	}

	private KeyEntrustment get(String number) {
		return find(number).orElseThrow(() -> Refusal.notFound("没有找到钥匙委托 " + number + "。"));
	}

	/**
	 * Keys that are being taken back.
	 *
	 * @param number the number of the withdrawal
	 * @param house the house's number
	 * @param loans the loans by which keys of it are out
	 */
	public record Withdrawing(String number, String house, List<String> loans) {
	}

}
