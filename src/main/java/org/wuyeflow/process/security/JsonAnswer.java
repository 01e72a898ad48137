package org.wuyeflow.process.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

/**
 * A refusal in the shape of the REST API's errors.
 */
final class JsonAnswer {

	private JsonAnswer() {
	}

	/**
	 * Answers with a sentence.
	 * @param sentence one of ours, so free of quotes and line breaks
	 */
	static void write(HttpServletResponse response, int status, String type, String sentence) throws IOException {
		response.setStatus(status);
		response.setContentType("application/json");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getWriter().write("{\"type\":\"%s\",\"message\":\"%s\"}".formatted(type, sentence));
	}

}
