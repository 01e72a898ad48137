package org.wuyeflow.deadline;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.OfficeDirectory;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The working calendar and the offices' hours, in the hands of administrators.
 */
@Controller
class CalendarPage {

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2100;

	private final CalendarBook book;

	private final OfficeDirectory offices;

	private final CurrentStaff staff;

	private final Clock clock;

	CalendarPage(CalendarBook book, OfficeDirectory offices, CurrentStaff staff, Clock clock) {
		this.book = book;
		this.offices = offices;
		this.staff = staff;
		this.clock = clock;
	}

	@GetMapping("/calendar")
	String show(@RequestParam(required = false) Integer year, Model model) {
		administrator();
		int today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone()).getYear();
		int shown = sensible((year != null) ? year : today);
		List<CalendarBook.Plan> plans = this.book.plans();
		model.addAttribute("year", shown);
		model.addAttribute("nextYear", plans.isEmpty() ? today : plans.get(0).year() + 1);
		model.addAttribute("plans", plans);
		model.addAttribute("plan", plans.stream().filter((plan) -> plan.year() == shown).findFirst().orElse(null));
		model.addAttribute("spans", Span.of(this.book.plan(shown)));
		model.addAttribute("missing", this.book.missingYears());
		model.addAttribute("offices",
				this.offices.all().stream().map((office) -> new Hours(office, this.book.hours(office.id()))).toList());
		return "calendar";
	}

	@PostMapping("/calendar")
	String load(@RequestParam int year, @RequestParam MultipartFile file, RedirectAttributes shown) throws IOException {
		Staff by = administrator();
		CalendarFile read = CalendarFile.read(sensible(year), file.getBytes());
		if (!read.mistakes().isEmpty()) {
			shown.addFlashAttribute("mistakes", read.mistakes());
		}
		else {
			shown.addFlashAttribute("changes", this.book.load(year, read.days(), "导入的文件", by.name()));
		}
		return "redirect:/calendar?year=" + year;
	}

	@PostMapping("/calendar/hours")
	String hours(@RequestParam String office, @RequestParam String hours, RedirectAttributes shown) {
		administrator();
		this.book.setHours(office, OfficeHours.parse(hours));
		shown.addFlashAttribute("hoursSaved", this.offices.get(office).name());
		return "redirect:/calendar";
	}

	private Staff administrator() {
		Staff visitor = this.staff.get();
		if (!visitor.has(Role.ADMINISTRATORS)) {
			throw Refusal.forbidden("工作日历由系统管理员维护。如需更改，请联系系统管理员。");
		}
		return visitor;
	}

	private static int sensible(int year) {
		if (year < FIRST_YEAR || year > LAST_YEAR) {
			throw new Refusal("年份有误，应在 " + FIRST_YEAR + " 到 " + LAST_YEAR + " 之间。");
		}
		return year;
	}

	/**
	 * An office with its hours, as a row of the page.
	 *
	 * @param office the office
	 * @param hours when it works
	 */
	record Hours(Office office, OfficeHours hours) {
	}

}
