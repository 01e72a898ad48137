package org.wuyeflow.record.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuyeflow.record.DutyLogEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordStateTest {

	private static final String[] PIECES = { "𠮷", "漏水", "\"", "\\", "\n", "{", "}", ",", ":", "new", "1", " ", "" };

	private final RecordState state = new RecordState(RecordTable.of(DutyLogEntry.class));

	@Test
	void whatEverWasWrittenIsReadBack() throws IOException {
		Random random = new Random(10);
		for (int trial = 0; trial < 10_000; trial++) {
			String matter = text(random);
			String serial = text(random);

			apply(JsonMapper.builder()
				.build()
				.writeValueAsString(Map.of("matter", Map.of("old", text(random), "new", matter), "serial",
						Map.of("new", serial), text(random) + "x", Map.of("new", 7, "old", true))));

			assertThat(this.state.logged("matter")).isEqualTo(matter);
			assertThat(this.state.logged("serial")).isEqualTo(serial);
		}
	}

	@Test
	void fieldThatWasEmptiedHoldsNothing() throws IOException {
		apply("{\"matter\":{\"new\":\"漏水\"}}");
		apply("{\"matter\":{\"old\":\"漏水\"}}");

		assertThat(this.state.logged("matter")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"@personal\":{\"new\":\"ERASED\"},\"serial\":{\"new\":\"b\"}}",
			"{\"@personal\":{\"new\":\"ERASED\"},\"serial\":{\"new\":\"\\u0062\"}}" })
	void erasureTakesWhatIsPersonalAndNothingElse(String erasure) throws IOException {
		apply("{\"matter\":{\"new\":\"漏水\"},\"office\":{\"new\":\"cuihu\"}}");

		assertThat(this.state.apply(erasure.getBytes(StandardCharsets.UTF_8))).isTrue();
		assertThat(this.state.logged("matter")).isNull();
		assertThat(this.state.logged("office")).isEqualTo("cuihu");
		assertThat(this.state.logged("serial")).isEqualTo("b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{\"matter\"}", "{\"matter\":\"x\"}", "{\"matter\":{\"new\":\"x\"}",
			"{\"matter\":{\"new\":{}}}", "{\"matter\":{\"new\":\"x}}" })
	void whatIsNoChangeIsRefused(String text) {
		assertThatThrownBy(() -> apply(text)).isInstanceOf(IOException.class);
	}

	private void apply(String change) throws IOException {
		this.state.apply(change.getBytes(StandardCharsets.UTF_8));
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(4); i > 0; i--) {
			text.append(PIECES[random.nextInt(PIECES.length)]);
		}
		return text.toString();
	}

}
