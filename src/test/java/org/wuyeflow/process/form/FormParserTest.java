package org.wuyeflow.process.form;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FormParserTest {

	@Test
	void variablesAreTheKeysAndPathsInReadingOrder() {
		assertThat(FormParser.variables("""
				{"id":"f","components":[
				{"id":"1","type":"textfield","key":"b","label":"乙"},
				{"id":"2","type":"group","components":[{"id":"3","type":"textfield","key":"a","label":"甲"}]},
				{"id":"4","type":"dynamiclist","path":"rows","label":"行","components":[]}]}""")).containsExactly("b",
				"a", "rows");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"type":"filepicker","key":"a","label":"甲" | of a type that the server does not check
					"type":"expression","key":"a","label":"甲" | of a type that the server does not check
					"type":"textfield","key":"a","label":"甲","disabled":true | a property that the server does not check: disabled
					"type":"textfield","key":"a","label":"甲","validate":{"validationType":"phone"} | a pattern instead
					"type":"textfield","key":"a","label":"甲","validate":{"min":1} | a limit that the server does not check: min
					"type":"textfield","key":"a","label":"甲","validate":{"pattern":"("} | a pattern that cannot be read
					"type":"number","key":"a","label":"甲","validate":{"min":"=b"} | a number for min
					"type":"textfield","key":"a.b","label":"甲" | a plain name
					"type":"textfield","key":"a" | a plain label
					"type":"select","key":"a","label":"甲","valuesKey":"b" | a property that the server does not check: valuesKey
					"type":"select","key":"a","label":"甲","values":[] | a list of values
					"type":"radio","key":"a","label":"甲","properties":{"options":"offices"} | a select to offer offices
					"type":"datetime","subtype":"datetime","key":"a","label":"甲","timeSerializingFormat":"utc_offset" | office time
					"type":"textfield","key":"a","label":"甲","conditional":{"hide":"a"} | a FEEL condition
					"type":"textfield","key":"a","label":"甲","properties":{"notAfter":"yesterday"} | notAfter now only
					""")
	void whatTheServerCannotCheckIsAFaultOfTheForm(String component, String fault) {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> FormParser.parse("{\"id\":\"f\",\"components\":[{\"id\":\"c\",%s}]}".formatted(component)))
			.withMessageContaining("Form 'f', component")
			.withMessageContaining(fault);
	}

	@Test
	void nameUsedTwiceIsAFaultOfTheForm() {
		assertThatIllegalArgumentException().isThrownBy(() -> FormParser.parse("""
				{"id":"f","components":[{"id":"1","type":"textfield","key":"a","label":"甲"},
				{"id":"2","type":"group","components":[{"id":"3","type":"textfield","key":"a","label":"甲"}]}]}"""))
			.withMessageContaining("uses a name twice: a");
	}

}
