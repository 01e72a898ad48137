package org.wuyeflow.office;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuyeflow.StartRefusal;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The management offices that the operator names in the settings
 * {@code wuyeflow.offices[n].id}, {@code .name}, {@code .kind} and
 * {@code .complaint-edition}. The table {@code office} follows them at each start; an
 * office they no longer name stays, for its records do.
 */
@Component
public class OfficeSettings {

	private static final Logger LOG = LoggerFactory.getLogger(OfficeSettings.class);

	private static final String PREFIX = "wuyeflow.offices";

	/** The id stands in addresses and is the engine's tenant id. */
	private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");

	private static final int LONGEST_NAME = 100;

	/** What a JVM puts for a character that the host's locale does not have. */
	private static final char LOST_CHARACTER = '\uFFFD';

	private final Environment environment;

	private final JdbcTemplate jdbc;

	OfficeSettings(Environment environment, JdbcTemplate jdbc) {
		this.environment = environment;
		this.jdbc = jdbc;
	}

	/**
	 * Brings the table of offices to what the settings say, in the transaction of the
	 * caller; nodes that start together must not call this at once.
	 * @throws StartRefusal for an entry that is no office, and where the kind of an
	 * office changes that has houses
	 */
	public void apply() {
		List<Office> named = read(this.environment);
		Map<String, String> present = new LinkedHashMap<>();
		this.jdbc.query("select id, kind from office order by id", (row) -> {
			present.put(row.getString("id"), row.getString("kind"));
		});
		for (Office office : named) {
			String kind = present.remove(office.id());
			if (kind == null) {
				insert(office);
			}
			else {
				update(office, kind);
			}
		}
		if (named.isEmpty() && present.isEmpty()) {
			LOG.warn("还没有管理处，员工无法办理任何业务：请在设置 {} 中写明各管理处后重新启动。"
					+ " / There is no management office, so nobody can work: name the offices in the setting {}"
					+ " and start again.", PREFIX, PREFIX);
		}
		else if (!named.isEmpty() && !present.isEmpty()) {
			LOG.info("Offices {} are not named in the setting {}; they stay as they are", present.keySet(), PREFIX);
		}
	}

	private void insert(Office office) {
		this.jdbc.update("insert into office (id, name, kind, complaint_edition) values (?, ?, ?, ?)", office.id(),
				office.name(), office.kind().name(), office.complaintEdition().name());
	}

	private void update(Office office, String kind) {
		if (!kind.equals(office.kind().name()) && hasHouses(office.id())) {
			throw new StartRefusal("管理处 %s 已有房屋，设置里不能再改变它的类型（kind）。".formatted(office.id()),
					"the office %s has houses, so its kind can no longer change.".formatted(office.id()));
		}
		this.jdbc.update("update office set name = ?, kind = ?, complaint_edition = ? where id = ?", office.name(),
				office.kind().name(), office.complaintEdition().name(), office.id());
	}

	private boolean hasHouses(String office) {
		return !this.jdbc.queryForList("select 1 from house where office_id = ? limit 1", office).isEmpty();
	}

	private static List<Office> read(Environment environment) {
		List<Office> offices = new ArrayList<>();
		Set<String> ids = new HashSet<>();
		Set<String> names = new HashSet<>();
		List<Entry> entries = entries(environment);
		for (int i = 0; i < entries.size(); i++) {
			String setting = PREFIX + "[" + i + "]";
			Office office = entries.get(i).office(setting);
			if (!ids.add(office.id()) || !names.add(office.name())) {
				throw new StartRefusal("设置 %s 的 id 或 name 与前面的管理处重复。".formatted(setting),
						"%s repeats the id or name of an office before it.".formatted(setting));
			}
			offices.add(office);
		}
		return List.copyOf(offices);
	}

	private static List<Entry> entries(Environment environment) {
		try {
			return Binder.get(environment).bind(PREFIX, Bindable.listOf(Entry.class)).orElse(List.of());
		}
		catch (BindException ex) {
			throw new StartRefusal("设置 %s 无法读出：编号须从 0 起连续，每个管理处写明 id、name、kind 和 complaint-edition。".formatted(PREFIX),
					"%s cannot be read: number the offices from 0 without a gap, each with id, name, kind and complaint-edition."
						.formatted(PREFIX));
		}
	}

	/**
	 * One office as it stands in the settings; null for what does not.
	 */
	record Entry(String id, String name, String kind, String complaintEdition) {

		private Office office(String setting) {
			if (this.id == null || !ID.matcher(this.id).matches()) {
				throw wrong(setting + ".id", "须以小写字母开头，只用小写字母、数字和连字符，不超过63个字符",
						"must be lower-case letters, digits and hyphens, begin with a letter and have at most 63 characters");
			}
			if (this.name == null || this.name.isBlank() || this.name.strip().length() > LONGEST_NAME) {
				throw wrong(setting + ".name", "须写明管理处的名称，不超过100个字",
						"must be the office's name, at most 100 characters");
			}
			if (this.name.indexOf(LOST_CHARACTER) >= 0) {
				throw wrong(setting + ".name", "里的汉字无法读出，请在 UTF-8 环境下启动（如 LANG=C.UTF-8），或写进 UTF-8 的 application.yml",
						"has lost its characters: start in a UTF-8 locale (LANG=C.UTF-8) or use an application.yml in UTF-8");
			}
			return new Office(this.id, this.name.strip(), choice(OfficeKind.values(), this.kind, setting + ".kind"),
					choice(ComplaintEdition.values(), this.complaintEdition, setting + ".complaint-edition"));
		}

		private static <E extends Enum<E>> E choice(E[] all, String written, String setting) {
			Optional<E> chosen = Stream.of(all)
				.filter((one) -> written != null && id(one).equals(written.strip().toLowerCase(Locale.ROOT)))
				.findFirst();
			return chosen.orElseThrow(() -> {
				String ids = Stream.of(all).map(Entry::id).collect(Collectors.joining(" / "));
				return wrong(setting, "须为 " + ids + " 之一", "must be one of " + ids);
			});
		}

		private static String id(Enum<?> one) {
			return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		private static StartRefusal wrong(String setting, String chinese, String english) {
			return new StartRefusal("设置 %s %s。".formatted(setting, chinese), "%s %s.".formatted(setting, english));
		}

	}

}
