package org.wuyeflow.office;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuyeflow.Refusal;
import org.wuyeflow.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@IntegrationTest
class HousesIT {

	@Autowired
	Houses houses;

	@Autowired
	OfficeDirectory offices;

	@Autowired
	SampleEstate sample;

	@Autowired
	JdbcTemplate jdbc;

	@ParameterizedTest
	@CsvSource({ "cuihu, 3-2-1501, 3-2-1501", "cuihu, 3栋2单元1501室, 3-2-1501", "cuihu, ３－２－１５０１, 3-2-1501",
			"cuihu, ' 03 - 02 - 1501 ', 3-2-1501", "jinmao, 12楼03室, 1203", "jinmao, 1203, 1203" })
	void houseIsFoundAsItIsTyped(String office, String typed, String number) {
		House house = this.houses.find(office, typed);
		assertThat(house.number()).isEqualTo(number);
		assertThat(house.office()).isEqualTo(office);
		assertThat(house.movedIn()).isEqualTo(house.movedInOn() != null);
	}

	@Test
	void unknownHouseIsRefusedWithTheWayToTypeIt() {
		assertThatThrownBy(() -> this.houses.find("cuihu", "3-2-1599")).isInstanceOf(Refusal.class)
			.hasMessage("没有找到房号 3-2-1599，请按「栋-单元-房号」填写，例如 3-2-1501。");
	}

	@Test
	void missingUnitIsAnsweredWithTheHousesThatMayBeMeant() {
		assertThatThrownBy(() -> this.houses.find("cuihu", "3栋1501"))
			.hasMessage("没有找到房号 3-1501，请按「栋-单元-房号」填写，例如 3-2-1501。是不是 3-1-1501、3-2-1501？");
	}

	@Test
	void houseOfAnotherOfficeIsNotFound() {
		assertThatThrownBy(() -> this.houses.find("jinmao", "3-2-1501")).isInstanceOf(Refusal.class);
		assertThatThrownBy(() -> this.houses.find("none", "3-2-1501")).isInstanceOf(Refusal.class);
	}

	@Test
	void ownersComeFirstAmongTheOccupants() {
		assertThat(this.houses.occupants(this.houses.find("cuihu", "3-2-1501"))).first().satisfies((occupancy) -> {
			assertThat(occupancy.part()).isEqualTo(Occupancy.Part.OWNER);
			assertThat(occupancy.customer().phone()).matches("1990000\\d{4}");
		});
		assertThat(this.houses.occupants(this.houses.find("jinmao", "101"))).extracting(Occupancy::part)
			.startsWith(Occupancy.Part.OWNER);
	}

	@Test
	void officesCarryTheirEditionOfTheComplaintProcedure() {
		assertThat(this.offices.all()).extracting(Office::id).contains("cuihu", "jinmao");
		assertThat(this.offices.get("cuihu").complaintEdition()).isEqualTo(ComplaintEdition.OPINION);
		assertThat(this.offices.get("jinmao").complaintEdition()).isEqualTo(ComplaintEdition.SUGGESTION);
		assertThat(this.offices.get("jinmao").kind()).isEqualTo(OfficeKind.OFFICE_BUILDING);
	}

	@Test
	void sampleIsLoadedOnce() {
		long before = houseCount();
		this.sample.afterPropertiesSet();
		assertThat(houseCount()).isEqualTo(before);
		assertThat(count("select count(*) from house where office_id = 'cuihu' and moved_in_on is null")).isPositive();
	}

	private long houseCount() {
		return count("select count(*) from house");
	}

	private long count(String sql) {
		return this.jdbc.queryForObject(sql, Long.class);
	}

}
