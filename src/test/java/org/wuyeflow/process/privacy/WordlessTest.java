package org.wuyeflow.process.privacy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;

import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordlessTest {

	@Test
	void failureKeepsItsKindCodeAndPlaceAndLosesItsWords() {
		Exception failure = new ProcessEngineException("ENGINE-03004 value '王小明' too long",
				new SQLException("Data too long: 13800138000", "22001", 1406));
		failure.addSuppressed(new IllegalStateException("李四"));
		StringWriter printed = new StringWriter();
		Wordless.of(failure).printStackTrace(new PrintWriter(printed, true));
		assertThat(printed.toString()).startsWith("org.camunda.bpm.engine.ProcessEngineException ENGINE-03004")
			.contains("java.sql.SQLException 22001 1406")
			.contains("WordlessTest.failureKeepsItsKindCodeAndPlace")
			.doesNotContain("王小明")
			.doesNotContain("13800138000")
			.doesNotContain("李四");
	}

	@Test
	void endlessChainOfCausesEnds() {
		Exception first = new IllegalStateException("a");
		Exception second = new IllegalStateException("b", first);
		first.initCause(second);
		assertThat(Wordless.of(first)).hasMessage("java.lang.IllegalStateException");
	}

}
