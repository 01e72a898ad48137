package org.wuyeflow.key;

import java.util.Optional;
import java.util.Set;

import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.Ladder;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.deadline.Promise;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.notify.Message;
import org.wuyeflow.notify.Notifications;
import org.wuyeflow.office.Role;
import org.wuyeflow.record.SerialNumbers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only door to stock-takes. Clause CP-5.3.2.C.
 */
@Service
@Transactional
public class KeyStocktakeService {

	private final KeyStocktakeRepository stocktakes;

	private final HouseKeyRepository keys;

	private final KeyIncidentService incidents;

	private final SerialNumbers serials;

	private final CaseDeadlines promises;

	private final Notifications notifications;

	private final KeyLog log;

	KeyStocktakeService(KeyStocktakeRepository stocktakes, HouseKeyRepository keys, KeyIncidentService incidents,
			SerialNumbers serials, CaseDeadlines promises, Notifications notifications, KeyLog log) {
		this.stocktakes = stocktakes;
		this.keys = keys;
		this.incidents = incidents;
		this.serials = serials;
		this.promises = promises;
		this.notifications = notifications;
		this.log = log;
	}

	/** The stock-take with this number. */
	@Transactional(readOnly = true)
	public Optional<KeyStocktake> find(String number) {
		return this.stocktakes.findByNumber(number);
	}

	/** The last one that was finished. */
	@Transactional(readOnly = true)
	public Optional<KeyStocktake> last(String office) {
		return this.stocktakes.findFirstByOfficeAndCountedAtNotNullOrderByCountedAtDesc(office);
	}

	/** How many pieces the list says are in the cabinet. */
	@Transactional(readOnly = true)
	public int listed(String office) {
		return this.keys.piecesInCabinet(office);
	}

	/** Who keeps the keys since the last change of keeper, or empty before the first. */
	@Transactional(readOnly = true)
	public Optional<String> keeper(String office) {
		return this.stocktakes.findFirstByOfficeAndTakenOverAtNotNullOrderByTakenOverAtDesc(office)
			.map(KeyStocktake::newKeeper);
	}

	/**
	 * The cabinet shall be counted.
	 * @param newKeeper who takes over, or null where nobody does
	 */
	public KeyStocktake begin(String office, StocktakeReason reason, String newKeeper) {
		return this.stocktakes.save(new KeyStocktake(this.serials.nextCaseNumber(KeyCase.STOCKTAKE.prefix()), office,
				reason, newKeeper, this.log.now()));
	}

	/** By when it is to be done. */
	public KeyStocktake limit(String number, Limit within) {
		KeyStocktake stocktake = get(number);
		this.promises.set(Promise.first(stocktake.office(), number, Purpose.RESULT), stocktake.openedAt(), within,
				Ladder.of(LadderStep.of(LadderStep.AT_END, Role.CS_SUPERVISOR.id(), true)));
		return stocktake;
	}

	/** It is not done in time: the supervisor is told. */
	public void overdue(String number) {
		KeyStocktake stocktake = get(number);
		this.promises.take(number, Purpose.RESULT, LadderStep.AT_END, "提请客户服务组主管督办")
			.ifPresent((deadline) -> this.notifications
				.tell(new Message(number + "/overdue/" + deadline.dueAt(), stocktake.office(), Role.CS_SUPERVISOR.id(),
						true, "钥匙盘点超过时限，请督办", number, null, stocktake.reason().label(), deadline.dueAt())));
	}

	/**
	 * A key is not where the list says, or there is one that the list does not know.
	 * @return the incident that it becomes
	 * @throws Refusal (404) where the list has no such key in the cabinet that could be
	 * missing from it
	 */
	public KeyIncident differs(String number, String house, Set<Door> doors, IncidentKind kind, String matter) {
		KeyStocktake stocktake = get(number);
		stocktake.differs();
		return this.incidents.report(stocktake.office(), house, number, doors, kind, matter);
	}

	/**
	 * The cabinet was counted to the end.
	 * @throws Refusal (409) where the number is not the list's
	 */
	public KeyStocktake finish(String number, int counted, String remark) {
		KeyStocktake stocktake = get(number);
		stocktake.counted(listed(stocktake.office()), counted, remark, this.log.staff(), this.log.now());
		this.promises.decide(number, Purpose.RESULT, this.log.now());
		return stocktake;
	}

	/**
	 * The new keeper has taken over what was counted.
	 * @throws Refusal (403) where the same person counted
	 */
	public KeyStocktake takeOver(String number) {
		KeyStocktake stocktake = get(number);
		stocktake.takenOver(this.log.staff(), this.log.now());
		this.keys.inCare(stocktake.office()).forEach((key) -> key.keptBy(stocktake.newKeeper()));
		return stocktake;
	}

	private KeyStocktake get(String number) {
		return find(number).orElseThrow(() -> Refusal.notFound("没有找到盘点 " + number + "。"));
	}

}
