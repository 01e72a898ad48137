package org.wuyeflow.process.casefile;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the {@link CaseFormFilter} between the login and the engine's doors. */
@Configuration(proxyBeanMethods = false)
class CaseFileConfiguration {

	@Bean
	FilterRegistrationBean<CaseFormFilter> caseFormFilter(CaseFile caseFile) {
		FilterRegistrationBean<CaseFormFilter> filter = new FilterRegistrationBean<>(new CaseFormFilter(caseFile));
		filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
		filter.setOrder(10);
		return filter;
	}

}
