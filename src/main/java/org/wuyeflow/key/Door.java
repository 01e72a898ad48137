package org.wuyeflow.key;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.wuyeflow.record.Labelled;

/**
 * What a key opens. All keys of a house to the same door are one line of the key list and
 * go out together.
 */
public enum Door implements Labelled {

	ENTRANCE("入户门"), ROOM("房间门"), MAILBOX("信箱"), STORAGE("车库（储藏室）"), CARD("门禁卡");

	private final String label;

	Door(String label) {
		this.label = label;
	}

	/** The doors that a form's choices stand for. */
	public static Set<Door> of(Collection<?> choices) {
		return choices.stream()
			.map((choice) -> valueOf(choice.toString().toUpperCase(Locale.ROOT)))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Door.class)));
	}

	/** The doors as one attribute keeps them. */
	static String stored(Set<Door> doors) {
		return doors.stream().sorted().map(Door::name).collect(Collectors.joining(","));
	}

	static Set<Door> read(String stored) {
		return (stored == null || stored.isEmpty()) ? Set.of() : of(Arrays.asList(stored.split(",")));
	}

	static String labels(Set<Door> doors) {
		return doors.stream().sorted().map(Door::label).collect(Collectors.joining("、"));
	}

	@Override
	public String label() {
		return this.label;
	}

}
