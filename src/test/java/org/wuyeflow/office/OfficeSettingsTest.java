package org.wuyeflow.office;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.StartRefusal;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class OfficeSettingsTest {

	private static final String SYSTEM = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

	private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
		.generateUniqueName(true)
		.addScript("db/migration/common/V2__office.sql")
		.build();

	private final JdbcTemplate jdbc = new JdbcTemplate(this.database);

	private final Map<String, Object> variables = new HashMap<>(
			Map.of("WUYEFLOW_OFFICES_0_ID", "cuihu", "WUYEFLOW_OFFICES_0_NAME", "翠湖花园管理处", "WUYEFLOW_OFFICES_0_KIND",
					"residential", "WUYEFLOW_OFFICES_0_COMPLAINTEDITION", "opinion", "WUYEFLOW_OFFICES_1_ID", "jinmao",
					"WUYEFLOW_OFFICES_1_NAME", "金茂大厦管理处", "WUYEFLOW_OFFICES_1_KIND", "office-building",
					"WUYEFLOW_OFFICES_1_COMPLAINTEDITION", "suggestion"));

	@AfterEach
	void close() {
		this.database.shutdown();
	}

	@Test
	void officesNamedInTheEnvironmentAreMadeOnce() {
		start();
		start();
		assertThat(offices()).containsExactly("cuihu 翠湖花园管理处 RESIDENTIAL OPINION",
				"jinmao 金茂大厦管理处 OFFICE_BUILDING SUGGESTION");
	}

	@Test
	void changedSettingsChangeTheOffice() {
		start();
		this.variables.put("WUYEFLOW_OFFICES_1_NAME", "金茂中心管理处");
		this.variables.put("WUYEFLOW_OFFICES_1_COMPLAINTEDITION", "opinion");
		start();
		assertThat(offices()).contains("jinmao 金茂中心管理处 OFFICE_BUILDING OPINION").hasSize(2);
	}

	@Test
	void officeThatIsNamedNoMoreStaysAndIsLogged(CapturedOutput log) {
		start();
		this.variables.keySet().removeIf((name) -> name.startsWith("WUYEFLOW_OFFICES_1_"));
		start();
		assertThat(offices()).hasSize(2);
		assertThat(log).containsOnlyOnce("Offices [jinmao] are not named");
	}

	@Test
	void settingsMayGoOnceTheOfficesAreThere(CapturedOutput log) {
		start();
		this.variables.clear();
		start();
		assertThat(offices()).hasSize(2);
		assertThat(log).doesNotContain("WARN", "are not named");
	}

	@Test
	void startWithoutAnyOfficeSaysWhatToDo(CapturedOutput log) {
		this.variables.clear();
		start();
		assertThat(log).containsOnlyOnce("WARN").contains("还没有管理处", "wuyeflow.offices");
	}

	@Test
	void kindStaysOnceThereAreHouses() {
		start();
		this.variables.put("WUYEFLOW_OFFICES_0_KIND", "office-building");
		start();
		assertThat(offices()).contains("cuihu 翠湖花园管理处 OFFICE_BUILDING OPINION");
		this.jdbc.update("insert into house (id, office_id, house_number, room) values (?, 'cuihu', '1203', '1203')",
				new byte[16]);
		this.variables.put("WUYEFLOW_OFFICES_0_KIND", "residential");
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(this::start).withMessageContaining("管理处 cuihu 已有房屋");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1_ID               | Jinmao          | wuyeflow.offices[1].id
			1_ID               | 金茂              | wuyeflow.offices[1].id
			1_ID               | jin/mao         | wuyeflow.offices[1].id
			1_ID               | ''              | wuyeflow.offices[1].id
			1_ID               | cuihu           | wuyeflow.offices[1] 的 id 或 name 与前面的管理处重复
			1_NAME             | 翠湖花园管理处         | wuyeflow.offices[1] 的 id 或 name 与前面的管理处重复
			1_NAME             | ' '             | wuyeflow.offices[1].name 须写明管理处的名称
			1_NAME             | 金\uFFFD\uFFFD  | LANG=C.UTF-8
			0_KIND             | tower           | wuyeflow.offices[0].kind 须为 residential / office-building 之一
			0_COMPLAINTEDITION | 意见              | wuyeflow.offices[0].complaint-edition 须为 opinion / suggestion 之一
			3_ID               | third           | wuyeflow.offices 无法读出
			2_NAME             | 无编号             | wuyeflow.offices[2].id
			""")
	void wrongEntryRefusesTheStartByNamingIt(String setting, String value, String sentence) {
		this.variables.put("WUYEFLOW_OFFICES_" + setting, value);
		assertThatExceptionOfType(StartRefusal.class).isThrownBy(this::start)
			.withMessageContaining(sentence)
			.withMessageStartingWith("无法启动：")
			.withMessageContaining("Cannot start: ");
		assertThat(offices()).isEmpty();
	}

	private void start() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(SYSTEM, new SystemEnvironmentPropertySource(SYSTEM, Map.copyOf(this.variables)));
		new OfficeSettings(environment, this.jdbc).apply();
	}

	private List<String> offices() {
		return this.jdbc.query("select * from office order by id", (row, number) -> String.join(" ",
				row.getString("id"), row.getString("name"), row.getString("kind"), row.getString("complaint_edition")));
	}

}
