package org.wuyeflow.office;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HouseNumberTest {

	@ParameterizedTest
	@CsvSource({ "3-2-1501, 3-2-1501", "３－２－１５０１, 3-2-1501", "3—2—1501, 3-2-1501", "3/2/1501, 3-2-1501",
			"3栋2单元1501, 3-2-1501", "三栋二单元1501室, 3-2-1501", "十二栋1单元301, 12-1-301", "二十一幢十单元301, 21-10-301",
			"003-02-0301, 3-2-301", "a座-1501, A-1501", "a05-1-302, A5-1-302", "3#2-1501, 3-2-1501" })
	void residentialNumberIsReadAsTyped(String typed, String number) {
		assertThat(HouseNumber.parse(typed, OfficeKind.RESIDENTIAL).value()).isEqualTo(number);
	}

	@ParameterizedTest
	@CsvSource({ "1203, 1203", "12-03, 1203", "12-3, 1203", "12层03室, 1203", "12F-03, 1203", "12f03, 1203",
			"十二楼1203, 1203", "12-1203, 1203", "B座12楼03, B-1203" })
	void numberInATowerHoldsTheFloor(String typed, String number) {
		assertThat(HouseNumber.parse(typed, OfficeKind.OFFICE_BUILDING).value()).isEqualTo(number);
	}

	@Test
	void nothingTypedIsRefusedWithAnExample() {
		assertThatThrownBy(() -> HouseNumber.parse("　", OfficeKind.RESIDENTIAL)).isInstanceOf(Refusal.class)
			.hasMessage("请填写房号，例如 3-2-1501。");
		assertThatThrownBy(() -> HouseNumber.parse(null, OfficeKind.OFFICE_BUILDING)).hasMessage("请填写房号，例如 1203。");
	}

	@Test
	void refusalRepeatsWordsWithoutANumberAndShortensLongOnes() {
		assertThat(HouseNumber.parse("老王家", OfficeKind.RESIDENTIAL).shown()).isEqualTo("老王家");
		assertThat(HouseNumber.parse("𠮷".repeat(50), OfficeKind.RESIDENTIAL).shown()).isEqualTo("𠮷".repeat(20) + "…");
	}

}
