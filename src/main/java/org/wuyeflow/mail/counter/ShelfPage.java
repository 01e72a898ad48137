package org.wuyeflow.mail.counter;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.wuyeflow.Refusal;
import org.wuyeflow.mail.Deliveries;
import org.wuyeflow.mail.KeeperRoster;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.Shelf;
import org.wuyeflow.mail.step.MailCounterProcess;
import org.wuyeflow.mail.step.MailCustodyProcess;
import org.wuyeflow.office.Office;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The keeper's shelf: what lies there, how long, who was told when, and what must leave
 * it today. Clauses CP-5.3.3.C, CP-5.3.3.E.
 */
@Controller
class ShelfPage {

	private final Shelf shelf;

	private final Deliveries deliveries;

	private final KeeperRoster roster;

	private final MailCounterProcess process;

	private final Counter counter;

	ShelfPage(Shelf shelf, Deliveries deliveries, KeeperRoster roster, MailCounterProcess process, Counter counter) {
		this.shelf = shelf;
		this.deliveries = deliveries;
		this.roster = roster;
		this.process = process;
		this.counter = counter;
	}

	@GetMapping("/mail")
	String show(@RequestParam(defaultValue = "1") int page, Model model) {
		Office office = this.counter.show(model);
		long size = this.shelf.size(office.id());
		int last = last(size);
		int shown = Math.min(Math.max(page, 1), last);
		model.addAttribute("size", size);
		model.addAttribute("toTell", this.shelf.toTell(office.id()));
		model.addAttribute("goingBack", this.shelf.goingBack(office.id()));
		model.addAttribute("goingBackToday", this.shelf.goingBackBefore(office.id(), this.counter.tonight()));
		model.addAttribute("deliveries", this.deliveries.unsigned(office.id()).size());
		model.addAttribute("keeper", this.roster.today(office.id()).orElse(null));
		model.addAttribute("rows", rows(this.shelf.page(office.id(), false, shown)));
		model.addAttribute("page", shown);
		model.addAttribute("last", last);
		return "mail-shelf";
	}

	@GetMapping("/mail/returns")
	String returns(@RequestParam(defaultValue = "1") int page, Model model) {
		Office office = this.counter.show(model);
		int last = last(this.shelf.goingBack(office.id()));
		int shown = Math.min(Math.max(page, 1), last);
		model.addAttribute("rows", rows(this.shelf.page(office.id(), true, shown)));
		model.addAttribute("page", shown);
		model.addAttribute("last", last);
		return "mail-returns";
	}

	@PostMapping("/mail/returns")
	String giveBack(@RequestParam(required = false) List<String> number, @RequestParam String clerk,
			RedirectAttributes shown) {
		List<MailItem> items = this.shelf.items(this.counter.office().id(), (number != null) ? number : List.of());
		if (items.isEmpty()) {
			throw new Refusal("请勾选要退回的邮件。");
		}
		this.process.complete(items, MailCustodyProcess.RETURN,
				Map.of("returnStep", "returned", "postClerk", clerk.strip()));
		shown.addFlashAttribute("done", items.size() + " 件已退回邮局，" + clerk.strip() + " 签字。");
		return "redirect:/mail/returns";
	}

	private static int last(long size) {
		return Math.toIntExact(Math.max(1, (size + Shelf.PAGE_SIZE - 1) / Shelf.PAGE_SIZE));
	}

	private List<Row> rows(List<MailItem> items) {
		return items.stream().map((item) -> {
			Instant leaves = (item.deadline() != null) ? item.deadline().dueAt() : null;
			boolean today = leaves != null && leaves.isBefore(this.counter.tonight());
			return new Row(item, this.counter.daysSince(item.receivedAt()), leaves, today,
					today && this.counter.daysSince(leaves) > 0);
		}).toList();
	}

	/**
	 * An item on the shelf, as a row of the page.
	 *
	 * @param item the item
	 * @param days how many days it has lain
	 * @param leaves when it is announced, goes back unclaimed, or must be back at the
	 * post office
	 * @param today whether that is today or was before
	 * @param late whether that was before today
	 */
	record Row(MailItem item, long days, Instant leaves, boolean today, boolean late) {
	}

}
