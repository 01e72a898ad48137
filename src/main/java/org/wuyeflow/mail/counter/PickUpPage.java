package org.wuyeflow.mail.counter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.wuyeflow.Refusal;
import org.wuyeflow.mail.DocumentKind;
import org.wuyeflow.mail.MailCustodyService;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.OwnerWord;
import org.wuyeflow.mail.ReceiverKind;
import org.wuyeflow.mail.Shelf;
import org.wuyeflow.mail.step.MailCounterProcess;
import org.wuyeflow.office.Office;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Somebody fetches what lies for a house: his identity once, his signature once. A
 * mistake is undone here too, with its reason. Clause CP-5.3.3.D.
 */
@Controller
class PickUpPage {

	private final Shelf shelf;

	private final MailCustodyService mail;

	private final MailCounterProcess process;

	private final Counter counter;

	PickUpPage(Shelf shelf, MailCustodyService mail, MailCounterProcess process, Counter counter) {
		this.shelf = shelf;
		this.mail = mail;
		this.process = process;
		this.counter = counter;
	}

	@GetMapping("/mail/pickup")
	String show(@RequestParam(required = false) String text, Model model, HttpServletResponse response) {
		Office office = this.counter.show(model);
		model.addAttribute("text", text);
		if (text != null && !text.isBlank()) {
			try {
				model.addAttribute("items", this.shelf.fetchable(office.id(), text));
			}
			catch (Refusal refusal) {
				response.setStatus(refusal.status());
				model.addAttribute("refused", refusal.getMessage());
			}
		}
		model.addAttribute("fetched", this.shelf.fetchedLately(office.id()));
		model.addAttribute("receivers", ReceiverKind.values());
		model.addAttribute("documents", DocumentKind.values());
		model.addAttribute("words", OwnerWord.values());
		if (!model.containsAttribute("typed")) {
			model.addAttribute("typed", new TypedReceiver(List.of(), ReceiverKind.OWNER, null, DocumentKind.ID_CARD,
					null, DocumentKind.ID_CARD, null, null, null));
		}
		return "mail-pickup";
	}

	@PostMapping("/mail/pickup")
	String handOver(@RequestParam String text, @ModelAttribute TypedReceiver typed, Model model,
			HttpServletResponse response, RedirectAttributes shown) {
		List<MailItem> items = this.shelf.items(this.counter.office().id(),
				(typed.number() != null) ? typed.number() : List.of());
		try {
			if (items.isEmpty()) {
				throw new Refusal("请勾选领取的邮件。");
			}
			this.process.handOver(items, form(typed),
					(number) -> this.mail.find(number).orElseThrow().pickUp().number());
		}
		catch (RuntimeException ex) {
			Refusal refusal = Counter.refusal(ex);
			response.setStatus(refusal.status());
			model.addAttribute("typed", typed);
			String page = show(text, model, response);
			response.setStatus(refusal.status());
			model.addAttribute("refused", refusal.getMessage());
			return page;
		}
		shown.addFlashAttribute("done", items.size() + " 件已交付，" + typed.signature().strip() + " 签字。");
		return "redirect:/mail/pickup";
	}

	private static Map<String, Object> form(TypedReceiver typed) {
		Map<String, Object> form = new HashMap<>();
		form.put("receiverKind", id(typed.receiver()));
		form.put("receiverName", typed.name());
		form.put("documentKind", id(typed.document()));
		form.put("documentLast", typed.last());
		form.put("signature", typed.signature());
		if (typed.receiver() == ReceiverKind.PROXY) {
			form.put("ownerDocumentKind", id(typed.ownerDocument()));
			form.put("ownerDocumentLast", typed.ownerLast());
			form.put("ownerWord", id(typed.word()));
		}
		form.values().removeIf((value) -> value == null || value.toString().isBlank());
		return form;
	}

	private static String id(Enum<?> choice) {
		return (choice != null) ? choice.name().toLowerCase(Locale.ROOT) : null;
	}

	@PostMapping("/mail/takeback")
	String takeBack(@RequestParam String number, @RequestParam String reason, RedirectAttributes shown) {
		if (reason.isBlank() || reason.length() > 200) {
			throw new Refusal("请写明误交的情况，不超过 200 字。");
		}
		MailItem item = this.shelf.items(this.counter.office().id(), List.of(number))
			.stream()
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("没有找到邮件 " + number + "。"));
		try {
			this.process.takeBack(item, reason.strip());
		}
		catch (RuntimeException ex) {
			throw Counter.refusal(ex);
		}
		shown.addFlashAttribute("done", "邮件 " + number + " 已收回，继续保管。");
		return "redirect:/mail/pickup";
	}

	/**
	 * Who fetches what, as it is typed.
	 *
	 * @param number the numbers of the items
	 * @param receiver who he is to the owner
	 * @param name his name
	 * @param document his document
	 * @param last its last four characters
	 * @param ownerDocument the owner's document, for a proxy
	 * @param ownerLast its last four characters, for a proxy
	 * @param word how the owner agreed, for a proxy
	 * @param signature the name that he signs
	 */
	record TypedReceiver(List<String> number, ReceiverKind receiver, String name, DocumentKind document, String last,
			DocumentKind ownerDocument, String ownerLast, OwnerWord word, String signature) {
	}

}
