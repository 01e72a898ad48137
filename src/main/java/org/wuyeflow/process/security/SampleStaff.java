package org.wuyeflow.process.security;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.wuyeflow.office.Role;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The sample's staff: one for each role, those of {@code jinmao} with the office as
 * suffix. The names are invented and stand whole in the first name, for pages put the
 * last name behind.
 */
@Component
@Profile("demo")
class SampleStaff {

	private static final Set<String> OFFICES = Set.of("cuihu", "jinmao");

	private static final Map<Role, List<String>> NAMES = new EnumMap<>(Role.class);

	static {
		NAMES.put(Role.FRONT_DESK, List.of("林晓梅", "沈佳怡"));
		NAMES.put(Role.STEWARD, List.of("周建明", "韩雪"));
		NAMES.put(Role.INFORMATION_CLERK, List.of("吴思琪", "罗文静"));
		NAMES.put(Role.CS_ASSISTANT, List.of("陈嘉慧", "谢雨桐"));
		NAMES.put(Role.CS_SUPERVISOR, List.of("黄丽娟", "宋雅琴"));
		NAMES.put(Role.CS_LEAD, List.of("郑国栋", "唐敏"));
		NAMES.put(Role.KEY_KEEPER, List.of("何秀英", "许志强"));
		NAMES.put(Role.MAIL_KEEPER, List.of("孙桂兰", "邓小红"));
		NAMES.put(Role.SECURITY, List.of("马振华", "曹勇"));
		NAMES.put(Role.ENGINEERING, List.of("朱永刚", "彭海涛"));
		NAMES.put(Role.CLEANING, List.of("胡春兰", "曾凤英"));
		NAMES.put(Role.GREENING, List.of("高文斌", "肖青松"));
		NAMES.put(Role.DEPARTMENT_MANAGER, List.of("梁志远", "田立新"));
		NAMES.put(Role.ASSISTANT_MANAGER, List.of("冯静怡", "董晓雯"));
		NAMES.put(Role.OFFICE_MANAGER, List.of("袁国强", "潘文杰"));
		NAMES.put(Role.QUALITY_MANAGEMENT, List.of("蒋明哲"));
		NAMES.put(Role.COMPANY_DEPARTMENT, List.of("蔡慧敏"));
		NAMES.put(Role.VICE_PRESIDENT, List.of("余伟民"));
		NAMES.put(Role.GENERAL_MANAGER, List.of("杜宏业"));
		NAMES.put(Role.AUDITOR, List.of("叶清源"));
	}

	private final IdentityService identityService;

	SampleStaff(IdentityService identityService) {
		this.identityService = identityService;
	}

	/** Makes those who are missing; who is there keeps his password and roles. */
	void make() {
		Set<String> present = this.identityService.createUserQuery()
			.unlimitedList()
			.stream()
			.map(User::getId)
			.collect(Collectors.toSet());
		NAMES.forEach((role, names) -> {
			make(role.id(), names.get(0), role, role.companyWide() ? OFFICES : Set.of("cuihu"), present);
			if (names.size() > 1) {
				make(role.id() + "-jinmao", names.get(1), role, Set.of("jinmao"), present);
			}
		});
	}

	private void make(String id, String name, Role role, Collection<String> offices, Set<String> present) {
		if (present.contains(id)) {
			return;
		}
		User user = this.identityService.newUser(id);
		user.setFirstName(name);
		user.setLastName("");
		user.setPassword("wuye-" + id);
		((IdentityServiceImpl) this.identityService).saveUser(user, true);
		this.identityService.createMembership(id, role.id());
		offices.forEach((office) -> this.identityService.createTenantUserMembership(office, id));
	}

}
