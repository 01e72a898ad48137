package org.wuyeflow.key;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.wuyeflow.Refusal;
import org.wuyeflow.notify.OwnerMail;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Houses;
import org.wuyeflow.office.Occupancy;
import org.wuyeflow.office.Office;
import org.wuyeflow.office.OfficeDirectory;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Masking;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.PersonalDataPolicy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The cabinet at a glance: what is in, out, with whom, until when, late; the owners who
 * are being asked; and who may approve entrustments.
 */
@Controller
class KeysPage {

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,60}@[^@\\s.]+(\\.[^@\\s.]+)+");

	private static final int LONGEST_EMAIL = 100;

	private final KeyCustodyService custody;

	private final KeyLoanService loans;

	private final KeyConsentService consents;

	private final KeyIncidentService incidents;

	private final KeyStocktakeService stocktakes;

	private final KeyAuthorityService authorities;

	private final OwnerMail mail;

	private final OfficeDirectory offices;

	private final Houses houses;

	private final CurrentStaff staff;

	private final KeyLog log;

	private final Clock clock;

	private final String address;

	KeysPage(KeyCustodyService custody, KeyLoanService loans, KeyConsentService consents, KeyIncidentService incidents,
			KeyStocktakeService stocktakes, KeyAuthorityService authorities, OwnerMail mail, OfficeDirectory offices,
			Houses houses, CurrentStaff staff, KeyLog log, Clock clock, @Value("${wuyeflow.base-url}") String baseUrl) {
		this.custody = custody;
		this.loans = loans;
		this.consents = consents;
		this.incidents = incidents;
		this.stocktakes = stocktakes;
		this.authorities = authorities;
		this.mail = mail;
		this.offices = offices;
		this.houses = houses;
		this.staff = staff;
		this.log = log;
		this.clock = clock;
		this.address = baseUrl.replaceAll("/+$", "") + "/consent/";
	}

	@GetMapping("/keys")
	@Transactional(readOnly = true)
	public String cabinet(@RequestParam(required = false) String office, Model model) {
		Staff reader = reader();
		List<Office> readable = this.offices.of(reader);
		Office chosen = readable.stream()
			.filter((one) -> office == null || office.equals(one.id()))
			.findFirst()
			.orElseThrow(() -> Refusal.notFound("没有这个管理处，或者它不在您的工作范围内。"));
		boolean unmasked = PersonalDataPolicy.seesAtWork(reader, chosen.id());
		Instant now = this.log.now();
		List<Row> rows = this.custody.inCare(chosen.id()).stream().map((key) -> row(key, unmasked, now)).toList();
		model.addAttribute("offices", readable);
		model.addAttribute("office", chosen);
		model.addAttribute("rows", rows);
		model.addAttribute("in", pieces(rows, Row::in));
		model.addAttribute("out", pieces(rows, Row::out));
		model.addAttribute("late", pieces(rows, Row::late));
		model.addAttribute("missing", pieces(rows, Row::missing));
		model.addAttribute("waiting",
				this.loans.waiting(chosen.id())
					.stream()
					.map((loan) -> new Waiting(loan.number(), loan.houseNumber(), Door.labels(loan.doors()),
							name(loan.borrower().name(), unmasked)))
					.toList());
		model.addAttribute("questions",
				this.consents.open(chosen.id())
					.stream()
					.map((consent) -> new Question(consent.number(), consent.houseNumber(), consent.purpose().label(),
							this.log.shown(consent.answerBy())))
					.toList());
		model.addAttribute("incidents", this.incidents.open(chosen.id()));
		Optional<KeyStocktake> last = this.stocktakes.last(chosen.id());
		model.addAttribute("counted", last.map((count) -> this.log.shown(count.countedAt())).orElse(null));
		model.addAttribute("countedThisMonth", last.filter(this::thisMonth).isPresent());
		model.addAttribute("keeper", this.stocktakes.keeper(chosen.id())
			.orElseGet(() -> rows.stream().findFirst().map(Row::keeper).orElse(null)));
		model.addAttribute("authorities", this.authorities.inForce(chosen.id()));
		model.addAttribute("roles", Arrays.stream(Role.values()).filter((role) -> !role.companyWide()).toList());
		model.addAttribute("manager", reader.has(Role.OFFICE_MANAGER.id()));
		model.addAttribute("works", unmasked);
		return "keys";
	}

	@PostMapping("/keys/authorities")
	String authorise(@RequestParam String office, @RequestParam String role, @RequestParam String person,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate until, RedirectAttributes shown) {
		this.authorities.authorise(office, role, person, until);
		shown.addFlashAttribute("done", "已授权" + person.strip() + "审批钥匙委托，至 " + until + "。");
		shown.addAttribute("office", office);
		return "redirect:/keys";
	}

	@PostMapping("/keys/consents/{number}")
	@Transactional
	public String link(@PathVariable String number, Model model) {
		worker();
		String token = this.consents.link(number);
		KeyConsent consent = this.consents.get(number);
		model.addAttribute("number", number);
		model.addAttribute("house", consent.houseNumber());
		model.addAttribute("answerBy", this.log.shown(consent.answerBy()));
		model.addAttribute("link", this.address + token);
		model.addAttribute("code", QrCode.of(this.address + token));
		model.addAttribute("email", email(consent));
		return "key-link";
	}

	@PostMapping("/keys/consents/{number}/mail")
	@Transactional
	public String mail(@PathVariable String number, @RequestParam String email, RedirectAttributes shown) {
		worker();
		String to = email.strip();
		if (to.length() > LONGEST_EMAIL || !EMAIL.matcher(to).matches()) {
			throw new Refusal("请填写业主的电子邮箱，例如 name@example.com。");
		}
		String token = this.consents.link(number);
		KeyConsent consent = this.consents.get(number);
		String office = this.offices.get(consent.office()).name();
		this.mail.send(consent.office(), to, office + "请您答复是否同意使用您委托的钥匙",
				"您好：\n\n" + office + "想使用您委托保管的 " + consent.houseNumber() + " 的钥匙，请打开下面的页面查看用途和时间，并选择同意或不同意。\n\n"
						+ this.address + token + "\n\n这个页面只能答复一次，请在 " + this.log.shown(consent.answerBy())
						+ " 前答复；到时没有答复，按不同意处理。如有疑问请与管理处联系。\n");
		shown.addFlashAttribute("done", "答复页已发往 " + Masking.mask(Personal.Kind.IDENTITY, to) + "。");
		shown.addAttribute("office", consent.office());
		return "redirect:/keys";
	}

	private String email(KeyConsent consent) {
		House house = this.houses.find(consent.office(), consent.houseNumber());
		return this.houses.occupants(house)
			.stream()
			.filter((occupancy) -> occupancy.part() == Occupancy.Part.OWNER)
			.map((occupancy) -> occupancy.customer().email())
			.filter((known) -> known != null)
			.findFirst()
			.orElse("");
	}

	private Staff reader() {
		Staff reader = this.staff.get();
		if (!Role.anyOf(Role.KEY_DESK, reader)) {
			throw Refusal.forbidden("您的岗位不管钥匙。需要借钥匙的，请到任务页发起「钥匙借用」。");
		}
		return reader;
	}

	private void worker() {
		if (reader().has(Role.AUDITOR.id())) {
			throw Refusal.forbidden("审计员只能查看，不能办理。");
		}
	}

	private boolean thisMonth(KeyStocktake stocktake) {
		return YearMonth.from(stocktake.countedAt().atZone(this.clock.getZone())).equals(YearMonth.now(this.clock));
	}

	private Row row(HouseKey key, boolean unmasked, Instant now) {
		boolean late = key.dueAt() != null && now.isAfter(key.dueAt());
		return new Row(key.houseNumber(), key.door().label(), key.pieces(), key.cabinet(), key.hook(), key.keeperName(),
				key.status(), late, key.loanNumber(), name(key.borrowerName(), unmasked), this.log.shown(key.dueAt()));
	}

	private static String name(String name, boolean unmasked) {
		return unmasked ? name : Masking.mask(Personal.Kind.NAME, name);
	}

	private static int pieces(List<Row> rows, java.util.function.Predicate<Row> which) {
		return rows.stream().filter(which).mapToInt(Row::pieces).sum();
	}

	/** The keys to one door, as a line of the cabinet. */
	record Row(String house, String door, int pieces, String cabinet, String hook, String keeper, KeyStatus status,
			boolean late, String loan, String borrower, String due) {

		public boolean in() {
			return this.status == KeyStatus.IN_CABINET;
		}

		public boolean out() {
			return this.status == KeyStatus.OUT;
		}

		public boolean missing() {
			return this.status == KeyStatus.MISSING;
		}

	}

	/** Somebody who waits for keys. */
	record Waiting(String number, String house, String doors, String borrower) {
	}

	/** An owner who is being asked. */
	record Question(String number, String house, String purpose, String answerBy) {
	}

}
