package org.wuyeflow.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only door to the board. Procedures put notices up and take them down within their
 * own transaction; everybody reads.
 */
@Service
@Transactional(readOnly = true)
public class NoticeBoard {

	private static final int PAGE_SIZE = 10;

	private final NoticeRepository notices;

	private final PublicWording wording;

	private final CurrentStaff staff;

	private final Clock clock;

	NoticeBoard(NoticeRepository notices, PublicWording wording, CurrentStaff staff, Clock clock) {
		this.notices = notices;
		this.wording = wording;
		this.staff = staff;
		this.clock = clock;
	}

	/**
	 * Puts a notice up.
	 * @throws Refusal (400) where it holds personal data or ends before it begins
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Notice publish(NoticeText text) {
		return publish(text, "");
	}

	/**
	 * Puts a notice up that names a house, because the office has decided so.
	 * @param shown the words that name the house
	 * @throws Refusal (400) where it holds other personal data or ends before it begins
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Notice publish(NoticeText text, String shown) {
		this.wording.check(text.office(), "公告标题", text.title());
		this.wording.check(text.office(), "公告内容", text.content().replace(shown, ""));
		return this.notices
			.save(new Notice(text, this.staff.get(), this.clock.instant().truncatedTo(ChronoUnit.MICROS)));
	}

	/**
	 * Takes a notice down; it stays on record.
	 * @throws Refusal (404) where there is none, (409) where it is down already
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Notice withdraw(UUID id, String reason) {
		Notice notice = this.notices.findById(id).orElseThrow(NoticeBoard::notFound);
		notice.withdrawn(reason, this.staff.get(), this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		return notice;
	}

	/** What was ever put up for a case, withdrawn ones too. */
	public List<Notice> ofCase(String caseNumber) {
		return this.notices.findByCaseNumber(caseNumber);
	}

	/**
	 * What hangs on the board now, newest first.
	 * @param office an office's id, or null for all
	 * @param number the page, from 1
	 */
	Page<Notice> page(String office, int number) {
		return this.notices.shownOn(today(), office, PageRequest.of(number - 1, PAGE_SIZE));
	}

	/** The notice with this id, as long as it hangs on the board. */
	Optional<Notice> find(UUID id) {
		return this.notices.findById(id).filter((notice) -> notice.shownOn(today()));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
	}

	private static Refusal notFound() {
		return Refusal.notFound("没有这则公告。");
	}

}
