package org.wuyeflow.mail.counter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.OfficeDirectory;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Who stands at the counter of which office, and what all of its pages share.
 */
@Component
class Counter {

	/** Who works with mail, or answers for it. */
	private static final Set<Role> STAFF = Set.of(Role.FRONT_DESK, Role.MAIL_KEEPER, Role.SECURITY, Role.STEWARD,
			Role.CS_SUPERVISOR, Role.CS_LEAD, Role.OFFICE_MANAGER);

	private final CurrentStaff staff;

	private final OfficeDirectory offices;

	private final Clock clock;

	Counter(CurrentStaff staff, OfficeDirectory offices, Clock clock) {
		this.staff = staff;
		this.offices = offices;
		this.clock = clock;
	}

	/**
	 * The office at whose counter the person logged in works.
	 * @throws Refusal (403) where he does not
	 */
	Office office() {
		Staff visitor = this.staff.get();
		List<Office> own = this.offices.of(visitor);
		if (!Role.anyOf(STAFF, visitor) || own.isEmpty()) {
			throw Refusal.forbidden("代收邮件由前台、邮件管理员、控制中心和主管办理。如需使用，请联系主管。");
		}
		return own.get(0);
	}

	/** What every page shows: the office, and how times are written. */
	Office show(Model model) {
		Office office = office();
		model.addAttribute("office", office);
		model.addAttribute("minute", DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(this.clock.getZone()));
		model.addAttribute("day", DateTimeFormatter.ofPattern("MM-dd").withZone(this.clock.getZone()));
		model.addAttribute("manager", this.staff.get().has(Role.OFFICE_MANAGER.id()));
		return office;
	}

	/** How many days ago this was, by the calendar. */
	long daysSince(Instant moment) {
		return LocalDate.ofInstant(moment, this.clock.getZone()).until(today(), ChronoUnit.DAYS);
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** The end of today. */
	Instant tonight() {
		return today().plusDays(1).atStartOfDay(this.clock.getZone()).toInstant();
	}

	/** The refusal that a failure of the engine carries, or the failure itself. */
	static Refusal refusal(RuntimeException failure) {
		return Stream.<Throwable>iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.filter(Refusal.class::isInstance)
			.map(Refusal.class::cast)
			.findFirst()
			.orElseThrow(() -> failure);
	}

}
