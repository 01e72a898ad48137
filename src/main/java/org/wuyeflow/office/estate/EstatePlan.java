package org.wuyeflow.office.estate;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.wuyeflow.office.HouseNumber;
import org.wuyeflow.office.Occupancy;

/**
 * The way from what the database knows of houses to what a file says of them. Of each
 * house that the file names, the file says all: who is not there any more has left. The
 * other houses stay as they are.
 */
final class EstatePlan {

	final List<Object[]> newHouses = new ArrayList<>();

	final List<Object[]> movedIn = new ArrayList<>();

	final List<Object[]> newOccupancies = new ArrayList<>();

	final List<Object[]> endedOccupancies = new ArrayList<>();

	private final Map<Person, String> fresh = new LinkedHashMap<>();

	private final Map<UUID, Person> amended = new LinkedHashMap<>();

	private final Map<Occupancy.Part, Integer> begun = new EnumMap<>(Occupancy.Part.class);

	private final Map<Occupancy.Part, Integer> ended = new EnumMap<>(Occupancy.Part.class);

	private final List<String> lines = new ArrayList<>();

	private final Map<EstateRow.Place, List<EstateRow>> file = new LinkedHashMap<>();

	private final KnownEstate known;

	private final LocalDate today;

	private int unchanged;

	EstatePlan(List<EstateRow> rows, KnownEstate known, LocalDate today) {
		this.known = known;
		this.today = today;
		rows.forEach((row) -> this.file.computeIfAbsent(row.place(), (place) -> new ArrayList<>()).add(row));
		this.file.forEach(this::house);
	}

	/** The new customers, as parameters of the insert. */
	List<Object[]> newCustomers() {
		return this.fresh.entrySet()
			.stream()
			.map((entry) -> new Object[] { bytes(entry.getKey().id), entry.getValue(), entry.getKey().name,
					entry.getKey().phone, entry.getKey().company })
			.toList();
	}

	/** The persons whose telephone or kind changes, as parameters of the update. */
	List<Object[]> amendedCustomers() {
		return this.amended.values()
			.stream()
			.map((person) -> new Object[] { person.phone, person.company, bytes(person.id) })
			.toList();
	}

	EstateChanges changes() {
		return new EstateChanges(this.file.size(), this.newHouses.size(), this.movedIn.size(), this.begun, this.ended,
				this.amended.size(), this.unchanged,
				this.known.houses().size() - this.file.size() + this.newHouses.size(), this.lines);
	}

	private void house(EstateRow.Place place, List<EstateRow> rows) {
		LocalDate since = rows.stream().map(EstateRow::movedInOn).filter(Objects::nonNull).findFirst().orElse(null);
		House house = this.known.houses().get(place);
		List<String> changes = new ArrayList<>();
		boolean fresh = house == null;
		if (fresh) {
			house = new House(UUID.randomUUID(), since, new ArrayList<>());
			HouseNumber number = rows.get(0).house();
			List<String> parts = number.groups();
			this.newHouses.add(new Object[] { bytes(house.id()), place.office(), place.number(),
					(parts.size() > 1) ? parts.get(0) : null, (parts.size() > 2) ? parts.get(1) : null,
					parts.get(parts.size() - 1), since });
		}
		else if (!Objects.equals(house.movedInOn(), since)) {
			this.movedIn.add(new Object[] { since, bytes(house.id()) });
			changes.add("入住日期 " + Objects.requireNonNullElse(house.movedInOn(), "空") + " → "
					+ Objects.requireNonNullElse(since, "空"));
		}
		occupants(place.office(), house, rows.stream().map(EstateRow::occupant).filter(Objects::nonNull).toList(),
				changes);
		if (!fresh && changes.isEmpty()) {
			this.unchanged++;
		}
		else if (!fresh) {
			this.lines.add(rows.get(0).office().name() + " " + place.number() + "：" + String.join("、", changes));
		}
	}

	private void occupants(String office, House house, List<EstateRow.Occupant> wanted, List<String> changes) {
		List<EstateRow.Occupant> coming = new ArrayList<>(wanted);
		List<Stay> leaving = new ArrayList<>(house.stays());
		coming.removeIf((occupant) -> stays(leaving, occupant));
		coming.removeIf((occupant) -> staysAmended(office, leaving, occupant, changes));
		for (Stay stay : leaving) {
			this.endedOccupancies.add(new Object[] { this.today, bytes(stay.id()) });
			this.ended.merge(stay.part(), 1, Integer::sum);
			changes.add(stay.part().label() + "迁出");
		}
		for (EstateRow.Occupant occupant : coming) {
			this.newOccupancies.add(new Object[] { bytes(UUID.randomUUID()), bytes(house.id()),
					bytes(person(office, occupant).id), occupant.part().name() });
			this.begun.merge(occupant.part(), 1, Integer::sum);
			changes.add("新增" + occupant.part().label());
		}
	}

