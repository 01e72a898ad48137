package org.wuyeflow.mail;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether the addressee on an item is one of a house's people: the name itself, a name
 * with a title ({@code 张三先生}), a surname with a title ({@code 张女士}), or a company with
 * somebody in it. Clause PP-5.3.6.
 */
final class AddresseeMatch {

	private static final Pattern TITLE = Pattern.compile("(先生|女士|小姐|太太|同志|老师)?(亲?[收启])?$");

	private static final Pattern IGNORED = Pattern.compile("[\\s·•.,，。()（）\\-]");

	private AddresseeMatch() {
	}

	/** Whether one of these people is meant. */
	static boolean among(Collection<String> people, String addressee) {
		String written = plain(addressee);
		String name = TITLE.matcher(written).replaceFirst("");
		return !name.isEmpty() && people.stream().map(AddresseeMatch::plain).anyMatch((person) -> {
			boolean titled = !name.equals(written);
			return written.contains(person) || (titled && person.startsWith(name) && name.length() <= 2);
		});
	}

	private static String plain(String name) {
		return IGNORED.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
			.replaceAll("")
			.toUpperCase(Locale.ROOT);
	}

}
