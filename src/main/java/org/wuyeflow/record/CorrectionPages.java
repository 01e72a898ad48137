package org.wuyeflow.record;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages on which closed records are corrected: one asks, another decides.
 */
@Controller
class CorrectionPages {

	private static final String ASK = "/records/{form}/{office}/{serial}/correct";

	private final RecordReader reader;

	private final Registers registers;

	private final Corrections corrections;

	private final Looks looks;

	private final CurrentStaff staff;

	private final ZoneId zone;

	CorrectionPages(RecordReader reader, Registers registers, Corrections corrections, Looks looks, CurrentStaff staff,
			Clock clock) {
		this.reader = reader;
		this.registers = registers;
		this.corrections = corrections;
		this.looks = looks;
		this.staff = staff;
		this.zone = clock.getZone();
	}

	@GetMapping("/records/corrections")
	String waiting(Model model) {
		model.addAttribute("waiting",
				this.corrections.waiting(this.staff.get())
					.stream()
					.map((correction) -> this.reader.shown(correction, false))
					.toList());
		return "corrections";
	}

	@GetMapping(ASK)
	String ask(@PathVariable String form, @PathVariable String office, @PathVariable String serial,
			@RequestParam(required = false) String field, @RequestParam(required = false) UUID look, Model model) {
		Staff visitor = this.staff.get();
		Register register = this.registers.get(form);
		QualityRecord record = this.reader.find(visitor, form, office, serial);
		boolean unmasked = this.looks.opened(look, visitor, RecordLook.Way.CORRECTION).contains(record.id());
		List<RegisterColumn> columns = this.corrections.columns(register);
		model.addAttribute("form", register.form());
		model.addAttribute("record", record);
		model.addAttribute("columns", columns);
		model.addAttribute("unmasks", register.form().readers().unmasks(visitor, office));
		columns.stream().filter((column) -> column.attribute().equals(field)).findFirst().ifPresent((column) -> {
			ShownValue present = this.reader.shown(column, record, unmasked);
			model.addAttribute("column", column);
			model.addAttribute("choices", Corrections.choices(column.type()));
			model.addAttribute("present", present);
			model.addAttribute("typed", present.masked() ? "" : CorrectedValue.typed(column.value(record), this.zone));
		});
		return "correct";
	}

	@PostMapping(ASK)
	String propose(@PathVariable String form, @PathVariable String office, @PathVariable String serial,
			@RequestParam String field, @RequestParam(defaultValue = "") String corrected, @RequestParam String reason,
			@RequestParam(required = false) UUID look, Model model, RedirectAttributes shown,
			HttpServletResponse response) {
		Staff visitor = this.staff.get();
		QualityRecord record = this.reader.find(visitor, form, office, serial);
		try {
			this.corrections.propose(visitor, this.registers.get(form), record, field, corrected, reason);
		}
		catch (Refusal ex) {
			response.setStatus(ex.status());
			String page = ask(form, office, serial, field, look, model);
			model.addAttribute("problem", ex.getMessage());
			model.addAttribute("typed", corrected);
			model.addAttribute("reason", reason);
			return page;
		}
		shown.addFlashAttribute("done", "更正已提出，等另一位同事复核后生效。");
		return "redirect:/records/" + form + "/" + office + "/" + serial;
	}

	@GetMapping("/records/corrections/{id}")
	String one(@PathVariable UUID id, @RequestParam(required = false) UUID look, Model model) {
		Staff visitor = this.staff.get();
		RecordCorrection correction = this.corrections.visible(visitor, id);
		QualityRecord record = this.reader.find(visitor, correction.form().slug(), correction.office(),
				correction.serial());
		Set<UUID> opened = this.looks.opened(look, visitor, RecordLook.Way.CORRECTION);
		FormReaders readers = correction.form().readers();
		boolean own = correction.proposedById().equals(visitor.id());
		boolean open = correction.state() == RecordCorrection.State.PROPOSED;
		model.addAttribute("correction", this.reader.shown(correction, opened.contains(record.id())));
		model.addAttribute("unmasks", readers.unmasks(visitor, correction.office()));
		model.addAttribute("withdraws", open && own);
		model.addAttribute("decides", open && !own && readers.confirms(visitor, correction.office()));
		return "correction";
	}

	@PostMapping("/records/corrections/{id}/confirm")
	String confirm(@PathVariable UUID id, RedirectAttributes shown) {
		return done(this.corrections.confirm(this.staff.get(), id), "已同意更正，记录已更新。", shown);
	}

	@PostMapping("/records/corrections/{id}/reject")
	String reject(@PathVariable UUID id, @RequestParam String remark, RedirectAttributes shown) {
		return done(this.corrections.reject(this.staff.get(), id, remark), "没有同意这项更正，记录保持原样。", shown);
	}

	@PostMapping("/records/corrections/{id}/withdraw")
	String withdraw(@PathVariable UUID id, RedirectAttributes shown) {
		return done(this.corrections.withdraw(this.staff.get(), id), "更正已撤回，记录保持原样。", shown);
	}

	private static String done(RecordCorrection correction, String sentence, RedirectAttributes shown) {
		shown.addFlashAttribute("done", sentence);
		return "redirect:/records/" + correction.form().slug() + "/" + correction.office() + "/" + correction.serial();
	}

}
