package org.wuyeflow.notify;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.wuyeflow.StartRefusal;
import org.wuyeflow.office.Role;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom messages reach, and how: {@code wuyeflow.notify.*}.
 *
 * @param from the sender of e-mails, or null where none are sent
 * @param casePath where a case is found under the base URL; {@code {number}} stands for
 * its number
 * @param offices the settings of each office, by its id
 */
@ConfigurationProperties("wuyeflow.notify")
record NotifySettings(String from, String casePath, Map<String, OfficeSettings> offices) {

	NotifySettings {
		offices = (offices != null) ? Map.copyOf(offices) : Map.of();
		offices.forEach((office, settings) -> settings.roles().forEach((role, addresses) -> {
			String name = "wuyeflow.notify.offices." + office + ".roles." + role;
			if (Role.find(role).isEmpty()) {
				throw new StartRefusal("设置 " + name + " 中没有岗位 " + role + "。", name + " names no role.");
			}
			addresses.check(name);
		}));
		boolean mailed = offices.values()
			.stream()
			.flatMap((settings) -> settings.roles().values().stream())
			.anyMatch((addresses) -> addresses.of(ChannelKind.EMAIL).isPresent());
		if (mailed && (from == null || from.isBlank())) {
			throw new StartRefusal("缺少设置 wuyeflow.notify.from（通知邮件的发件地址）。",
					"wuyeflow.notify.from (the sender of e-mails) not set.");
		}
	}

	/** Where a role of an office is reached, or empty where it is not. */
	Optional<String> address(String office, String role, ChannelKind channel) {
		return Optional.ofNullable(this.offices.get(office))
			.map((settings) -> settings.roles().get(role))
			.flatMap((addresses) -> addresses.of(channel));
	}

	/**
	 * The settings of an office.
	 *
	 * @param roles the addresses of each role, by its id
	 */
	record OfficeSettings(Map<String, Addresses> roles) {

		OfficeSettings {
			roles = (roles != null) ? Map.copyOf(roles) : Map.of();
		}

	}

	/**
	 * Where a role is reached. Whoever knows a robot's address can write through it, so
	 * it appears in no log and no database.
	 *
	 * @param email an e-mail address
	 * @param wecom the address of a group robot of 企业微信
	 * @param dingtalk the address of a group robot of 钉钉
	 */
	record Addresses(String email, String wecom, String dingtalk) {

		private static final Set<String> WEB = Set.of("http", "https");

		private Optional<String> of(ChannelKind channel) {
			String address = switch (channel) {
				case EMAIL -> this.email;
				case WECOM -> this.wecom;
				case DINGTALK -> this.dingtalk;
			};
			return Optional.ofNullable(address).filter((text) -> !text.isBlank());
		}

		private void check(String name) {
			if (of(ChannelKind.EMAIL).filter((text) -> text.indexOf('@') < 1).isPresent()) {
				throw new StartRefusal("设置 " + name + ".email 不是邮件地址。", name + ".email is no e-mail address.");
			}
			checkWeb(name + ".wecom", ChannelKind.WECOM);
			checkWeb(name + ".dingtalk", ChannelKind.DINGTALK);
		}

		private void checkWeb(String name, ChannelKind channel) {
			if (of(channel).filter((text) -> !isWeb(text)).isPresent()) {
				throw new StartRefusal("设置 " + name + " 不是网址。", name + " is no web address.");
			}
		}

		private static boolean isWeb(String text) {
			try {
				URI address = URI.create(text);
				return address.getHost() != null && WEB.contains(address.getScheme());
			}
			catch (IllegalArgumentException ex) {
				return false;
			}
		}

		@Override
		public String toString() {
			return "Addresses";
		}

	}

}
