package org.wuyeflow.web;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Which doors a member of staff may open. A page of ours is offered once there is such a
 * page.
 */
@Component
class Doors {

	private static final List<Offer> OFFERS = List.of(
			new Offer(new Door("/camunda/app/tasklist/", "任务", "登记新事项，办理自己和本组的任务"), Doors::worksOnTasks),
			new Offer(new Door("/mail", "代收邮件", "收件、通知、领取和退回"), Doors::worksWithMail),
			new Offer(new Door("/keys", "钥匙柜", "在柜、借出和超期的钥匙，业主答复页"), Doors::hasToDoWithKeys),
			new Offer(new Door("/records", "质量记录", "查看登记表和记录"), Doors::holdsPost),
			new Offer(new Door("/dashboard", "管理看板", "各管理处的办理情况"), Doors::manages),
			new Offer(new Door("/audit", "案件查询", "按编号查看一件事的全过程"), Doors::oversees),
			new Offer(new Door("/camunda/app/cockpit/", "流程监控", "正在运行的流程和决策表"),
					(staff) -> oversees(staff) || administers(staff)),
			new Offer(new Door("/camunda/app/admin/", "系统管理", "用户、岗位和授权"), Doors::administers),
			new Offer(new Door("/estate", "房屋和业主", "导入房屋、业主和住户资料"),
					(staff) -> administers(staff) || staff.has(Role.OFFICE_MANAGER.id())),
			new Offer(new Door("/calendar", "工作日历", "节假日、调休和办公时间"), Doors::administers),
			new Offer(new Door("/notices", "公告栏", "对业主公开的公告"), (staff) -> true));

	private static final Set<Role> MAIL = Set.of(Role.FRONT_DESK, Role.MAIL_KEEPER, Role.SECURITY, Role.STEWARD,
			Role.CS_SUPERVISOR, Role.CS_LEAD, Role.OFFICE_MANAGER);

	private final RequestMappingHandlerMapping pages;

	Doors(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages) {
		this.pages = pages;
	}

	/** The doors in the order of their use. */
	List<Door> of(Staff staff) {
		return OFFERS.stream()
			.filter((offer) -> offer.opensTo().test(staff) && exists(offer.door().path()))
			.map(Offer::door)
			.toList();
	}

	private boolean exists(String path) {
		return path.startsWith("/camunda/") || this.pages.getHandlerMethods()
			.keySet()
			.stream()
			.anyMatch((page) -> page.getPatternValues().contains(path));
	}

	private static boolean holdsPost(Staff staff) {
		return staff.roles().stream().anyMatch((role) -> Role.find(role).isPresent());
	}

	private static boolean worksOnTasks(Staff staff) {
		return holdsPost(staff) && !staff.has(Role.AUDITOR.id());
	}

	private static boolean worksWithMail(Staff staff) {
		return Role.anyOf(MAIL, staff);
	}

	private static boolean hasToDoWithKeys(Staff staff) {
		return Role.anyOf(Role.KEY_DESK, staff);
	}

	private static boolean manages(Staff staff) {
		return Role.anyOf(Role.MANAGERS, staff);
	}

	private static boolean oversees(Staff staff) {
		return manages(staff) || staff.has(Role.AUDITOR.id());
	}

	private static boolean administers(Staff staff) {
		return staff.has(Role.ADMINISTRATORS);
	}

	private record Offer(Door door, Predicate<Staff> opensTo) {
	}

}
