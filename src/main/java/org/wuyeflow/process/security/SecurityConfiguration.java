package org.wuyeflow.process.security;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;

/**
 * The one log-in in front of everything. Pages send a visitor to {@code /login} and back;
 * APIs answer 401. What is open without a log-in is listed in {@link #OPEN}, everything
 * else is not, unknown addresses included.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/** What everybody gets without a log-in. */
	static final String[] OPEN = { "/login", "/wuyeflow.css", "/favicon.svg", "/favicon.ico", "/actuator/health",
			"/notices", "/notices/**", "/consent/**" };

	private static final String OWN_PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private static final String LOGIN_NEEDED = "请先登录。";

	private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

	private final StaffDirectory directory;

	private final EngineDoors doors;

	SecurityConfiguration(StaffDirectory directory, EngineDoors doors) {
		this.directory = directory;
		this.doors = doors;
	}

	@Bean
	@Order(1)
	SecurityFilterChain restApi(HttpSecurity http, IdentityService identityService,
			@Value("${camunda.bpm.generic-properties.properties.query-max-results-limit}") int longestList)
			throws Exception {
		return api(http.securityMatcher(PATH.matcher("/engine-rest/**")))
			.httpBasic((basic) -> basic.authenticationEntryPoint(SecurityConfiguration::challenge))
			.exceptionHandling((refused) -> refused.authenticationEntryPoint(SecurityConfiguration::challenge)
				.accessDeniedHandler(SecurityConfiguration::forbidden))
			.addFilterBefore(new ForeignWrites(), AuthorizationFilter.class)
			.addFilterAfter(new BoundedLists(longestList), AuthorizationFilter.class)
			.addFilterAfter(new EngineSession.OfRest(this.directory, identityService), AuthorizationFilter.class)
			.authorizeHttpRequests((requests) -> requests.anyRequest().access(this.doors::decide))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain webappsApi(HttpSecurity http, ProcessEngine engine) throws Exception {
		RequestMatcher webappsLogout = (request) -> request.getHeader("X-XSRF-TOKEN") != null
				&& PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout").matches(request);
		return api(http.securityMatcher(PATH.matcher("/camunda/api/**")))
			.logout((logout) -> logout.logoutRequestMatcher(webappsLogout)
				.logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
			.exceptionHandling((refused) -> refused
				.authenticationEntryPoint((request, response, ex) -> JsonAnswer.write(response,
						HttpServletResponse.SC_UNAUTHORIZED, "LoginRequired", LOGIN_NEEDED))
				.accessDeniedHandler(SecurityConfiguration::forbidden))
			.addFilterAfter(new EngineSession.OfWebapps(this.directory, engine), AuthorizationFilter.class)
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers(PATH.matcher("/camunda/api/admin/setup/**"),
						PATH.matcher("/camunda/api/admin/auth/user/{engine}/login/**"))
				.denyAll()
				.anyRequest()
				.access(this.doors::decide))
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain webapps(HttpSecurity http, ProcessEngine engine) throws Exception {
		return http.securityMatcher(PATH.matcher("/camunda/**"))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache((cache) -> cache.requestCache(pagesOnly()))
			.sessionManagement((session) -> session.sessionFixation((fixation) -> fixation.newSession()))
			.headers((headers) -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
			.exceptionHandling((refused) -> refused.authenticationEntryPoint(loginPage()))
			.addFilterAfter(new EngineSession.OfWebapps(this.directory, engine), AuthorizationFilter.class)
			.addFilterAfter(knownEnginesOnly(engine), EngineSession.OfWebapps.class)
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(PATH.matcher("/camunda/app/admin/{engine}/setup/**"))
				.denyAll()
				.anyRequest()
				.access(this.doors::decide))
			.build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain pages(HttpSecurity http,
			@Value("${spring.servlet.multipart.max-request-size}") DataSize largestRequest) throws Exception {
		PathPatternRequestMatcher[] open = java.util.Arrays.stream(OPEN)
			.map(PATH::matcher)
			.toArray(PathPatternRequestMatcher[]::new);
		return http.csrf(Customizer.withDefaults())
			.requestCache((cache) -> cache.requestCache(pagesOnly()))
			.sessionManagement((session) -> session.sessionFixation((fixation) -> fixation.newSession()))
			.formLogin((form) -> form.loginPage("/login")
				.failureHandler((request, response,
						ex) -> response.sendRedirect(request.getContextPath()
								+ ((ex instanceof LockedException) ? "/login?blocked" : "/login?wrong"))))
			.logout((logout) -> logout.logoutSuccessUrl("/login?bye"))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(OWN_PAGES))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
			.exceptionHandling((refused) -> refused.authenticationEntryPoint(loginPage())
				.accessDeniedHandler(staleForms(largestRequest.toBytes())))
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(open)
				.permitAll()
				.anyRequest()
				.access(knownStaff()))
			.build();
	}

	private HttpSecurity api(HttpSecurity http) throws Exception {
		return http.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER));
	}

	private AuthorizationManager<RequestAuthorizationContext> knownStaff() {
		return (login, request) -> new AuthorizationDecision(login.get() != null && login.get().isAuthenticated()
				&& this.directory.find(login.get().getName()).isPresent());
	}

	/** The web applications fail where an address names an engine that is not there. */
	private static Filter knownEnginesOnly(ProcessEngine engine) {
		Pattern otherEngine = Pattern
			.compile(".*/camunda/app/(?:admin|cockpit|tasklist|welcome)/(?!%s/?$)[^/.]+/?".formatted(engine.getName()));
		return (request, response, chain) -> {
			if (otherEngine.matcher(((HttpServletRequest) request).getRequestURI()).matches()) {
				((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
			}
			else {
				chain.doFilter(request, response);
			}
		};
	}

	private static HttpSessionRequestCache pagesOnly() {
		HttpSessionRequestCache cache = new HttpSessionRequestCache();
		cache.setMatchingRequestParameterName(null);
		cache.setRequestMatcher((request) -> "GET".equals(request.getMethod())
				&& String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE));
		return cache;
	}

	private static AuthenticationEntryPoint loginPage() {
		return new LoginUrlAuthenticationEntryPoint("/login");
	}

	/**
	 * A form that lay open longer than the session is shown again, not an error. A form
	 * with a file so large that nothing of it was read lacks its token too.
	 */
	private static AccessDeniedHandler staleForms(long largestRequest) {
		AccessDeniedHandler others = new AccessDeniedHandlerImpl();
		return (request, response, ex) -> {
			boolean session = PATH.matcher("/login").matches(request) || PATH.matcher("/logout").matches(request);
			if (ex instanceof CsrfException && session) {
				response.sendRedirect(request.getContextPath() + "/login?stale");
			}
			else if (ex instanceof CsrfException && request.getContentLengthLong() > largestRequest) {
				response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
			}
			else {
				others.handle(request, response, ex);
			}
		};
	}

	private static void challenge(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"wuyeflow\", charset=\"UTF-8\"");
		JsonAnswer.write(response, HttpServletResponse.SC_UNAUTHORIZED, "LoginRequired",
				(ex instanceof LockedException) ? "密码错误次数过多，请 5 分钟后再试。" : "请先登录，或提供正确的用户名和密码。");
	}

	private static void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		JsonAnswer.write(response, HttpServletResponse.SC_FORBIDDEN, "AuthorizationException",
				"您的岗位没有这项权限。如需使用，请联系主管或系统管理员。");
	}

}
