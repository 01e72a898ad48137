package org.wuyeflow.record;

import java.time.LocalDate;
import java.util.List;

import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Staff;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of the registers.
 */
@Controller
class RecordPages {

	private final RecordReader reader;

	private final CurrentStaff staff;

	private final List<RecordSection> sections;

	RecordPages(RecordReader reader, CurrentStaff staff, List<RecordSection> sections) {
		this.reader = reader;
		this.sections = sections;
		this.staff = staff;
	}

	@GetMapping("/records")
	String registers(Model model) {
		model.addAttribute("registers", this.reader.registers(this.staff.get()));
		return "records";
	}

	@GetMapping("/records/{form}")
	String register(@PathVariable String form, @RequestParam(required = false) String office,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to,
			@RequestParam(defaultValue = "1") int page, Model model) {
		String chosen = (office == null || office.isBlank()) ? null : office;
		RecordReader.Filter filter = new RecordReader.Filter(chosen, from, to, Math.max(1, page));
		model.addAttribute("page", this.reader.page(this.staff.get(), form, filter));
		return "register";
	}

	@GetMapping("/records/{form}/{office}/{serial}")
	String one(@PathVariable String form, @PathVariable String office, @PathVariable String serial, Model model) {
		Staff reader = this.staff.get();
		RecordReader.Whole whole = this.reader.one(reader, form, office, serial);
		boolean unmasked = PersonalDataPolicy.seesInRegister(reader, office);
		model.addAttribute("whole", whole);
		model.addAttribute("unmasked", unmasked);
		model.addAttribute("sections",
				this.sections.stream()
					.flatMap((section) -> section.of(whole.record(), reader, unmasked).stream())
					.toList());
		return "record";
	}

}
