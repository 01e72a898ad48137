package org.wuyeflow.web;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Staff;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The log-in page. Why somebody stands before it again is told by the name of a
 * parameter.
 */
@Controller
class LoginPage {

	private static final Map<String, String> PROBLEMS = Map.of("wrong", "用户名或密码不正确，请重新输入。", "blocked",
			"密码错误次数过多，请 5 分钟后再试。忘记密码请联系系统管理员。", "stale", "页面停留时间过长，请重新登录。");

	private final CurrentStaff currentStaff;

	LoginPage(CurrentStaff currentStaff) {
		this.currentStaff = currentStaff;
	}

	@GetMapping("/login")
	String show(HttpServletRequest request, Model model) {
		if (this.currentStaff.get() != Staff.SYSTEM) {
			return "redirect:/";
		}
		PROBLEMS.forEach((name, sentence) -> {
			if (request.getParameter(name) != null) {
				model.addAttribute("problem", sentence);
			}
		});
		model.addAttribute("loggedOut", request.getParameter("bye") != null);
		return "login";
	}

}
