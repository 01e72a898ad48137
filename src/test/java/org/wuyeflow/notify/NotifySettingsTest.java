package org.wuyeflow.notify;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.wuyeflow.StartRefusal;
import org.wuyeflow.notify.NotifySettings.Addresses;
import org.wuyeflow.notify.NotifySettings.OfficeSettings;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NotifySettingsTest {

	private static final String ENGINEERING = "wuyeflow.notify.offices.cuihu.roles.engineering.";

	@Test
	void eachRoleOfAnOfficeHasItsOwnAddresses() {
		NotifySettings settings = new Binder(new MapConfigurationPropertySource(
				Map.of("wuyeflow.notify.from", "wuyeflow@example.com", ENGINEERING + "email", "gc@example.com",
						"wuyeflow.notify.offices.jinmao.roles.cs-lead.wecom", "https://qyapi.example.com/send?key=1")))
			.bind("wuyeflow.notify", NotifySettings.class)
			.get();

		assertThat(settings.address("cuihu", "engineering", ChannelKind.EMAIL)).contains("gc@example.com");
		assertThat(settings.address("jinmao", "cs-lead", ChannelKind.WECOM))
			.contains("https://qyapi.example.com/send?key=1");
		assertThat(settings.address("jinmao", "engineering", ChannelKind.EMAIL)).isEmpty();
		assertThat(settings.address("cuihu", "engineering", ChannelKind.DINGTALK)).isEmpty();
		assertThat(settings.address("unknown", "engineering", ChannelKind.EMAIL)).isEmpty();
	}

	@Test
	void roleThatIsNoneIsNamed() {
		refuses("from@example.com", "enginering", new Addresses("gc@example.com", null, null), "enginering");
	}

	@Test
	void addressThatIsNoneIsRefusedWithoutBeingShown() {
		refuses("from@example.com", "engineering", new Addresses("gc", null, null), "engineering.email");
		refuses(null, "engineering", new Addresses(null, "ftp://robot/secret", null), "engineering.wecom");
		refuses(null, "engineering", new Addresses(null, null, "https:// secret"), "engineering.dingtalk");
	}

	@Test
	void mailNeedsASender() {
		refuses(null, "engineering", new Addresses("gc@example.com", null, null), "wuyeflow.notify.from");
	}

	private static void refuses(String from, String role, Addresses addresses, String named) {
		assertThatThrownBy(
				() -> new NotifySettings(from, "/", Map.of("cuihu", new OfficeSettings(Map.of(role, addresses)))))
			.isInstanceOf(StartRefusal.class)
			.hasMessageContaining(named)
			.hasMessageNotContaining("secret");
	}

}
