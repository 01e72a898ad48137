package org.wuyeflow.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.stereotype.Component;

/**
 * Talks to the group robots of 企业微信 and 钉钉: both take JSON, and answer 200 also where
 * they refuse; only {@code "errcode":0} is a yes.
 */
@Component
class RobotClient {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int OK = 200;

	private final ObjectMapper json = new ObjectMapper();

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(PATIENCE)
		.followRedirects(Redirect.NEVER)
		.build();

	/**
	 * Posts a message.
	 * @throws DeliveryFailure where the answer is not a yes, or none comes in 5 seconds
	 */
	void post(String address, Map<String, Object> message) throws DeliveryFailure {
		HttpResponse<String> answer = answer(address, message);
		if (answer.statusCode() != OK) {
			throw new DeliveryFailure("the robot answered " + answer.statusCode());
		}
		JsonNode code = errorCode(answer.body());
		if (!code.isInt()) {
			throw new DeliveryFailure("the robot's answer has no errcode");
		}
		if (code.intValue() != 0) {
			throw new DeliveryFailure("the robot refused with errcode " + code);
		}
	}

	private HttpResponse<String> answer(String address, Map<String, Object> message) throws DeliveryFailure {
		CompletableFuture<HttpResponse<String>> answer = null;
		try {
			answer = this.http.sendAsync(HttpRequest.newBuilder(URI.create(address))
				.header("Content-Type", "application/json; charset=utf-8")
				.POST(BodyPublishers.ofByteArray(this.json.writeValueAsBytes(message)))
				.build(), BodyHandlers.ofString());
			return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw DeliveryFailure.of("interrupted", ex);
		}
		catch (ExecutionException | TimeoutException | IOException ex) {
			throw DeliveryFailure.of("the robot did not answer", ex);
		}
		finally {
			if (answer != null) {
				answer.cancel(true);
			}
		}
	}

	private JsonNode errorCode(String body) throws DeliveryFailure {
		try {
			return this.json.readTree(body).path("errcode");
		}
		catch (IOException ex) {
			throw DeliveryFailure.of("the robot's answer is no JSON", ex);
		}
	}

}
