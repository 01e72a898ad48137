package org.wuyeflow.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wuyeflow.Refusal;
import org.wuyeflow.deadline.Deadlines;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.office.Staff;
import org.wuyeflow.support.PlainWeek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What an item lets be done with it, and by when.
 */
class MailItemTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final Instant RECEIVED = Instant.parse("2026-01-31T02:00:00Z");

	private static final Deadlines DEADLINES = new Deadlines(new PlainWeek(), Clock.fixed(RECEIVED, ZONE));

	private static final MailClock USUAL = new MailClock(Limit.parse("4个工作小时"), Limit.parse("3天"), Limit.parse("7天"),
			Limit.parse("1个月"), Limit.parse("7天"), Limit.parse("5天"), Limit.parse("7天"));

	private static final Staff CLERK = new Staff("front-desk", "林晓梅", Set.of("front-desk"), Set.of("cuihu"));

	private static final PickUp PICK_UP = new PickUp("cuihu", "LQ-2026-00001",
			new Receiver(ReceiverKind.OWNER, "马杰", DocumentKind.ID_CARD, "021X"), "马杰", RECEIVED, CLERK);

	private static final DamageReport DAMAGE = new DamageReport("一角破裂", "刘投递", null, RECEIVED, TellWay.PHONE);

	@Test
	void itemOfTheLastOfJanuaryIsAnnouncedOnTheLastOfFebruary() {
		MailItem item = item(null, true);

		assertThat(item.announceAt()).isEqualTo(Instant.parse("2026-02-28T02:00:00Z"));
		assertThat(item.returnAt()).isEqualTo(Instant.parse("2026-03-07T02:00:00Z"));
		assertThat(item.returnDueAt()).isEqualTo(RECEIVED.plus(Duration.ofDays(7)));
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, P3D", "P2DT23H59M, P3D", "P3D, P7D", "P6DT23H59M, P7D" })
	void nextNoticeIsTheFirstThatIsNotYetDue(Duration told, Duration next) {
		MailItem item = item(null, true);
		item.told(RECEIVED.plus(told), TellWay.PHONE, false, DEADLINES);

		assertThat(item.nextNoticeAt()).isEqualTo(RECEIVED.plus(next));
	}

	@Test
	void afterTheThirdNoticeThereIsNone() {
		MailItem item = item(null, true);
		item.told(RECEIVED.plus(Duration.ofDays(7)), TellWay.SLIP, false, DEADLINES);

		assertThat(item.nextNoticeAt()).isNull();
		assertThat(item.ownerReached()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, true", "PT1S, false" })
	void returnIsInTimeToTheLastMoment(Duration late, boolean kept) {
		MailItem item = item(null, false);
		item.undeliverable(ReturnReason.NO_SUCH_PERSON, RECEIVED, DEADLINES);
		item.returned("赵邮", item.returnDueAt().plus(late), null);

		assertThat(item.returnInTime()).isEqualTo(kept);
		assertThat(item.remark()).isEqualTo("查无此人，退回邮局，邮局工作人员签字：赵邮");
	}

	@Test
	void weekOfWhatTurnsOutLaterCountsFromThen() {
		MailItem item = item(null, true);
		Instant later = RECEIVED.plus(Duration.ofDays(20));
		item.undeliverable(ReturnReason.MOVED, later, DEADLINES);

		assertThat(item.returnWarnAt()).isEqualTo(later.plus(Duration.ofDays(5)));
		assertThat(item.returnDueAt()).isEqualTo(later.plus(Duration.ofDays(7)));
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-30, false", "2026-01-31, true", "2026-07-31, true", "2026-08-01, false" })
	void holdIsFromTodayToHalfAYear(LocalDate until, boolean allowed) {
		MailItem item = item(null, true);
		if (allowed) {
			assertThatNoException().isThrownBy(() -> item.held(until, RECEIVED, DEADLINES, ZONE));
		}
		else {
			refused(item, (one) -> one.held(until, RECEIVED, DEADLINES, ZONE), "2026-07-31");
		}
	}

	@Test
	void holdOfADayChangesNothing() {
		MailItem item = item(null, true);
		item.held(LocalDate.of(2026, 2, 2), RECEIVED, DEADLINES, ZONE);

		assertThat(item.announceAt()).isEqualTo(Instant.parse("2026-02-28T02:00:00Z"));
	}

	@Test
	void damagedItemWaitsForTheCouriersSignature() {
		MailItem item = item("一角破裂", true);

		assertThat(item.damageOpen()).isTrue();
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
		refused(item, (one) -> one.incident(IncidentKind.MISSING, "", RECEIVED, DEADLINES), "不在保管中");
		refused(item, (one) -> one.returned("赵邮", RECEIVED, null), "还没有到退回的时候");
		item.takenBack("交错", RECEIVED, DEADLINES);
		assertThat(item.pickUp()).isNull();
		assertThat(item.status()).isEqualTo(MailStatus.IN_CUSTODY);
	}

	@Test
	void itemThatComesBackLateStaysForAWeekAlthoughItsMonthIsOver() {
		MailItem item = item(null, true);
		item.handedOver(PICK_UP);
		Instant later = RECEIVED.plus(Duration.ofDays(60));
		item.takenBack("交错", later, DEADLINES);
		item.clocked(USUAL, DEADLINES, ZONE);

		assertThat(item.announceAt()).isEqualTo(later.plus(Duration.ofDays(7)));
		assertThat(item.returnAt()).isEqualTo(later.plus(Duration.ofDays(14)));
		assertThat(item.nextNoticeAt()).isEqualTo(later);
	}

	@ParameterizedTest
	@EnumSource(IncidentKind.class)
	void incidentIsRecoveredOrClosed(IncidentKind kind) {
		MailItem item = item(null, true);
		item.incident(kind, "清点", RECEIVED, DEADLINES);
		refused(item, (one) -> one.handedOver(PICK_UP), "事故处理中");
		item.recovered("找到", RECEIVED, DEADLINES);
		item.incident(kind, "再次", RECEIVED, DEADLINES);
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

	private static void refused(MailItem item, Consumer<MailItem> move, String why) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> move.accept(item)).withMessageContaining(why);
	}

	private static MailDelivery delivery() {
		return new MailDelivery("cuihu", "JJ-2026-00001", "EMS", RECEIVED, CLERK);
	}

	private static MailItem item(String damage, boolean known) {
		MailItem item = new MailItem("DS-2026-00001", new MailIntake("cuihu", "JJ-2026-00001", null, null, null, "马杰",
				MailKind.EXPRESS, false, null, damage, null), delivery(), null, known, RECEIVED);
		item.clocked(USUAL, DEADLINES, ZONE);
		return item;
	}

}
