package org.wuyeflow.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who keeps an office's mail, and each count of the shelf. While a manager has named
 * nobody, everybody who holds the post may act. Clauses CP-5.3.3.A, CP-5.3.3.C.
 */
@Service
@Transactional
public class KeeperRoster {

	private final KeeperDutyRepository duties;

	private final ShelfCountRepository counts;

	private final MailItemRepository items;

	private final CurrentStaff staff;

	private final Clock clock;

	KeeperRoster(KeeperDutyRepository duties, ShelfCountRepository counts, MailItemRepository items, CurrentStaff staff,
			Clock clock) {
		this.duties = duties;
		this.counts = counts;
		this.items = items;
		this.staff = staff;
		this.clock = clock;
	}

	/** The duties of an office, the latest first. */
	@Transactional(readOnly = true)
	public List<KeeperDuty> duties(String office) {
		return this.duties.of(office);
	}

	/** The latest counts of an office's shelf. */
	@Transactional(readOnly = true)
	public List<ShelfCount> counts(String office) {
		return this.counts.latest(office);
	}

	/** Who keeps the mail today, where somebody is named. */
	@Transactional(readOnly = true)
	public Optional<KeeperDuty> today(String office) {
		return this.duties.on(office, LocalDate.now(this.clock));
	}

	/**
	 * Names who keeps the mail from a day on; the duty before ends on the day before.
	 * @param deputy who acts when the keeper is away, or null
	 * @throws Refusal (403) where somebody else than the office's manager asks; (400) for
	 * a day that is past or people who do not hold the post
	 */
	public KeeperDuty name(String office, Staff keeper, Staff deputy, LocalDate from) {
		Staff manager = this.staff.get();
		if (!manager.worksFor(office) || !manager.has(Role.OFFICE_MANAGER.id())) {
			throw Refusal.forbidden("邮件管理员由管理处经理指定。");
		}
		requirePost(office, keeper);
		if (deputy != null) {
			requirePost(office, deputy);
		}
		if (from.isBefore(LocalDate.now(this.clock))) {
			throw new Refusal("开始日期不能早于今天。");
		}
		this.duties.of(office)
			.stream()
			.filter((duty) -> duty.to() == null || !duty.to().isBefore(from))
			.forEach((duty) -> duty.endsBefore(from));
		return this.duties.save(new KeeperDuty(office, keeper, deputy, from, now(), manager));
	}

	private static void requirePost(String office, Staff named) {
		if (!named.worksFor(office) || !named.has(Role.MAIL_KEEPER.id())) {
			throw new Refusal(named.name() + " 不是本管理处的邮件管理员岗位，请先由系统管理员分配岗位。");
		}
	}

	/**
	 * Writes down a count of the shelf.
	 * @param missing the numbers of the items that are not there
	 * @param handedOverBy who gives the shelf away, or null where it only was counted
	 */
	public ShelfCount counted(String office, List<String> missing, String handedOverBy) {
		requireKeeper(office);
		int expected = Math.toIntExact(this.items.count(office, Shelf.LYING));
		return this.counts.save(new ShelfCount(office, expected, missing, handedOverBy, now(), this.staff.get()));
	}

	/**
	 * Lets only the keeper and his deputy act, where the manager has named them.
	 * @throws Refusal (403) for anybody else
	 */
	void requireKeeper(String office) {
		Staff acting = this.staff.get();
		today(office).filter((duty) -> acting != Staff.SYSTEM && !duty.names(acting)).ifPresent((duty) -> {
			throw Refusal.forbidden("今天的邮件由" + duty.keeper()
					+ ((duty.deputy() != null) ? "保管，代理人是" + duty.deputy() : "保管") + "，请交其办理。");
		});
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
