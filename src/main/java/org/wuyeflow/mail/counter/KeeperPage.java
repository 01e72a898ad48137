package org.wuyeflow.mail.counter;

import java.time.LocalDate;
import java.util.List;

import org.wuyeflow.Refusal;
import org.wuyeflow.mail.KeeperRoster;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.Shelf;
import org.wuyeflow.mail.step.MailCounterProcess;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.Staff;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Who keeps the mail, and the count at each change of keeper. Clauses CP-5.3.3.A,
 * CP-5.3.3.C.
 */
@Controller
class KeeperPage {

	private final KeeperRoster roster;

	private final Shelf shelf;

	private final MailCounterProcess process;

	private final Counter counter;

	KeeperPage(KeeperRoster roster, Shelf shelf, MailCounterProcess process, Counter counter) {
		this.roster = roster;
		this.shelf = shelf;
		this.process = process;
		this.counter = counter;
	}

	@GetMapping("/mail/keepers")
	String show(Model model) {
		Office office = this.counter.show(model);
		model.addAttribute("duties", this.roster.duties(office.id()));
		model.addAttribute("counts", this.roster.counts(office.id()));
		model.addAttribute("keepers", this.process.keepers(office.id()));
		model.addAttribute("today", this.counter.today());
		return "mail-keepers";
	}

	@PostMapping("/mail/keepers")
	String name(@RequestParam String keeper, @RequestParam(required = false) String deputy,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from, RedirectAttributes shown) {
		String office = this.counter.office().id();
		Staff named = keeper(office, keeper);
		this.roster.name(office, named, (deputy == null || deputy.isBlank()) ? null : keeper(office, deputy), from);
		shown.addFlashAttribute("done", "从 " + from + " 起由" + named.name() + "保管邮件。交接时请清点。");
		return "redirect:/mail/keepers";
	}

	private Staff keeper(String office, String id) {
		return this.process.keepers(office)
			.stream()
			.filter((staff) -> staff.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new Refusal("所选的人不是本管理处的邮件管理员岗位，请重新选择。"));
	}

	@GetMapping("/mail/count")
	String count(Model model) {
		Office office = this.counter.show(model);
		model.addAttribute("items", this.shelf.all(office.id()));
		return "mail-count";
	}

	@PostMapping("/mail/count")
	@Transactional
	public String counted(@RequestParam int expected, @RequestParam(required = false) List<String> present,
			@RequestParam(required = false) String from, RedirectAttributes shown) {
		String office = this.counter.office().id();
		List<MailItem> items = this.shelf.all(office);
		if (items.size() != expected) {
			throw Refusal.conflict("清点期间架上的邮件有变动，请重新清点。");
		}
		List<MailItem> missing = items.stream()
			.filter((item) -> present == null || !present.contains(item.caseNumber()))
			.toList();
		this.roster.counted(office, missing.stream().map(MailItem::caseNumber).toList(),
				(from == null || from.isBlank()) ? null : from.strip());
		this.process.reportMissing(missing, "清点时不在架上");
		shown.addFlashAttribute("done",
				missing.isEmpty() ? "应有 " + items.size() + " 件，全部在架。" : "缺少 " + missing.size() + " 件，已报管理处经理核查。");
		return "redirect:/mail/keepers";
	}

}
