package org.wuyeflow.key;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.wuyeflow.office.OfficeDirectory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which an owner answers by himself, once. Whatever address does not lead to
 * an open question gets one and the same answer. Clause CP-5.3.2.D2.
 */
@Controller
class ConsentPage {

	private static final int LONGEST = 500;

	private static final Map<String, ConsentAnswer> ANSWERS = Map.of("agreed", ConsentAnswer.AGREED, "conditions",
			ConsentAnswer.AGREED_WITH_CONDITIONS, "refused", ConsentAnswer.REFUSED);

	private final KeyConsentService consents;

	private final OwnerAnswers answers;

	private final ConsentThrottle throttle;

	private final OfficeDirectory offices;

	private final KeyLog log;

	ConsentPage(KeyConsentService consents, OwnerAnswers answers, ConsentThrottle throttle, OfficeDirectory offices,
			KeyLog log) {
		this.consents = consents;
		this.answers = answers;
		this.throttle = throttle;
		this.offices = offices;
		this.log = log;
	}

	@GetMapping("/consent/{token}")
	String show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
		quietly(response);
		if (this.throttle.blocks(request.getRemoteAddr())) {
			return nowhere(HttpStatus.TOO_MANY_REQUESTS, response, model);
		}
		return this.consents.behind(token).map((consent) -> question(consent, token, model)).orElseGet(() -> {
			this.throttle.missed(request.getRemoteAddr());
			return nowhere(HttpStatus.NOT_FOUND, response, model);
		});
	}

	@PostMapping("/consent/{token}")
	String answer(@PathVariable String token, @RequestParam(defaultValue = "") String answer,
			@RequestParam(defaultValue = "") String conditions, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		quietly(response);
		if (this.throttle.blocks(request.getRemoteAddr())) {
			return nowhere(HttpStatus.TOO_MANY_REQUESTS, response, model);
		}
		KeyConsent consent = this.consents.behind(token).orElse(null);
		ConsentAnswer given = ANSWERS.get(answer.toLowerCase(Locale.ROOT));
		String problem = problem(given, conditions.strip());
		if (consent != null && problem != null) {
			model.addAttribute("problem", problem);
			model.addAttribute("answer", answer);
			model.addAttribute("conditions", conditions);
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return question(consent, token, model);
		}
		boolean taken = consent != null && this.answers.submit(token, given,
				(given == ConsentAnswer.AGREED_WITH_CONDITIONS) ? conditions.strip() : null, request.getRemoteAddr());
		if (!taken) {
			this.throttle.missed(request.getRemoteAddr());
			return nowhere(HttpStatus.NOT_FOUND, response, model);
		}
		model.addAttribute("thanks", given.label());
		model.addAttribute("office", this.offices.get(consent.office()).name());
		return "consent";
	}

	private static String problem(ConsentAnswer answer, String conditions) {
		if (answer == null) {
			return "请先选择您的答复，再提交。";
		}
		if (answer == ConsentAnswer.AGREED_WITH_CONDITIONS && conditions.isEmpty()) {
			return "您选择了「有条件同意」，请写下您的条件。";
		}
		return (conditions.length() > LONGEST) ? "条件请写在 " + LONGEST + " 个字以内。" : null;
	}

	private String question(KeyConsent consent, String token, Model model) {
		model.addAttribute("token", token);
		model.addAttribute("office", this.offices.get(consent.office()).name());
		model.addAttribute("consent", consent);
		model.addAttribute("from", this.log.shown(consent.enterFrom()));
		model.addAttribute("until", this.log.shown(consent.enterUntil()));
		model.addAttribute("answerBy", this.log.shown(consent.answerBy()));
		return "consent";
	}

	private static String nowhere(HttpStatus status, HttpServletResponse response, Model model) {
		response.setStatus(status.value());
		model.addAttribute("nowhere", true);
		return "consent";
	}

	/** The address is a secret: it goes to nobody else and into no index. */
	private static void quietly(HttpServletResponse response) {
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
	}

}
