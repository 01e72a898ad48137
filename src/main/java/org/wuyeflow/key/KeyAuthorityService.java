package org.wuyeflow.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.wuyeflow.Refusal;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may approve that keys are entrusted: the assistant manager, and whom the office
 * manager has authorised in writing until a day. Clause CP-5.2.2.
 */
@Service
@Transactional
public class KeyAuthorityService {

	private final KeyAuthorityRepository authorities;

	private final ApprovalTasks tasks;

	private final KeyLog log;

	private final Clock clock;

	KeyAuthorityService(KeyAuthorityRepository authorities, ApprovalTasks tasks, KeyLog log, Clock clock) {
		this.authorities = authorities;
		this.tasks = tasks;
		this.log = log;
		this.clock = clock;
	}

	/**
	 * Authorises somebody of the office, from now on and for what waits already.
	 * @throws Refusal (403) where it is not the office's manager who does so; (400) where
	 * the day is over or the role is none of the office's
	 */
	public KeyAuthority authorise(String office, String role, String person, LocalDate until) {
		Staff by = this.log.staff();
		if (!by.worksFor(office) || !by.has(Role.OFFICE_MANAGER.id())) {
			throw Refusal.forbidden("只有管理处经理可以授权他人审批钥匙委托。");
		}
		if (Role.find(role).filter((found) -> !found.companyWide()).isEmpty()) {
			throw new Refusal("请选择本管理处的岗位。");
		}
		if (person.isBlank() || person.length() > 60) {
			throw new Refusal("请填写被授权人的姓名，不超过 60 个字。");
		}
		if (until.isBefore(today())) {
			throw new Refusal("授权的截止日期不能早于今天。");
		}
		this.tasks.offer(office, role);
		return this.authorities.save(new KeyAuthority(office, role, person.strip(), until, by, this.log.now()));
	}

	/** Those authorised today. */
	@Transactional(readOnly = true)
	public List<KeyAuthority> inForce(String office) {
		return this.authorities.findByOfficeAndValidUntilGreaterThanEqualOrderByGivenAt(office, today());
	}

	/** The roles that have to do with approvals today, separated by commas. */
	@Transactional(readOnly = true)
	public String roles(String office) {
		return Stream.concat(Stream.of(Role.ASSISTANT_MANAGER.id()), inForce(office).stream().map(KeyAuthority::role))
			.distinct()
			.collect(Collectors.joining(","));
	}

	/**
	 * By what right somebody approves now.
	 * @throws Refusal (403) where he has none
	 */
	@Transactional(readOnly = true)
	public String rightOf(Staff staff, String office) {
		if (staff.has(Role.ASSISTANT_MANAGER.id()) || staff.has(Role.OFFICE_MANAGER.id())) {
			return Role
				.find(staff.has(Role.ASSISTANT_MANAGER.id()) ? Role.ASSISTANT_MANAGER.id() : Role.OFFICE_MANAGER.id())
				.map(Role::title)
				.orElseThrow();
		}
		Optional<KeyAuthority> authority = inForce(office).stream().filter((one) -> one.covers(staff)).findFirst();
		return authority.map(KeyAuthority::shown)
			.orElseThrow(() -> Refusal.forbidden("您没有审批钥匙委托的授权，或者授权已经到期；请由经理助理审批，或请管理处经理授权。"));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
