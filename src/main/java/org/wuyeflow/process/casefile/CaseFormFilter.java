package org.wuyeflow.process.casefile;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.identity.Tenant;
import org.wuyeflow.record.CaseSummary;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Puts the case above the fields of a task's form, and the reader's own offices into a
 * choice of office. Nothing of it comes back: the added component is no field.
 */
final class CaseFormFilter extends OncePerRequestFilter {

	private static final String API = "^.*/(?:engine-rest(?:/engine/[^/]+)?|camunda/api/engine/engine/[^/]+)";

	private static final Pattern TASK = Pattern.compile(API + "/task/([^/]+)/(deployed-form|form-variables)/?$");

	private static final Pattern START = Pattern.compile(API + "/process-definition/.+/deployed-start-form/?$");

	/** The values are escaped where the browser fills them in. */
	private static final String CASE = """
			<div class="wf-case">
			<table class="wf-case-facts"><tbody><tr><th>业务编号</th><td>{{case.number}}</td></tr>{{#loop case.facts}}<tr><th>{{this.label}}</th>\
			<td>{{this.value}}</td></tr>{{/loop}}</tbody></table>
			{{#loop case.texts}}<div class="wf-case-text"><h4>{{this.label}}</h4><p>{{this.value}}</p></div>{{/loop}}
			{{#if count(case.progress) > 0}}<h4>办理经过</h4><ol class="wf-case-progress">{{#loop case.progress}}\
			<li><span>{{this.at}} {{this.by}}</span> {{this.what}}</li>{{/loop}}</ol>{{/if}}
			</div>
			""";

	private static final ObjectMapper JSON = new ObjectMapper();

	private final CaseFile caseFile;

	CaseFormFilter(CaseFile caseFile) {
		this.caseFile = caseFile;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return !"GET".equals(request.getMethod()) || !(TASK.matcher(path).matches() || START.matcher(path).matches());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, answer);
		if (answer.getStatus() == HttpServletResponse.SC_OK) {
			JsonNode body = JSON.readTree(answer.getContentAsByteArray());
			if (body instanceof ObjectNode object) {
				enrich(request.getRequestURI(), object);
				answer.resetBuffer();
				answer.getOutputStream().write(JSON.writeValueAsBytes(object));
			}
		}
		answer.copyBodyToResponse();
	}

	private void enrich(String path, ObjectNode body) {
		Matcher task = TASK.matcher(path);
		if (!task.matches()) {
			offerOffices(body.path("components"));
		}
		else if (task.group(2).equals("form-variables")) {
			this.caseFile.of(task.group(1)).ifPresent((summary) -> body.set("case", variable(summary)));
		}
		else {
			offerOffices(body.path("components"));
			if (body.path("components") instanceof ArrayNode components && this.caseFile.known(task.group(1))) {
				components.insert(0, component());
			}
		}
	}

	private static ObjectNode component() {
		return JSON.createObjectNode().put("id", "CaseAboveTheForm").put("type", "html").put("content", CASE);
	}

	private static ObjectNode variable(CaseSummary summary) {
		ObjectNode variable = JSON.createObjectNode()
			.put("type", "Json")
			.put("value", JSON.valueToTree(summary).toString());
		variable.putObject("valueInfo");
		return variable;
	}

	private void offerOffices(JsonNode components) {
		List<Tenant> offices = null;
		for (Iterator<JsonNode> all = components.elements(); all.hasNext();) {
			JsonNode component = all.next();
			offerOffices(component.path("components"));
			if (!component.at("/properties/options").asText().equals("offices")) {
				continue;
			}
			if (offices == null) {
				offices = this.caseFile.offices();
			}
			if (offices.size() < 2) {
				all.remove();
			}
			else {
				ArrayNode values = ((ObjectNode) component).putArray("values");
				offices.forEach(
						(office) -> values.addObject().put("label", office.getName()).put("value", office.getId()));
			}
		}
	}

}
