package org.wuyeflow.process.security;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Which part of the engine's web applications and of its REST API a member of staff gets
 * to at all, before the engine's own rights are asked. Whoever only works on tasks sees
 * no more of the API than the Tasklist uses; what the engine does not guard by itself is
 * closed here.
 */
@Component
class EngineDoors {

	private static final Pattern API = Pattern
		.compile("/(?:engine-rest|camunda/api/engine)(?:/engine(?:/[^/]+)?)?(?:/(?<resource>[^/]+)(?<rest>/.*)?)?/?");

	private static final Pattern APPLICATION = Pattern
		.compile("/camunda/(?:app|api)/(?<name>admin|cockpit|tasklist|welcome)(?:/.*)?");

	/** Parts of the REST API that the Tasklist needs. */
	private static final Set<String> OF_TASK_LISTS = Set.of("task", "process-definition", "variable-instance", "filter",
			"user", "group", "tenant", "identity", "authorization", "version");

	/** Parts only the administrator gets to. */
	private static final Set<String> OF_ADMINISTRATION = Set.of("telemetry", "schema", "metrics", "migration",
			"modification", "batch", "condition", "signal", "optimize", "external-task", "case-execution");

	private static final Pattern OWN_WORDS = Pattern.compile("/[^/]+/(comment|attachment)(/.*)?");

	private static final Pattern PASSWORD = Pattern.compile("/[^/]+/credentials/?");

	private final StaffDirectory directory;

	EngineDoors(StaffDirectory directory) {
		this.directory = directory;
	}

	/** Decides on a request, by its address as the servlets see it: decoded. */
	AuthorizationDecision decide(Supplier<Authentication> login, RequestAuthorizationContext request) {
		Authentication caller = login.get();
		Optional<Staff> staff = (caller != null && caller.isAuthenticated()) ? this.directory.find(caller.getName())
				: Optional.empty();
		HttpServletRequest asked = request.getRequest();
		String path = asked.getServletPath() + ((asked.getPathInfo() != null) ? asked.getPathInfo() : "");
		return new AuthorizationDecision(staff.isPresent() && opens(staff.get(), asked.getMethod(), path));
	}

	/** Whether this member of staff gets through. */
	boolean opens(Staff staff, String method, String path) {
		Matcher api = API.matcher(path);
		if (api.matches()) {
			return opensApi(staff, method, api.group("resource"), (api.group("rest") != null) ? api.group("rest") : "");
		}
		Matcher application = APPLICATION.matcher(path);
		return !application.matches() || opensApplication(staff, application.group("name"), path);
	}

	private static boolean opensApi(Staff staff, String method, String resource, String rest) {
		boolean reads = "GET".equals(method) || "HEAD".equals(method) || "OPTIONS".equals(method);
		if (resource == null) {
			return reads;
		}
		if (resource.equals("identity") && rest.startsWith("/verify")) {
			return false;
		}
		if (staff.has(Role.ADMINISTRATORS)) {
			return true;
		}
		if (resource.equals("task") && OWN_WORDS.matcher(rest).matches()) {
			return false;
		}
		if (resource.equals("user") && !reads) {
			return "PUT".equals(method) && PASSWORD.matcher(rest).matches();
		}
		if (Role.anyOf(Role.MANAGERS, staff) || staff.has(Role.AUDITOR.id())) {
			return !OF_ADMINISTRATION.contains(resource);
		}
		return OF_TASK_LISTS.contains(resource);
	}

	private static boolean opensApplication(Staff staff, String application, String path) {
		if (staff.has(Role.ADMINISTRATORS)) {
			return true;
		}
		return switch (application) {
			case "admin" -> path.matches("/camunda/api/admin/auth/user/[^/]+/?");
			case "cockpit" -> Role.anyOf(Role.MANAGERS, staff) || staff.has(Role.AUDITOR.id());
			case "tasklist" -> staff.roles()
				.stream()
				.anyMatch((role) -> Role.find(role).isPresent() && !role.equals(Role.AUDITOR.id()));
			default -> true;
		};
	}

}
