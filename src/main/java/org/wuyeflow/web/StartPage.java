package org.wuyeflow.web;

import java.util.stream.Collectors;

import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The start page: the doors this member of staff may open.
 */
@Controller
class StartPage {

	private final CurrentStaff currentStaff;

	StartPage(CurrentStaff currentStaff) {
		this.currentStaff = currentStaff;
	}

	@GetMapping("/")
	String show(Model model) {
		model.addAttribute("posts", this.currentStaff.get()
			.roles()
			.stream()
			.map((role) -> role.equals(Role.ADMINISTRATORS) ? "系统管理员" : Role.find(role).map(Role::title).orElse(role))
			.sorted()
			.collect(Collectors.joining("、")));
		return "start";
	}

}
