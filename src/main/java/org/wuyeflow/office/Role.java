package org.wuyeflow.office;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A post in the company. Its id is the group that models name as candidate, its title is
 * what people say.
 */
public enum Role {

	FRONT_DESK("front-desk", "客服前台", Scope.OFFICE),

	STEWARD("steward", "贴心管家", Scope.OFFICE),

	INFORMATION_CLERK("information-clerk", "前台信息管理员", Scope.OFFICE),

	CS_ASSISTANT("cs-assistant", "客户服务助理", Scope.OFFICE),

	CS_SUPERVISOR("cs-supervisor", "客户服务组主管", Scope.OFFICE),

	CS_LEAD("cs-lead", "客户服务负责人", Scope.OFFICE),

	KEY_KEEPER("key-keeper", "钥匙管理员", Scope.OFFICE),

	MAIL_KEEPER("mail-keeper", "邮件管理员", Scope.OFFICE),

	SECURITY("security", "安全管理员（控制中心）", Scope.OFFICE),

	ENGINEERING("engineering", "工程", Scope.OFFICE),

	CLEANING("cleaning", "保洁", Scope.OFFICE),

	GREENING("greening", "绿化", Scope.OFFICE),

	DEPARTMENT_MANAGER("department-manager", "部门经理", Scope.OFFICE),

	ASSISTANT_MANAGER("assistant-manager", "经理助理（客户关系专员）", Scope.OFFICE),

	OFFICE_MANAGER("office-manager", "管理处经理", Scope.OFFICE),

	QUALITY_MANAGEMENT("quality-management", "公司品质管理组", Scope.COMPANY),

	COMPANY_DEPARTMENT("company-department", "公司相关部门", Scope.COMPANY),

	VICE_PRESIDENT("vice-president", "公司副总经理", Scope.COMPANY),

	GENERAL_MANAGER("general-manager", "总经理", Scope.COMPANY),

	AUDITOR("auditor", "审计员", Scope.COMPANY);

	/** Those who see how the cases of their offices stand, finished ones too. */
	public static final Set<Role> MANAGERS = Set
		.copyOf(EnumSet.of(CS_SUPERVISOR, CS_LEAD, DEPARTMENT_MANAGER, ASSISTANT_MANAGER, OFFICE_MANAGER,
				QUALITY_MANAGEMENT, COMPANY_DEPARTMENT, VICE_PRESIDENT, GENERAL_MANAGER));

	/** Those who may give a task of their office to somebody else of it. */
	public static final Set<Role> DISPATCHERS = Set
		.copyOf(EnumSet.of(CS_SUPERVISOR, CS_LEAD, DEPARTMENT_MANAGER, ASSISTANT_MANAGER, OFFICE_MANAGER));

	/** Those who see the cabinet in which customers' keys hang. */
	public static final Set<Role> KEY_DESK = Set.copyOf(EnumSet.of(KEY_KEEPER, FRONT_DESK, STEWARD, CS_ASSISTANT,
			CS_SUPERVISOR, CS_LEAD, SECURITY, ASSISTANT_MANAGER, OFFICE_MANAGER, AUDITOR));

	/** The group of those who look after the system; it is no post. */
	public static final String ADMINISTRATORS = "camunda-admin";

	private final String id;

	private final String title;

	private final Scope scope;

	Role(String id, String title, Scope scope) {
		this.id = id;
		this.title = title;
		this.scope = scope;
	}

	/** The role that goes by this id, or empty for a group that is no post. */
	public static Optional<Role> find(String id) {
		return Arrays.stream(values()).filter((role) -> role.id.equals(id)).findFirst();
	}

	/** Whether somebody holds one of these roles. */
	public static boolean anyOf(Set<Role> roles, Staff staff) {
		return roles.stream().anyMatch((role) -> staff.has(role.id));
	}

	/** The group id, kebab case. */
	public String id() {
		return this.id;
	}

	/** The Chinese name of the post. */
	public String title() {
		return this.title;
	}

	/** Whether the post belongs to the company and works for every office. */
	public boolean companyWide() {
		return this.scope == Scope.COMPANY;
	}

	private enum Scope {

		OFFICE, COMPANY

	}

}