	private static boolean stays(List<Stay> leaving, EstateRow.Occupant occupant) {
		for (Iterator<Stay> stays = leaving.iterator(); stays.hasNext();) {
			Stay stay = stays.next();
			if (stay.part() == occupant.part() && stay.person().is(occupant)) {
				stay.person().confirmed = true;
				stays.remove();
				return true;
			}
		}
		return false;
	}

	/** The same name in the same part has a new telephone number, say. */
	private boolean staysAmended(String office, List<Stay> leaving, EstateRow.Occupant occupant, List<String> changes) {
		for (Iterator<Stay> stays = leaving.iterator(); stays.hasNext();) {
			Stay stay = stays.next();
			Person person = stay.person();
			if (stay.part() == occupant.part() && person.name.equals(occupant.name()) && !person.confirmed) {
				changes.addAll(person.amend(occupant));
				this.known.remember(office, person);
				this.amended.put(person.id, person);
				stays.remove();
				return true;
			}
		}
		return false;
	}

	private Person person(String office, EstateRow.Occupant occupant) {
		Person known = this.known.find(office, occupant);
		if (known != null) {
			return reached(known, occupant.phone());
		}
		Person fresh = new Person(UUID.randomUUID(), occupant.name(), occupant.phone(), occupant.company());
		fresh.confirmed = true;
		this.known.remember(office, fresh);
		this.fresh.put(fresh, office);
		return fresh;
	}

	/** A company known without a telephone number has one now. */
	private Person reached(Person company, String phone) {
		if (company.phone == null && phone != null) {
			company.phone = phone;
			if (!this.fresh.containsKey(company)) {
				this.amended.put(company.id, company);
			}
		}
		return company;
	}

	static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

	/**
	 * What the database knows of the offices of a file.
	 *
	 * @param houses the houses with who owns them and lives in them today
	 * @param persons the customers, by what tells one from another
	 */
	record KnownEstate(Map<EstateRow.Place, House> houses, Map<Object, Person> persons) {

		KnownEstate() {
			this(new HashMap<>(), new HashMap<>());
		}

		void remember(String office, Person person) {
			Object key = key(office, person.name, person.phone, person.company);
			if (key != null) {
				this.persons.putIfAbsent(key, person);
			}
		}

		/** The customer that somebody in the file is, or null. */
		private Person find(String office, EstateRow.Occupant occupant) {
			Object key = key(office, occupant.name(), occupant.phone(), occupant.company());
			Person found = (key != null) ? this.persons.get(key) : null;
			return (found != null && (found.is(occupant) || found.phone == null)) ? found : null;
		}

		/**
		 * Companies are told by their names, persons by name and telephone; two persons
		 * of one name without a telephone may be two.
		 */
		private static Object key(String office, String name, String phone, boolean company) {
			if (company) {
				return List.of(office, name);
			}
			return (phone != null) ? List.of(office, name, phone) : null;
		}

	}

	/** A house and who owns it and lives in it today. */
	record House(UUID id, LocalDate movedInOn, List<Stay> stays) {
	}

	/** That somebody owns a house or lives in it. */
	record Stay(UUID id, Occupancy.Part part, Person person) {
	}

	/** A customer. */
	static final class Person {

		private final UUID id;

		private final String name;

		private String phone;

		private boolean company;

		/** Whether the file has said of him what is so. */
		private boolean confirmed;

		Person(UUID id, String name, String phone, boolean company) {
			this.id = id;
			this.name = name;
			this.phone = phone;
			this.company = company;
		}

		/** Takes over what the file says of him, and names what that changes. */
		private List<String> amend(EstateRow.Occupant occupant) {
			List<String> changes = new ArrayList<>();
			if (occupant.phone() != null && !occupant.phone().equals(this.phone)) {
				changes.add(occupant.part().label() + ((this.phone != null) ? "的电话变更" : "补登电话"));
				this.phone = occupant.phone();
			}
			if (occupant.company() != this.company) {
				changes.add(occupant.part().label() + (occupant.company() ? "由个人改为单位" : "由单位改为个人"));
				this.company = occupant.company();
			}
			this.confirmed = true;
			return changes;
		}

		/** A file that gives no telephone number says nothing about it. */
		private boolean is(EstateRow.Occupant occupant) {
			return this.name.equals(occupant.name()) && this.company == occupant.company()
					&& (occupant.phone() == null || occupant.phone().equals(this.phone));
		}

	}

}
