package org.wuyeflow.record;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.office.Staff;

import static org.assertj.core.api.Assertions.assertThat;

class MaskingTest {

	@ParameterizedTest
	@CsvSource({ "NAME, 张三, 张*", "NAME, 欧阳娜娜, 欧***", "NAME, 𠮷田花, 𠮷**", "NAME, 李, 李",
			"PHONE, 13812345678, 138****5678", "PHONE, 021-50001234, 021*****1234", "PHONE, 50001234, 5******4",
			"PHONE, 5, 5", "IDENTITY, 𠮷A12B34, 𠮷*****4", "IDENTITY, 440101199001011234, 440***********1234",
			"TEXT, 打13812345678找我, 打138****5678找我", "TEXT, 身份证44010119900101123X。, 身份证440***********123X。",
			"TEXT, 电话 021-5000 1234，急, 电话 021******1234，急", "TEXT, 3-2-1501漏水2次, 3-2-1501漏水2次",
			"TEXT, 赔偿1000元, 赔偿1000元", "TEXT, 时限 2026-03-05 14:30, 时限 2026-03-05 14:30",
			"TEXT, 填写 GJ-2026-00012，完, 填写 GJ-2026-00012，完" })
	void maskedValueStillTellsTwoCustomersApart(Personal.Kind kind, String value, String masked) {
		assertThat(Masking.mask(kind, value)).isEqualTo(masked);
	}

	@Test
	void nothingStaysNothing() {
		assertThat(Masking.mask(Personal.Kind.NAME, null)).isNull();
		assertThat(Masking.mask(Personal.Kind.PHONE, "")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "front-desk, cuihu, true, true", "front-desk, jinmao, false, false",
			"office-manager, cuihu, true, true", "engineering, cuihu, false, true", "security, cuihu, false, true",
			"auditor, cuihu, false, false", "general-manager, cuihu, false, true",
			"company-department, cuihu, false, true", "vice-president, cuihu, false, true",
			"quality-management, cuihu, false, false" })
	void personalDataIsSeenByWhoeverNeedsIt(String role, String office, boolean inRegister, boolean atWork) {
		Staff reader = new Staff("x", "某某", Set.of(role), Set.of("cuihu"));
		assertThat(QualityForm.COMPLAINT_FOLLOWUP.readers().unmasks(reader, office)).isEqualTo(inRegister);
		assertThat(PersonalDataPolicy.seesAtWork(reader, office)).isEqualTo(atWork);
	}

}
