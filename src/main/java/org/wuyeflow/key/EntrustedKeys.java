package org.wuyeflow.key;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.Refusal;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

/**
 * The keys that an owner hands over: how many to which door, and how they were found.
 * Clause CP-5.3.2.A.
 */
@Embeddable
public class EntrustedKeys {

	@FormField("钥匙明细")
	@Column(name = "keys_text", length = 200)
	private String text;

	private Integer entranceKeys;

	private Integer roomKeys;

	private Integer mailboxKeys;

	private Integer storageKeys;

	private Integer cards;

	@FormField("完好情况")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private KeySoundness soundness;

	@Column(length = 100)
	private String faultyDoors;

	@FormField("完好情况说明")
	@Personal(Personal.Kind.TEXT)
	@Column(name = "keys_remark", length = 10000)
	private String remark;

	protected EntrustedKeys() {
	}

	/**
	 * What was handed over.
	 * @param pieces how many keys to each door
	 * @param faulty the doors whose keys do not work; where {@code soundness} says so
	 * @param remark what is wrong with them, or null
	 * @throws Refusal (400) where there is no key, or none to a door that is named
	 */
	public EntrustedKeys(Map<Door, Integer> pieces, KeySoundness soundness, Set<Door> faulty, String remark) {
		this.entranceKeys = pieces.getOrDefault(Door.ENTRANCE, 0);
		this.roomKeys = pieces.getOrDefault(Door.ROOM, 0);
		this.mailboxKeys = pieces.getOrDefault(Door.MAILBOX, 0);
		this.storageKeys = pieces.getOrDefault(Door.STORAGE, 0);
		this.cards = pieces.getOrDefault(Door.CARD, 0);
		this.soundness = soundness;
		this.faultyDoors = Door.stored(faulty);
		this.remark = remark;
		Map<Door, Integer> given = pieces();
		if (given.isEmpty()) {
			throw new Refusal("请填写业主交来的钥匙数量，至少一把。");
		}
		faulty.stream().filter((door) -> !given.containsKey(door)).findFirst().ifPresent((door) -> {
			throw new Refusal("业主没有交" + door.label() + "的钥匙，不能登记为试不开或有损坏。");
		});
		this.text = given.entrySet()
			.stream()
			.map((line) -> line.getKey().label() + " " + line.getValue() + " 把")
			.collect(Collectors.joining("、"));
	}

	/** How many keys to each door; doors without a key are not among them. */
	public Map<Door, Integer> pieces() {
		Map<Door, Integer> pieces = new EnumMap<>(Door.class);
		pieces.put(Door.ENTRANCE, this.entranceKeys);
		pieces.put(Door.ROOM, this.roomKeys);
		pieces.put(Door.MAILBOX, this.mailboxKeys);
		pieces.put(Door.STORAGE, this.storageKeys);
		pieces.put(Door.CARD, this.cards);
		pieces.values().removeIf((number) -> number == 0);
		return pieces;
	}

	/** How many keys in all. */
	public int total() {
		return pieces().values().stream().mapToInt(Integer::intValue).sum();
	}

	/** How the keys to this door were found. */
	KeySoundness soundness(Door door) {
		boolean others = this.soundness == KeySoundness.FAULTY && !Door.read(this.faultyDoors).contains(door);
		return others ? KeySoundness.WORKS : this.soundness;
	}

	/** As people read it: {@code 入户门 2 把、信箱 1 把}. */
	public String text() {
		return this.text;
	}

	String remark() {
		return this.remark;
	}

}
