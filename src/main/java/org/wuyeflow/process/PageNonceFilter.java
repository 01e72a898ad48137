package org.wuyeflow.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page load of the web applications a nonce of its own. They hand the nonce of
 * their content security policy from header to page through one attribute of the servlet
 * context, so that pages loaded at the same time get each other's and stay blank.
 */
class PageNonceFilter extends OncePerRequestFilter {

	private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ServletContext context = withOwnNonce(request.getServletContext());
		chain.doFilter(new HttpServletRequestWrapper(request) {

			@Override
			public ServletContext getServletContext() {
				return context;
			}

		}, response);
	}

	private static ServletContext withOwnNonce(ServletContext shared) {
		AtomicReference<Object> nonce = new AtomicReference<>();
		return (ServletContext) Proxy.newProxyInstance(ServletContext.class.getClassLoader(),
				new Class<?>[] { ServletContext.class }, (proxy, method, arguments) -> {
					boolean ofNonce = arguments != null && arguments.length > 0 && NONCE.equals(arguments[0]);
					if (ofNonce && method.getName().equals("setAttribute")) {
						nonce.set(arguments[1]);
						return null;
					}
					if (ofNonce && method.getName().equals("getAttribute")) {
						return nonce.get();
					}
					try {
						return method.invoke(shared, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	@Configuration(proxyBeanMethods = false)
	static class PageNonceConfiguration {

		@Bean
		FilterRegistrationBean<PageNonceFilter> pageNonceFilter() {
			FilterRegistrationBean<PageNonceFilter> registration = new FilterRegistrationBean<>(new PageNonceFilter());
			registration.addUrlPatterns("/camunda/app/*");
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

}
