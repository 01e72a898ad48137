package org.wuyeflow.mail;

/**
 * How much of a house number the public board shows, as the office decides in the table
 * {@code mail-duty}.
 */
public enum HouseShown {

	/** The whole number. */
	FULL {

		@Override
		String of(String house) {
			return house + " ";
		}

	},

	/** The building, and a star for each sign behind it. */
	BUILDING {

		@Override
		String of(String house) {
			int first = house.indexOf('-');
			return (first > 0) ? house.substring(0, first) + house.substring(first).replaceAll("[^-]", "*") + " "
					: house.charAt(0) + "*".repeat(house.length() - 1) + " ";
		}

	},

	/** Nothing. */
	NONE {

		@Override
		String of(String house) {
			return "本小区";
		}

	};

	/** The beginning of the announcement's sentence. */
	abstract String of(String house);

}
