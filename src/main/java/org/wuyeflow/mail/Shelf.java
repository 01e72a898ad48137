package org.wuyeflow.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Houses;
import org.wuyeflow.office.Occupancy;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lies on an office's shelf, read for the pages of the counter. Clauses CP-5.3.3.B,
 * CP-5.3.3.C.
 */
@Service
@Transactional(readOnly = true)
public class Shelf {

	/** How many items a page shows. */
	public static final int PAGE_SIZE = 50;

	/** The statuses of items that lie on the shelf. */
	static final Set<MailStatus> LYING = Arrays.stream(MailStatus.values())
		.filter(MailStatus::onShelf)
		.collect(Collectors.toUnmodifiableSet());

	private static final Set<MailStatus> FETCHABLE = Set.of(MailStatus.IN_CUSTODY, MailStatus.TO_RETURN);

	private static final int LONGEST_ROUND = 200;

	private static final Duration LATELY = Duration.ofDays(3);

	private final MailItemRepository items;

	private final Houses houses;

	private final Clock clock;

	Shelf(MailItemRepository items, Houses houses, Clock clock) {
		this.items = items;
		this.houses = houses;
		this.clock = clock;
	}

	/** How many items lie on the shelf. */
	public long size(String office) {
		return this.items.count(office, LYING);
	}

	/** How many items wait to go back. */
	public long goingBack(String office) {
		return this.items.count(office, Set.of(MailStatus.TO_RETURN));
	}

	/** How many items must be back at the post office before this moment. */
	public long goingBackBefore(String office, Instant moment) {
		return this.items.countDueBefore(office, Set.of(MailStatus.TO_CHECK, MailStatus.TO_RETURN), moment);
	}

	/**
	 * One page of the shelf, what must leave it first in front.
	 * @param returnsOnly whether only what waits to go back is wanted
	 * @param page the page, from 1
	 */
	public List<MailItem> page(String office, boolean returnsOnly, int page) {
		return this.items.lying(office, returnsOnly ? Set.of(MailStatus.TO_RETURN) : LYING, (page - 1) * PAGE_SIZE,
				PAGE_SIZE);
	}

	/** Everything on the shelf, for a count. */
	public List<MailItem> all(String office) {
		return this.items.lying(office, LYING, 0, Integer.MAX_VALUE);
	}

	/** The items whose owners are to be told by now: official letters first. */
	public List<MailItem> round(String office) {
		return this.items.toTell(office, this.clock.instant(), LONGEST_ROUND);
	}

	/** Who lives in an item's house, to be told. */
	public List<Occupancy> people(MailItem item) {
		return (item.houseNumber() != null) ? this.houses.occupants(this.houses.find(item.office(), item.houseNumber()))
				: List.of();
	}

	/**
	 * What somebody may fetch who names a house, a tracking number or an item's number.
	 * @throws Refusal (400) where it is neither; the sentence says how to type a house
	 */
	public List<MailItem> fetchable(String office, String text) {
		List<MailItem> numbered = this.items.ofNumber(office, FETCHABLE, text.strip());
		if (!numbered.isEmpty()) {
			return numbered;
		}
		House house = this.houses.find(office, text);
		return this.items.ofHouse(office, FETCHABLE, house.id());
	}

	/** The items that were handed over last, for a hand-over that was a mistake. */
	public List<MailItem> fetchedLately(String office) {
		return this.items.fetchedSince(office, this.clock.instant().minus(LATELY));
	}

	/** How many owners are to be told by now. */
	public long toTell(String office) {
		return this.items.countToTell(office, this.clock.instant());
	}

	/** The items with these numbers that belong to this office; others are left out. */
	public List<MailItem> items(String office, List<String> numbers) {
		return numbers.stream()
			.flatMap((number) -> this.items.findByNumber(number).stream())
			.filter((item) -> item.office().equals(office))
			.toList();
	}

	/** The name under which mail for a house comes where nothing else is written. */
	public String firstOwner(String office, String house) {
		return this.houses.occupants(this.houses.find(office, house))
			.stream()
			.findFirst()
			.map((occupancy) -> occupancy.customer().name())
			.orElseThrow(() -> new Refusal("这套房没有登记住户，请照邮件填写收件人。"));
	}

}
