package org.wuyeflow.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole running application with its sample, on the database that
 * {@link TestDatabase} gives. All such tests share one application, so they must neither
 * add properties, mock beans or import configurations of their own (a {@code @Component}
 * among the test classes is found by everybody), nor rely on an empty database. Jobs run
 * only when a test executes them, messages leave (to the {@link Receivers}) only when a
 * test dispatches them; the server's port comes from {@code @LocalServerPort}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(TestDatabase.Condition.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=false")
@ContextConfiguration(initializers = { TestDatabase.Initializer.class, Receivers.Initializer.class })
@ActiveProfiles("demo")
public @interface IntegrationTest {

}
