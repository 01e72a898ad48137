package org.wuyeflow.key;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

class KeyEntrustmentTest {

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final Place PLACE = new Place("一号柜", "A-1", null);

	private final Staff desk = new Staff("front-desk", "林小燕", Set.of("front-desk"), Set.of("cuihu"));

	private final Staff keeper = new Staff("key-keeper", "郑国强", Set.of("key-keeper"), Set.of("cuihu"));

	private final KeyEntrustment entrustment = new KeyEntrustment("YT-2026-00001",
			new EntrustmentIntake("cuihu", "3-2-1501", "王秀英", "13900139000", new Identity(IdentityKind.ID_CARD, "123X"),
					"WT-1", new EntrustedKeys(Map.of(Door.ENTRANCE, 2), KeySoundness.WORKS, Set.of(), null), "返修",
					LocalDate.of(2026, 6, 30)),
			mock(House.class), new KeyEntrustment.Scheme(true, null));

	@Test
	void handOverTakesTwoPeople() {
		this.entrustment.decided(true, null, this.keeper, "经理助理", NOW);
		this.entrustment.signed(this.desk, NOW);

		assertThatThrownBy(() -> this.entrustment.stored(PLACE, this.desk, NOW, NOW)).isInstanceOf(Refusal.class)
			.hasMessageContaining("两个人签认");
		this.entrustment.stored(PLACE, this.keeper, NOW, NOW);
		assertThat(this.entrustment.status()).isEqualTo(EntrustmentStatus.KEPT);
	}

	@Test
	void stepsAreNotTakenOutOfTurn() {
		assertThatThrownBy(() -> this.entrustment.signed(this.desk, NOW)).isInstanceOf(Refusal.class)
			.hasMessageContaining("待审批");
		this.entrustment.decided(false, "没有委托书", this.keeper, "经理助理", NOW);
		assertThatThrownBy(() -> this.entrustment.decided(true, null, this.keeper, "经理助理", NOW))
			.isInstanceOf(Refusal.class)
			.hasMessageContaining("未批准");
	}

}
