package org.wuyeflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The customer-service procedures of a property-management company, as processes.
 */
@SpringBootApplication
public class WuyeflowApplication {

	public static void main(String[] args) {
		if (Commands.named(args)) {
			System.exit(Commands.ofClassPath().run(args));
		}
		SpringApplication application = new SpringApplication(WuyeflowApplication.class);
		application.addListeners(new RequiredSettings());
		application.run(args);
	}

}
