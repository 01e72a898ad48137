package org.wuyeflow.mail;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddresseeMatchTest {

	private static final List<String> PEOPLE = List.of("欧阳静怡", "张伟", "云帆软件有限公司");

	@ParameterizedTest
	@ValueSource(strings = { "张伟", " 张 伟 ", "张伟先生", "张伟 收", "张先生", "张女士亲启", "欧阳小姐收", "云帆软件有限公司 王小姐", "云帆软件有限公司（财务部）",
			"张伟、李芳" })
	void peopleOfTheHouseAreKnown(String addressee) {
		assertThat(AddresseeMatch.among(PEOPLE, addressee)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "李芳", "李先生", "张", "伟", "先生", "业主", "住户 收", "", "？", "欧静怡" })
	void othersAreCheckedFirst(String addressee) {
		assertThat(AddresseeMatch.among(PEOPLE, addressee)).isFalse();
	}

}
