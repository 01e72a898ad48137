package org.wuyeflow.key;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.CaseDeadlines;
import org.wuyeflow.deadline.Ladder;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.deadline.Promise;
import org.wuyeflow.deadline.Purpose;
import org.wuyeflow.notify.Message;
import org.wuyeflow.notify.Notifications;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Houses;
import org.wuyeflow.office.Role;
import org.wuyeflow.record.SerialNumbers;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only door to incidents with keys. Clauses CP-5.3.2.C, PP-5.2.
 */
@Service
@Transactional
public class KeyIncidentService {

	private final KeyIncidentRepository incidents;

	private final HouseKeyRepository keys;

	private final Houses houses;

	private final SerialNumbers serials;

	private final CaseDeadlines promises;

	private final Notifications notifications;

	private final KeyLog log;

	KeyIncidentService(KeyIncidentRepository incidents, HouseKeyRepository keys, Houses houses, SerialNumbers serials,
			CaseDeadlines promises, Notifications notifications, KeyLog log) {
		this.incidents = incidents;
		this.keys = keys;
		this.houses = houses;
		this.serials = serials;
		this.promises = promises;
		this.notifications = notifications;
		this.log = log;
	}

	/** The incident with this number. */
	@Transactional(readOnly = true)
	public Optional<KeyIncident> find(String number) {
		return this.incidents.findByNumber(number);
	}

	/** Those of an office that are not concluded. */
	@Transactional(readOnly = true)
	public List<KeyIncident> open(String office) {
		return this.incidents.findByOfficeAndStatusNotOrderByOpenedAt(office, IncidentStatus.CONCLUDED);
	}

	/**
	 * Something is wrong with keys of a house; those in the cabinet are looked for from
	 * now on, unless there is one too many.
	 * @param cause the number of the case in which it came up, or null
	 * @throws Refusal (400) for an unknown house; (404) where the office has no such key
	 */
	public KeyIncident open(String office, String houseNumber, String cause, Set<Door> doors, IncidentKind kind,
			String matter) {
		House house = this.houses.find(office, houseNumber);
		String number = this.serials.nextCaseNumber(KeyCase.INCIDENT.prefix());
		KeyIncident incident = this.incidents
			.save(new KeyIncident(number, house, cause, doors, kind, matter, this.log.staff(), this.log.now()));
		List<HouseKey> concerned = this.keys.lock(house.id(), doors)
			.stream()
			.filter((key) -> key.status() != KeyStatus.OUT && kind != IncidentKind.SURPLUS)
			.toList();
		concerned.forEach(HouseKey::missing);
		this.log.write(concerned, number, EntryKind.INCIDENT, kind.label() + "：" + matter);
		return incident;
	}

	/**
	 * The same, found by looking into the cabinet.
	 * @throws Refusal (404) where the list has no such key in the cabinet
	 */
	public KeyIncident report(String office, String houseNumber, String cause, Set<Door> doors, IncidentKind kind,
			String matter) {
		if (kind == IncidentKind.SURPLUS) {
			return open(office, houseNumber, cause, doors, kind, matter);
		}
		House house = this.houses.find(office, houseNumber);
		List<HouseKey> listed = this.keys.lock(house.id(), doors);
		doors.forEach((door) -> listed.stream()
			.filter((key) -> key.door() == door && key.status() == KeyStatus.IN_CABINET)
			.findFirst()
			.orElseThrow(
					() -> Refusal.notFound("清单上 " + house.number() + " 没有在柜的" + door.label() + "钥匙，请对照「钥匙柜」页核对。")));
		return open(office, houseNumber, cause, doors, kind, matter);
	}

	/** Gives it the limits of the table. */
	public KeyIncident limit(String number, IncidentRule rule) {
		KeyIncident incident = get(number);
		this.promises.set(promise(incident, Purpose.NOTICE), incident.openedAt(), rule.tellOwnerWithin(), Ladder.NONE);
		this.promises.set(promise(incident, Purpose.RESULT), incident.openedAt(), rule.resolveWithin(),
				Ladder.of(LadderStep.of(LadderStep.AT_END, Role.CS_SUPERVISOR.id(), true)));
		return incident;
	}

	private static Promise promise(KeyIncident incident, Purpose purpose) {
		return Promise.first(incident.office(), incident.number(), purpose);
	}

	/** It is not concluded in time: the supervisor is told. */
	public void overdue(String number) {
		KeyIncident incident = get(number);
		this.promises.take(number, Purpose.RESULT, LadderStep.AT_END, "提请客户服务组主管督办")
			.ifPresent((deadline) -> this.notifications.tell(new Message(number + "/overdue/" + deadline.dueAt(),
					incident.office(), Role.CS_SUPERVISOR.id(), true, "钥匙异常超过办理时限，请督办", number, incident.houseNumber(),
					incident.kind().label(), deadline.dueAt())));
	}

	/** The owner was told. */
	public KeyIncident tellOwner(String number, ContactWay how, String words) {
		KeyIncident incident = get(number);
		incident.ownerTold(how, words, this.log.now());
		this.promises.decide(number, Purpose.NOTICE, this.log.now());
		return incident;
	}

	/**
	 * What was done about lock and key, and who pays.
	 * @param cost in yuan, or null where there is none
	 */
	public KeyIncident remedy(String number, Remedy remedy, String text, BigDecimal cost, CostBearer bearer) {
		KeyIncident incident = get(number);
		incident.remedied(remedy, text, cost, bearer, this.log.now());
		List<HouseKey> concerned = this.keys.ofHouse(incident.houseId())
			.stream()
			.filter((key) -> incident.doors().contains(key.door()) && key.status() == KeyStatus.MISSING)
			.toList();
		concerned.forEach((key) -> {
			if (remedy == Remedy.FOUND || remedy == Remedy.KEY_REPLACED) {
				key.back();
			}
			else {
				key.writtenOff();
			}
		});
		this.log.write(concerned, number, EntryKind.INCIDENT, remedy.label() + "：" + text);
		return incident;
	}

	/** The manager has read it and concludes. */
	public KeyIncident conclude(String number, String conclusion) {
		KeyIncident incident = get(number);
		incident.concluded(conclusion, this.log.staff(), this.log.now());
		this.promises.decide(number, Purpose.RESULT, this.log.now());
		return incident;
	}

	private KeyIncident get(String number) {
		return find(number).orElseThrow(() -> Refusal.notFound("没有找到钥匙异常 " + number + "。"));
	}

}
