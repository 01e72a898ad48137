package org.wuyeflow.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.Staff;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The pages of the registers: their list, one register, one record, and the ways to see
 * the personal data in them.
 */
@Controller
class RecordPages {

	/**
	 * How many records somebody may take out of the system with personal data at once.
	 */
	static final int MOST_UNMASKED = 5_000;

	private static final String REPLAY = "/audit/{businessKey}";

	private final RecordReader reader;

	private final Registers registers;

	private final Looks looks;

	private final Corrections corrections;

	private final List<RecordSection> sections;

	private final CurrentStaff staff;

	private final RequestMappingHandlerMapping pages;

	private final Clock clock;

	RecordPages(RecordReader reader, Registers registers, Looks looks, Corrections corrections,
			List<RecordSection> sections, CurrentStaff staff,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages, Clock clock) {
		this.reader = reader;
		this.registers = registers;
		this.looks = looks;
		this.corrections = corrections;
		this.sections = sections;
		this.staff = staff;
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping("/records")
	String registers(@RequestParam(defaultValue = "") String find, Model model, HttpServletResponse response) {
		Staff visitor = this.staff.get();
		if (!find.isBlank()) {
			Optional<String> found = found(visitor, find.strip(), model, response);
			if (found.isPresent()) {
				return found.get();
			}
		}
		model.addAttribute("find", find.strip());
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("shelves", this.reader.registers(visitor));
		model.addAttribute("waiting", this.corrections.waiting(visitor).size());
		return "records";
	}

	@GetMapping("/records/{form}")
	String register(@PathVariable String form, @ModelAttribute("filter") RegisterFilter filter,
			@RequestParam(required = false) UUID look, Model model) {
		Staff visitor = this.staff.get();
		Register register = this.registers.get(form);
		Set<UUID> opened = this.looks.opened(look, visitor, RecordLook.Way.PAGE);
		RecordReader.Page page = this.reader.page(visitor, form, filter, opened);
		model.addAttribute("page", page);
		model.addAttribute("nothing", nothing(page));
		model.addAttribute("statuses", RecordStatus.values());
		model.addAttribute("look", opened.isEmpty() ? null : look);
		model.addAttribute("unmasks",
				page.personal() && page.offices()
					.stream()
					.anyMatch((office) -> register.form().readers().unmasks(visitor, office.id())));
		return "register";
	}

	@PostMapping("/records/{form}/look")
	@Transactional
	String lookAtMany(@PathVariable String form, @ModelAttribute("filter") RegisterFilter filter,
			@RequestParam String reason, @RequestParam Target target) {
		Staff visitor = this.staff.get();
		Register register = this.registers.get(form);
		List<? extends QualityRecord> records = (target == Target.PAGE) ? this.reader.onPage(visitor, register, filter)
				: this.reader.read(register, this.reader.rows(visitor, register, filter).ids(0, target.most + 1));
		if (records.size() > target.most) {
			throw new Refusal("含个人信息的内容一次最多取 " + target.most + " 条记录，请先缩小查询范围。");
		}
		if (records.isEmpty()) {
			throw new Refusal("没有符合条件的记录。");
		}
		UUID look = this.looks.take(visitor, target.way, reason, register.form(), records);
		return "redirect:" + UriComponentsBuilder.fromUriString("/records/" + form + target.end + filter.query())
			.queryParam("look", look)
			.build(true)
			.toUriString();
	}

	@GetMapping("/records/{form}/{office}/{serial}")
	String one(@PathVariable String form, @PathVariable String office, @PathVariable String serial,
			@RequestParam(required = false) UUID look, Model model) {
		Staff visitor = this.staff.get();
		Set<UUID> opened = this.looks.opened(look, visitor, RecordLook.Way.PAGE);
		RecordReader.Whole whole = this.reader.one(visitor, form, office, serial, opened);
		QualityRecord record = whole.sheet().record();
		FormReaders readers = whole.sheet().register().form().readers();
		boolean unmasked = opened.contains(record.id());
		model.addAttribute("whole", whole);
		model.addAttribute("unmasked", unmasked);
		model.addAttribute("unmasks", readers.unmasks(visitor, office));
		model.addAttribute("proposes", record.recordStatus() != RecordStatus.OPEN && readers.proposes(visitor, office));
		model.addAttribute("corrections",
				this.corrections.of(record).stream().map((each) -> this.reader.shown(each, unmasked)).toList());
		model.addAttribute("looks", this.looks.at(record).stream().map(this.reader::shown).toList());
		model.addAttribute("sections",
				this.sections.stream().flatMap((section) -> section.of(record, visitor, unmasked).stream()).toList());
		model.addAttribute("replay",
				(record.caseNumber() != null && hasReplay()) ? "/audit/" + record.caseNumber() : null);
		return "record";
	}

	@PostMapping("/records/{form}/{office}/{serial}/look")
	@Transactional
	String lookAtOne(@PathVariable String form, @PathVariable String office, @PathVariable String serial,
			@RequestParam String reason, @RequestParam RecordLook.Way way,
			@RequestParam(required = false) UUID correction, @RequestParam(required = false) String field) {
		Staff visitor = this.staff.get();
		QualityRecord record = this.reader.find(visitor, form, office, serial);
		UUID look = this.looks.take(visitor, way, reason, this.registers.get(form).form(), List.of(record));
		String here = "/records/" + form + "/" + office + "/" + serial;
		return "redirect:" + switch (way) {
			case PAGE -> here + "?look=" + look;
			case PRINT -> here + ".pdf?look=" + look;
			case EXPORT, FILE -> throw new Refusal("单条记录不能导出，请查看或打印。");
			case CORRECTION -> (correction != null) ? "/records/corrections/" + correction + "?look=" + look
					: UriComponentsBuilder.fromUriString(here + "/correct")
						.queryParam("field", field)
						.queryParam("look", look)
						.toUriString();
		};
	}

	@GetMapping("/records/check/{code}")
	String check(@PathVariable String code, Model model) {
		return check(CheckCode.parse(code).orElseThrow(RecordPages::noCode), model);
	}

	private Optional<String> found(Staff visitor, String typed, Model model, HttpServletResponse response) {
		for (Office office : this.reader.offices(visitor)) {
			Optional<CheckCode> code = CheckCode.typed(office.id(), typed);
			if (code.isPresent() && this.reader.present(visitor, code.get())) {
				return Optional.of(check(code.get(), model));
			}
		}
		if (!RegisterQuery.isNumber(typed)) {
			model.addAttribute("problem", "请输入完整的记录编号或业务编号，例如 GJ-2026-00012；核对纸面时在编号后空一格，再输入校验码。");
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
			return Optional.empty();
		}
		List<RecordReader.Row> rows = this.reader.numbered(visitor, typed.toUpperCase(Locale.ROOT));
		if (rows.size() == 1) {
			return Optional.of("redirect:" + rows.get(0).path());
		}
		model.addAttribute("found", rows);
		return Optional.empty();
	}

	private String check(CheckCode code, Model model) {
		Staff visitor = this.staff.get();
		QualityForm form = QualityForm.ofSerial(code.serial()).orElseThrow(RecordPages::noCode);
		QualityRecord record = this.reader.find(visitor, form.slug(), code.office(), code.serial());
		model.addAttribute("form", form);
		model.addAttribute("record", record);
		model.addAttribute("since", code.writtenSince(record, this.reader.writings(record)).orElse(null));
		return "check";
	}

	/** What is said where there is no record to show. */
	private String nothing(RecordReader.Page page) {
		LocalDate today = LocalDate.now(this.clock);
		RegisterFilter filter = page.filter();
		if (page.register().entity().isEmpty()) {
			return "本登记簿的程序尚未启用，还没有记录。可以打印空白表手工填写。";
		}
		if (!filter.narrow()) {
			return "还没有记录。";
		}
		boolean onlyToday = today.equals(filter.from()) && today.equals(filter.to()) && filter.fields().size() == 2;
		return onlyToday ? "今天没有记录。" : "没有符合条件的记录。请检查写法，或者减少条件再查。";
	}

	private boolean hasReplay() {
		return this.pages.getHandlerMethods()
			.keySet()
			.stream()
			.anyMatch((page) -> page.getPatternValues().contains(REPLAY));
	}

	private static Refusal noCode() {
		return Refusal.notFound("校验码不完整，请重新扫码，或在“质量记录”页输入编号和校验码。");
	}

	/** What a look at many records is for. */
	enum Target {

		PAGE(RecordLook.Way.PAGE, "", RecordReader.PAGE_SIZE),

		LIST(RecordLook.Way.PRINT, ".pdf", RecordPaper.MOST_ROWS),

		SHEETS(RecordLook.Way.PRINT, "/sheets.pdf", RecordPaper.MOST_SHEETS),

		EXPORT(RecordLook.Way.EXPORT, ".xlsx", MOST_UNMASKED);

		private final RecordLook.Way way;

		private final String end;

		private final int most;

		Target(RecordLook.Way way, String end, int most) {
			this.way = way;
			this.end = end;
			this.most = most;
		}

	}

}
