package org.wuyeflow.process.refusal;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the {@link RefusalFilter} between the login and the engine's doors. */
@Configuration(proxyBeanMethods = false)
class RefusalConfiguration {

	@Bean
	FilterRegistrationBean<RefusalFilter> refusalFilter(Answers answers) {
		FilterRegistrationBean<RefusalFilter> filter = new FilterRegistrationBean<>(new RefusalFilter(answers));
		filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
		filter.setOrder(0);
		return filter;
	}

}
