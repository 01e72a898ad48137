package org.wuyeflow.mail.counter;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.wuyeflow.Refusal;
import org.wuyeflow.mail.KeeperRoster;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.Shelf;
import org.wuyeflow.mail.step.MailCounterProcess;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.Staff;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
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

	private static final int LONGEST_NAMES = 100;

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
		return count(List.of(), null, model);
	}

	/**
	 * What is not ticked is reported as lost, once whoever counts has been told what that
	 * is and sends the same again.
	 */
	@PostMapping("/mail/count")
	@Transactional
	public String counted(@RequestParam int expected, @RequestParam(defaultValue = "") List<String> present,
			@RequestParam(required = false) String from, @RequestParam(defaultValue = "") String missing, Model model,
			HttpServletResponse response, RedirectAttributes shown) {
		String office = this.counter.office().id();
		List<MailItem> items = this.shelf.all(office);
		List<MailItem> unticked = items.stream().filter((item) -> !present.contains(item.caseNumber())).toList();
		String named = unticked.stream().map(MailItem::caseNumber).collect(Collectors.joining("、"));
		if (items.size() != expected || !named.equals(missing)) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("refused", (items.size() != expected) ? "清点期间架上的邮件有变动，请核对后再点「清点完毕」。"
					: "还有 " + unticked.size() + " 件没有勾选：" + shortly(named) + "。在架的请勾选；确实不在的请再点一次「清点完毕」，将按丢失报管理处经理。");
			model.addAttribute("missing", named);
			return count(present, from, model);
		}
		this.roster.counted(office, unticked.stream().map(MailItem::caseNumber).toList(),
				(from == null || from.isBlank()) ? null : from.strip());
		this.process.reportMissing(unticked, "清点时不在架上");
		shown.addFlashAttribute("done",
				unticked.isEmpty() ? "应有 " + items.size() + " 件，全部在架。" : "缺少 " + unticked.size() + " 件，已报管理处经理核查。");
		return "redirect:/mail/keepers";
	}

	/** The names as far as a person reads them. */
	private static String shortly(String names) {
		return (names.length() <= LONGEST_NAMES) ? names
				: names.substring(0, names.lastIndexOf("、", LONGEST_NAMES)) + " 等";
	}

	private String count(List<String> present, String from, Model model) {
		model.addAttribute("items", this.shelf.all(this.counter.show(model).id()));
		model.addAttribute("present", present);
		model.addAttribute("from", from);
		return "mail-count";
	}

}
