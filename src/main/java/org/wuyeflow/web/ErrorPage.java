package org.wuyeflow.web;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What somebody sees where a request failed: what is wrong and what to do, never how the
 * program is made. Pages for people, JSON for programs and for the engine's APIs.
 */
@Controller
class ErrorPage implements ErrorController {

	private static final Explanation FAULT = new Explanation("系统出错了", "系统暂时出现故障，您的操作没有保存。请稍后再试，仍有问题请联系系统管理员。");

	private static final Explanation BAD_REQUEST = new Explanation("请求有误", "系统看不懂这个请求，请返回后重新操作。");

	private static final Map<Integer, Explanation> EXPLANATIONS = Map.of(401, new Explanation("请先登录", "请登录后再打开这个页面。"),
			403, new Explanation("没有权限", "您的岗位不能使用这项功能。如需使用，请联系主管或系统管理员。"), 404,
			new Explanation("没有找到", "这个页面不存在，或者内容不属于您的管理处。"), 405, new Explanation("请求有误", "这个地址不支持这样的操作，请返回后重新操作。"),
			413, new Explanation("文件太大", "上传的内容太大，请减小后再试。"));

	@RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
	Object page(HttpServletRequest request, HttpServletResponse response) {
		if (isApi(request)) {
			return json(request);
		}
		int status = status(request);
		Explanation explanation = explain(status);
		response.setStatus(status);
		return new ModelAndView("error", Map.of("heading", explanation.heading(), "sentence", explanation.sentence()));
	}

	@RequestMapping("/error")
	ResponseEntity<Map<String, String>> json(HttpServletRequest request) {
		int status = status(request);
		return ResponseEntity.status(status)
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("type", "Error", "message", explain(status).sentence()));
	}

	private static boolean isApi(HttpServletRequest request) {
		String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
		return path.startsWith(request.getContextPath() + "/engine-rest")
				|| path.startsWith(request.getContextPath() + "/camunda/api");
	}

	private static int status(HttpServletRequest request) {
		return (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) ? status : 404;
	}

	private static Explanation explain(int status) {
		return EXPLANATIONS.getOrDefault(status, (status < 500) ? BAD_REQUEST : FAULT);
	}

	private record Explanation(String heading, String sentence) {
	}

}
