package org.wuyeflow.process.refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers every failed request to the engine's REST API and to that of its web
 * applications with {@code {"type": …, "message": …}}, the message in Chinese.
 */
final class RefusalFilter extends OncePerRequestFilter {

	private static final Pattern TASK = Pattern.compile("/task/([A-Za-z0-9-]+)(?:/.*)?$");

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Answers answers;

	RefusalFilter(Answers answers) {
		this.answers = answers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException {
		FailedResponse failed = new FailedResponse(response);
		Throwable outside = null;
		Optional<Throwable> inside;
		Failures.open();
		try {
			chain.doFilter(request, failed);
		}
		catch (ServletException | RuntimeException ex) {
			outside = ex;
		}
		finally {
			inside = Failures.close();
		}
		if ((outside != null || failed.hasFailed()) && !response.isCommitted()) {
			Throwable failure = inside.orElse(outside);
			Answer answer = this.answers.to((outside != null) ? 500 : failed.getStatus(), failure, task(request));
			write(response, answer);
		}
	}

	private static String task(HttpServletRequest request) {
		Matcher task = TASK.matcher(request.getRequestURI());
		return task.find() ? task.group(1) : null;
	}

	private static void write(HttpServletResponse response, Answer answer) throws IOException {
		byte[] body = JSON.writeValueAsString(Map.of("type", answer.type(), "message", answer.sentence()))
			.getBytes(StandardCharsets.UTF_8);
		response.resetBuffer();
		response.setStatus(answer.status());
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
