package org.wuyeflow.web;

import java.util.Map;

import org.wuyeflow.Refusal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what our own pages refuse: with a page for a browser, with JSON for a program,
 * in both the refusal's sentence and its status.
 */
@ControllerAdvice("org.wuyeflow")
class RefusalAdvice {

	private final PageFrame frame;

	private final DataSize largestUpload;

	RefusalAdvice(PageFrame frame, @Value("${spring.servlet.multipart.max-file-size}") DataSize largestUpload) {
		this.frame = frame;
		this.largestUpload = largestUpload;
	}

	@ExceptionHandler
	Object refused(Refusal refusal, WebRequest request) {
		HttpStatusCode status = HttpStatusCode.valueOf(refusal.status());
		if (wantsJson(request.getHeader(HttpHeaders.ACCEPT))) {
			return ResponseEntity.status(status)
				.contentType(MediaType.APPLICATION_JSON)
				.body(Map.of("type", "Refusal", "message", refusal.getMessage()));
		}
		ModelAndView page = new ModelAndView("error", status);
		page.addObject("heading", heading(refusal.status()));
		page.addObject("sentence", refusal.getMessage());
		page.addObject("staff", this.frame.staff());
		page.addObject("doors", this.frame.doors());
		return page;
	}

	@ExceptionHandler({ BindException.class, MethodArgumentTypeMismatchException.class,
			ServletRequestBindingException.class })
	Object unreadable(WebRequest request) {
		return refused(new Refusal("地址或筛选条件有误，请检查日期和页码后再试。"), request);
	}

	@ExceptionHandler
	Object tooLarge(MaxUploadSizeExceededException ex, WebRequest request) {
		return refused(new Refusal("文件太大，每个文件不能超过 " + this.largestUpload.toMegabytes() + " MB。照片请用普通画质重拍，扫描件请降低分辨率。"),
				request);
	}

	private static boolean wantsJson(String accept) {
		return accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE)
				&& !accept.contains(MediaType.TEXT_HTML_VALUE);
	}

	private static String heading(int status) {
		return switch (status) {
			case 403 -> "无权操作";
			case 404 -> "没有找到";
			case 409 -> "情况已有变化";
			default -> "请检查填写的内容";
		};
	}

}
