package org.wuyeflow.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What an item lets be done with it.
 */
class MailItemTest {

	private static final Instant RECEIVED = Instant.parse("2026-01-31T02:00:00Z");

	private static final LocalDate RECEIVED_ON = LocalDate.of(2026, 1, 31);

	private static final Staff CLERK = new Staff("front-desk", "林晓梅", Set.of("front-desk"), Set.of("cuihu"));

	private static final PickUp PICK_UP = new PickUp("cuihu", "LQ-2026-00001",
			new Receiver(ReceiverKind.OWNER, "马杰", DocumentKind.ID_CARD, "021X"), "马杰", RECEIVED, CLERK);

	private static final DamageReport DAMAGE = new DamageReport("一角破裂", "刘投递", null, RECEIVED, TellWay.PHONE);

	@Test
	void itemThatGoesBackSaysWhyAndWhoHasSigned() {
		MailItem item = item(null, false);
		item.undeliverable(ReturnReason.NO_SUCH_PERSON);
		item.returned("赵邮", RECEIVED, null);

		assertThat(item.remark()).isEqualTo("查无此人，退回邮局，邮局工作人员已签字");
		assertThat(item.status()).isEqualTo(MailStatus.RETURNED);
	}

	@Test
	void ownerWhoWasReachedOnceCountsAsTold() {
		MailItem item = item(null, true);
		item.told(RECEIVED, TellWay.PHONE, true, RECEIVED.plusSeconds(60));
		item.told(RECEIVED.plusSeconds(60), TellWay.SLIP, false, null);

		assertThat(item.telling().times()).isEqualTo(2);
		assertThat(item.telling().reached()).isTrue();
		assertThat(item.telling().nextAt()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-30, false", "2026-01-31, true", "2026-07-31, true", "2026-08-01, false" })
	void holdIsFromTodayToHalfAYear(LocalDate until, boolean allowed) {
		MailItem item = item(null, true);
		if (allowed) {
			assertThatNoException().isThrownBy(() -> item.held(until, RECEIVED_ON));
		}
		else {
			refused(item, (one) -> one.held(until, RECEIVED_ON), "2026-07-31");
		}
	}

	@Test
	void damagedItemWaitsForTheCouriersSignature() {
		MailItem item = item("一角破裂", true);

		assertThat(item.status()).isEqualTo(MailStatus.DAMAGED);
		refused(item, (one) -> one.handedOver(PICK_UP), "破损待处理");
		item.damageReported(DAMAGE);
		assertThat(item.status()).isEqualTo(MailStatus.IN_CUSTODY);
		refused(item, (one) -> one.refused(DAMAGE), "没有待处理的破损");
	}

	@Test
	void itemIsFetchedOnce() {
		MailItem item = item(null, true);
		item.handedOver(PICK_UP);

		refused(item, (one) -> one.handedOver(PICK_UP), "已领取");
		refused(item, (one) -> one.incident(IncidentKind.MISSING, ""), "不能报事故");
		refused(item, (one) -> one.returned("赵邮", RECEIVED, null), "还没有到退回的时候");
		item.takenBack("交错", RECEIVED);
		assertThat(item.pickUp()).isNull();
		assertThat(item.status()).isEqualTo(MailStatus.IN_CUSTODY);
	}

	@Test
	void itemThatWasAnnouncedIsAnnouncedAnewWhereItIsKeptAnew() {
		MailItem item = item(null, true);
		item.announced("3-*-**** 有包裹一件未领取", RECEIVED);
		item.handedOver(PICK_UP);
		item.takenBack("交错", RECEIVED.plusSeconds(60));

		assertThat(item.announcedAt()).isNull();
		assertThat(item.telling().nextAt()).isEqualTo(RECEIVED.plusSeconds(60));
	}

	@Test
	void whatWasToGoBackGoesBackAfterAnIncident() {
		MailItem item = item(null, true);
		item.undeliverable(ReturnReason.MOVED);
		item.incident(IncidentKind.OPENED, "封口已开");
		item.recovered("邮局封口不牢", RECEIVED);

		assertThat(item.status()).isEqualTo(MailStatus.TO_RETURN);
	}

	@ParameterizedTest
	@EnumSource(IncidentKind.class)
	void incidentIsRecoveredOrClosed(IncidentKind kind) {
		MailItem item = item(null, true);
		item.incident(kind, "清点");
		refused(item, (one) -> one.handedOver(PICK_UP), "事故处理中");
		item.recovered("找到", RECEIVED);
		item.incident(kind, "再次");
		item.lost("未找到");

		assertThat(item.status()).isEqualTo(MailStatus.LOST);
		assertThat(item.remark()).contains(kind.label(), "如实告知");
	}

	@Test
	void deliveryIsSignedOnceAndNeverEmpty() {
		MailDelivery delivery = delivery();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> delivery.sign("刘投递", RECEIVED))
			.withMessageContaining("还没有登记邮件");
		delivery.take();
		delivery.sign("刘投递", RECEIVED);

		assertThatExceptionOfType(Refusal.class).isThrownBy(delivery::take).withMessageContaining("已经签字");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> delivery.sign("刘投递", RECEIVED));
	}

	@ParameterizedTest
	@CsvSource({ "FULL, 1203, '1203 '", "BUILDING, 3-2-1501, '3-*-**** '", "BUILDING, 1203, '1*** '",
			"NONE, 3-2-1501, 本小区" })
	void boardShowsOfTheHouseWhatTheOfficeDecides(HouseShown shown, String house, String text) {
		assertThat(shown.of(house)).isEqualTo(text);
	}

	@ParameterizedTest
	@EnumSource(MailKind.class)
	void nobodyElseLearnsThatACourtHasWritten(MailKind kind) {
		assertThat(kind.publicLabel()).doesNotContain("法院", "政府", "公函");
	}

	private static void refused(MailItem item, Consumer<MailItem> move, String why) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> move.accept(item)).withMessageContaining(why);
	}

	private static MailDelivery delivery() {
		return new MailDelivery("cuihu", "JJ-2026-00001", "EMS", RECEIVED, CLERK);
	}

	private static MailItem item(String damage, boolean known) {
		return new MailItem("DS-2026-00001", new MailIntake("cuihu", "JJ-2026-00001", null, null, null, "马杰",
				MailKind.EXPRESS, false, null, damage, null), delivery(), null, known, RECEIVED);
	}

}
