package org.wuyeflow.record;

import java.time.LocalDate;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Places and lifts legal holds, from the page of a record.
 */
@Controller
class RetentionPages {

	private static final String BACK = "redirect:/records/{form}/{office}/{serial}";

	private final Retention retention;

	RetentionPages(Retention retention) {
		this.retention = retention;
	}

	@PostMapping("/records/{form}/{office}/{serial}/hold")
	String hold(@PathVariable String form, @PathVariable String office, @PathVariable String serial,
			@RequestParam(required = false) String reason,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate until) {
		this.retention.hold(form, office, serial, reason, until);
		return BACK;
	}

	@PostMapping("/records/{form}/{office}/{serial}/lift-hold")
	String lift(@PathVariable String form, @PathVariable String office, @PathVariable String serial,
			@RequestParam(required = false) String reason) {
		this.retention.lift(form, office, serial, reason);
		return BACK;
	}

}
