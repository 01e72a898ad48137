package org.wuyeflow.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.OfficeDirectory;

import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The board as everybody reads it, without a login.
 */
@Controller
class NoticePages {

	private final NoticeBoard board;

	private final OfficeDirectory offices;

	private final Clock clock;

	NoticePages(NoticeBoard board, OfficeDirectory offices, Clock clock) {
		this.board = board;
		this.offices = offices;
		this.clock = clock;
	}

	@GetMapping("/notices")
	String board(@RequestParam(defaultValue = "") String office, @RequestParam(defaultValue = "1") int page,
			Model model) {
		List<Office> all = this.offices.all().stream().sorted(Comparator.comparing(Office::name)).toList();
		String chosen = all.stream().map(Office::id).filter(office::equals).findFirst().orElse(null);
		Page<Notice> shown = this.board.page(chosen, Math.max(1, page));
		if (shown.isEmpty() && shown.getTotalPages() > 0) {
			shown = this.board.page(chosen, shown.getTotalPages());
		}
		model.addAttribute("offices", all);
		model.addAttribute("office", chosen);
		model.addAttribute("number", shown.getNumber() + 1);
		model.addAttribute("last", Math.max(1, shown.getTotalPages()));
		model.addAttribute("count", shown.getTotalElements());
		model.addAttribute("notices", shown.map((notice) -> posted(notice, names(all))).getContent());
		return "notices";
	}

	@GetMapping("/notices/{id}")
	String one(@PathVariable String id, Model model) {
		Notice notice = id(id).flatMap(this.board::find).orElseThrow(() -> Refusal.notFound("这则公告已经撤下，或者已过公布期。"));
		model.addAttribute("notice", posted(notice, names(this.offices.all())));
		return "notice";
	}

	private static Optional<UUID> id(String address) {
		try {
			return Optional.of(UUID.fromString(address));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private Posted posted(Notice notice, Map<String, String> names) {
		LocalDate day = LocalDate.ofInstant(notice.publishedAt(), this.clock.getZone());
		return new Posted(notice.id(), notice.title(), names.get(notice.office()), day, notice.validFrom(),
				notice.validTo(), notice.paragraphs());
	}

	private static Map<String, String> names(List<Office> offices) {
		return offices.stream().collect(Collectors.toMap(Office::id, Office::name));
	}

	/** A notice as it hangs on the board; who put it up is not shown. */
	record Posted(UUID id, String title, String office, LocalDate day, LocalDate from, LocalDate to,
			List<String> paragraphs) {
	}

}
