package org.wuyeflow.mail.counter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.wuyeflow.Refusal;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.Shelf;
import org.wuyeflow.mail.TellWay;
import org.wuyeflow.mail.step.MailCounterProcess;
import org.wuyeflow.mail.step.MailCustodyProcess;
import org.wuyeflow.office.Occupancy;
import org.wuyeflow.office.Office;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The daily round: whom to phone, house by house, official letters first. Clauses
 * CP-5.3.3.B, PP-5.3.2, PP-5.3.3.
 */
@Controller
class RoundPage {

	private static final Set<String> OUTCOMES = Set.of("reached", "notReached", "hold");

	private final Shelf shelf;

	private final MailCounterProcess process;

	private final Counter counter;

	RoundPage(Shelf shelf, MailCounterProcess process, Counter counter) {
		this.shelf = shelf;
		this.process = process;
		this.counter = counter;
	}

	@GetMapping("/mail/round")
	String show(Model model) {
		Office office = this.counter.show(model);
		Map<String, List<MailItem>> byHouse = new LinkedHashMap<>();
		this.shelf.round(office.id())
			.forEach((item) -> byHouse.computeIfAbsent(item.houseNumber(), (house) -> new ArrayList<>()).add(item));
		model.addAttribute("calls", byHouse.entrySet()
			.stream()
			.map((entry) -> new Call(entry.getKey(), entry.getValue(), this.shelf.people(entry.getValue().get(0))))
			.toList());
		model.addAttribute("total", this.shelf.toTell(office.id()));
		model.addAttribute("ways", TellWay.values());
		return "mail-round";
	}

	@PostMapping("/mail/round")
	String told(@RequestParam List<String> number, @RequestParam TellWay how, @RequestParam String outcome,
			@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate until, RedirectAttributes shown) {
		if (!OUTCOMES.contains(outcome)) {
			throw new Refusal("请选择通知结果。");
		}
		List<MailItem> items = this.shelf.items(this.counter.office().id(), number);
		Map<String, Object> form = new HashMap<>();
		form.put("tellOutcome", outcome);
		form.put("toldHow", how.name().toLowerCase(Locale.ROOT));
		if (outcome.equals("hold") && until != null) {
			form.put("holdUntil", until.toString());
		}
		this.process.complete(items, MailCustodyProcess.TELL, form);
		shown.addFlashAttribute("done",
				items.isEmpty() ? null : items.get(0).houseNumber() + " 的 " + items.size() + " 件已登记。");
		return "redirect:/mail/round";
	}

	/**
	 * A house to call.
	 *
	 * @param house its number
	 * @param items what lies there for it
	 * @param people who lives there
	 */
	record Call(String house, List<MailItem> items, List<Occupancy> people) {
	}

}
