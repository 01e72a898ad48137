package org.wuyeflow.office;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.wuyeflow.Refusal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The houses of the offices, found by what a person types.
 */
@Service
@Transactional(readOnly = true)
public class Houses {

	private static final int SUGGESTIONS = 3;

	private final HouseRepository houses;

	private final OccupancyRepository occupancies;

	private final OfficeDirectory offices;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Houses(HouseRepository houses, OccupancyRepository occupancies, OfficeDirectory offices,
			ApplicationEventPublisher events, Clock clock) {
		this.houses = houses;
		this.occupancies = occupancies;
		this.offices = offices;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The house that somebody means who types {@code 3-2-1501}, {@code ３－２－１５０１},
	 * {@code 3栋2单元1501室} or {@code 03-02-1501}.
	 * @param office the office's id
	 * @param typed what was typed
	 * @throws Refusal (400) where there is no such house; the sentence says how to type
	 * it and names houses that may be meant
	 */
	public House find(String office, String typed) {
		Office place = this.offices.get(office);
		HouseNumber number = HouseNumber.parse(typed, place.kind());
		return this.houses.findByOfficeIdAndHouseNumber(office, number.value())
			.orElseThrow(() -> new Refusal(sentence(place, number)));
	}

	/**
	 * The number as the office stores it, for whatever was typed, whether there is such a
	 * house or not: {@code 3-2} for {@code 3栋2单元}.
	 * @throws Refusal (400) where nothing was typed
	 */
	public String number(String office, String typed) {
		return HouseNumber.parse(typed, this.offices.get(office).kind()).value();
	}

	/** Who owns and uses a house today: owners first, then tenants, then family. */
	public List<Occupancy> occupants(House house) {
		return this.occupancies.findByHouse(house.id());
	}

	/**
	 * The owner has moved in. Whom it concerns learns it as {@link HouseMovedIn}, within
	 * the same transaction.
	 * @param on the day of it, or null for today
	 * @throws Refusal (400) for a day to come
	 */
	@Transactional
	public House moveIn(House house, LocalDate on) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate day = (on != null) ? on : today;
		if (day.isAfter(today)) {
			throw new Refusal("入伙日期不能晚于今天。");
		}
		House known = find(house.office(), house.number());
		if (!known.movedIn()) {
			known.moveIn(day);
			this.events.publishEvent(new HouseMovedIn(known));
		}
		return known;
	}

	private String sentence(Office office, HouseNumber number) {
		OfficeKind kind = office.kind();
		String sentence = "没有找到房号 " + number.shown() + "，请按「" + kind.pattern() + "」填写，例如 " + kind.example();
		List<String> alike = number.parts() == 2
				? this.houses.numbersAlike(office.id(), number.first(), number.last(), SUGGESTIONS) : List.of();
		return alike.isEmpty() ? sentence + "。" : sentence + "。是不是 " + String.join("、", alike) + "？";
	}

}
