package org.wuyeflow.mail.counter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.wuyeflow.Refusal;
import org.wuyeflow.mail.Deliveries;
import org.wuyeflow.mail.MailDelivery;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.MailKind;
import org.wuyeflow.mail.MailStatus;
import org.wuyeflow.mail.Shelf;
import org.wuyeflow.mail.step.MailCounterProcess;
import org.wuyeflow.office.Office;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A carrier's delivery: item after item by keyboard and scanner, each kept at once, and
 * one signature of the courier. Clauses CP-5.3.3.B, PP-5.3.3.
 */
@Controller
class DeliveryPage {

	private static final List<String> CARRIERS = List.of("中国邮政", "EMS", "顺丰", "京东", "中通", "圆通", "申通", "韵达", "其他");

	private final MailCounterProcess process;

	private final Deliveries deliveries;

	private final Shelf shelf;

	private final Counter counter;

	DeliveryPage(MailCounterProcess process, Deliveries deliveries, Shelf shelf, Counter counter) {
		this.process = process;
		this.deliveries = deliveries;
		this.shelf = shelf;
		this.counter = counter;
	}

	@GetMapping("/mail/batch")
	String open(Model model) {
		Office office = this.counter.show(model);
		model.addAttribute("carriers", CARRIERS);
		model.addAttribute("deliveries", this.deliveries.unsigned(office.id()));
		return "mail-deliveries";
	}

	@PostMapping("/mail/boxes")
	String intoBoxes(@RequestParam String carrier, RedirectAttributes shown) {
		String line = this.deliveries.intoBoxes(this.counter.office().id(), known(carrier));
		shown.addFlashAttribute("done", "已记入值班记录 " + line + "：" + carrier + "投递员将普通邮件投入信箱。");
		return "redirect:/mail/batch";
	}

	private static String known(String carrier) {
		if (!CARRIERS.contains(carrier)) {
			throw new Refusal("请选择承运单位。");
		}
		return carrier;
	}

	@PostMapping("/mail/batch")
	String begin(@RequestParam String carrier) {
		return "redirect:/mail/batch/" + this.deliveries.open(this.counter.office().id(), known(carrier)).number();
	}

	@GetMapping("/mail/batch/{number}")
	String show(@PathVariable String number, Model model) {
		Office office = this.counter.show(model);
		MailDelivery delivery = this.deliveries.get(office.id(), number);
		List<MailItem> items = this.deliveries.items(delivery);
		model.addAttribute("delivery", delivery);
		model.addAttribute("items", items);
		model.addAttribute("count", count(items));
		model.addAttribute("kinds", MailKind.values());
		if (!model.containsAttribute("typed")) {
			model.addAttribute("typed", next(delivery, items));
		}
		return "mail-delivery";
	}

	private static String count(List<MailItem> items) {
		long refused = items.stream().filter((item) -> item.status() == MailStatus.REFUSED).count();
		return items.size() - refused + " 件" + ((refused > 0) ? "（另拒收 " + refused + " 件）" : "");
	}

	private static TypedItem next(MailDelivery delivery, List<MailItem> items) {
		MailKind usual = delivery.carrier().equals("中国邮政") ? MailKind.ORDINARY : MailKind.EXPRESS;
		MailItem last = items.isEmpty() ? null : items.get(items.size() - 1);
		return new TypedItem(null, null, null, (last != null && last.kind() != MailKind.OFFICIAL) ? last.kind() : usual,
				(last != null) ? last.shelf() : null, false, null, false);
	}

	@PostMapping("/mail/batch/{number}")
	String take(@PathVariable String number, @ModelAttribute TypedItem typed, Model model,
			HttpServletResponse response) {
		String office = this.counter.office().id();
		try {
			this.process.receive(form(office, number, typed));
			return "redirect:/mail/batch/" + number;
		}
		catch (RuntimeException ex) {
			Refusal refusal = Counter.refusal(ex);
			response.setStatus(refusal.status());
			model.addAttribute("refused", refusal.getMessage());
			model.addAttribute("typed", typed);
			return show(number, model);
		}
	}

	private Map<String, Object> form(String office, String number, TypedItem typed) {
		if (typed.kind() == null) {
			throw new Refusal("请选择邮件种类。");
		}
		Map<String, Object> form = new HashMap<>();
		form.put("deliveryKind", "batch");
		form.put("deliveryNumber", number);
		form.put("addressClear", ticked(typed.unclear()) ? "no" : "yes");
		form.put("addressee", addressee(office, typed));
		form.put("itemKind", typed.kind().name().toLowerCase(Locale.ROOT));
		form.put("spoils", ticked(typed.perishable()));
		form.put("itemCondition", given(typed.damage()) ? "damaged" : "intact");
		if (!ticked(typed.unclear())) {
			form.put("houseNumber", typed.house());
		}
		put(form, "damageNote", typed.damage());
		put(form, "trackingNumber", typed.tracking());
		put(form, "shelf", typed.shelf());
		return form;
	}

	private String addressee(String office, TypedItem typed) {
		if (given(typed.addressee())) {
			return typed.addressee().strip();
		}
		if (ticked(typed.unclear())) {
			throw new Refusal("地址不清的邮件，请照邮件上写的填收件人。");
		}
		return this.shelf.firstOwner(office, typed.house());
	}

	private static void put(Map<String, Object> form, String key, String text) {
		if (given(text)) {
			form.put(key, text.strip());
		}
	}

	private static boolean ticked(Boolean box) {
		return Boolean.TRUE.equals(box);
	}

	private static boolean given(String text) {
		return text != null && !text.isBlank();
	}

	@PostMapping("/mail/batch/{number}/sign")
	String sign(@PathVariable String number, @RequestParam String courier, RedirectAttributes shown) {
		if (!given(courier) || courier.length() > 60) {
			throw new Refusal("请填写投递员签的姓名，不超过 60 字。");
		}
		MailDelivery delivery = this.deliveries.sign(this.counter.office().id(), number, courier.strip());
		shown.addFlashAttribute("done", "交接单 " + number + " 共 " + count(this.deliveries.items(delivery)) + "，投递员已签字。");
		return "redirect:/mail/batch";
	}

	/**
	 * An item as it is typed; empty parts are null or blank.
	 *
	 * @param tracking the carrier's number
	 * @param house the house's number
	 * @param addressee the addressee; empty for the owner of the house
	 * @param kind what it is
	 * @param shelf where it is put
	 * @param perishable whether what is in it spoils, or null
	 * @param damage what is damaged; empty where it is intact
	 * @param unclear whether the address cannot be read, or null
	 */
	record TypedItem(String tracking, String house, String addressee, MailKind kind, String shelf, Boolean perishable,
			String damage, Boolean unclear) {
	}

}
