package org.wuyeflow.mail.counter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.wuyeflow.Refusal;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.Shelf;
import org.wuyeflow.mail.TellWay;
import org.wuyeflow.mail.step.MailCounterProcess;
import org.wuyeflow.mail.step.MailCustodyProcess;
import org.wuyeflow.record.attachment.AttachmentSection;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A damaged item while its courier is at the counter: photo, counter-signature, owner
 * told; taken in or refused. Clause PP-5.3.4.
 */
@Controller
class DamagePage {

	private final Shelf shelf;

	private final MailCounterProcess process;

	private final AttachmentSection attachments;

	private final Counter counter;

	DamagePage(Shelf shelf, MailCounterProcess process, AttachmentSection attachments, Counter counter) {
		this.shelf = shelf;
		this.process = process;
		this.attachments = attachments;
		this.counter = counter;
	}

	@GetMapping("/mail/damage/{number}")
	String show(@PathVariable String number, Model model) {
		MailItem item = item(number);
		this.counter.show(model);
		model.addAttribute("item", item);
		model.addAttribute("people", this.shelf.people(item));
		model.addAttribute("ways", TellWay.values());
		model.addAttribute("attached", this.attachments.of(item));
		if (!model.containsAttribute("typed")) {
			model.addAttribute("typed", new TypedDamage(item.damage().note(), null, null, null, null));
		}
		return "mail-damage";
	}

	@PostMapping("/mail/damage/{number}")
	String report(@PathVariable String number, @ModelAttribute TypedDamage typed, Model model,
			HttpServletResponse response, RedirectAttributes shown) {
		MailItem item = item(number);
		try {
			this.process.complete(List.of(item), MailCustodyProcess.DAMAGE, form(typed));
		}
		catch (RuntimeException ex) {
			Refusal refusal = Counter.refusal(ex);
			response.setStatus(refusal.status());
			model.addAttribute("refused", refusal.getMessage());
			model.addAttribute("typed", typed);
			return show(number, model);
		}
		shown.addFlashAttribute("done", number + ("keep".equals(typed.decision()) ? " 的破损已登记，照常代收。" : " 已拒收，请交还投递员。"));
		return "redirect:/mail/batch/" + item.delivery().number();
	}

	private MailItem item(String number) {
		return this.shelf.items(this.counter.office().id(), List.of(number))
			.stream()
			.filter((item) -> item.damage() != null)
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("没有找到破损邮件 " + number + "。"));
	}

	private static Map<String, Object> form(TypedDamage typed) {
		Map<String, Object> form = new HashMap<>();
		form.put("damageDetail", typed.detail());
		form.put("damageSignature", typed.courier());
		form.put("postHelp", typed.help());
		form.put("toldHow", typed.told());
		form.put("damageDecision", typed.decision());
		form.values().removeIf((value) -> value == null || value.toString().isBlank());
		return form;
	}

	/**
	 * A damage as it is typed.
	 *
	 * @param detail what is damaged
	 * @param courier the name that the courier signs
	 * @param help how the post office is asked about it
	 * @param told how the owner was told
	 * @param decision whether it is taken in
	 */
	record TypedDamage(String detail, String courier, String help, String told, String decision) {
	}

}
