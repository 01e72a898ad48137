package org.wuyeflow.key.step;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.wuyeflow.key.Door;
import org.wuyeflow.key.Identity;
import org.wuyeflow.key.IdentityKind;
import org.wuyeflow.process.ProcessVariable;

import org.springframework.stereotype.Component;

/**
 * What the forms of the key procedures have in common.
 */
@Component
class KeyFormsProcess {

	private final Clock clock;

	KeyFormsProcess(Clock clock) {
		this.clock = clock;
	}

	/** The moment that a field names on the office's clock, or null where it is empty. */
	Instant instant(VariableScope form, ProcessVariable<LocalDateTime> field) {
		return field.find(form).map((time) -> time.atZone(this.clock.getZone()).toInstant()).orElse(null);
	}

	/** What somebody has proved who he is by. */
	static Identity identity(VariableScope form) {
		return new Identity(constant(IdentityKind.class, KeyVariables.IDENTITY_KIND.from(form)),
				KeyVariables.IDENTITY_LAST_FOUR.from(form).toUpperCase(Locale.ROOT));
	}

	/** The doors that a field names. */
	static Set<Door> doors(VariableScope form, ProcessVariable<List<?>> field) {
		return Door.of(field.from(form));
	}

	/** The constant that a choice stands for. */
	static <E extends Enum<E>> E constant(Class<E> type, String choice) {
		return Enum.valueOf(type, choice.toUpperCase(Locale.ROOT));
	}

	/** What every card of the task lists shows. */
	static void card(VariableScope scope, String number, String house, String what) {
		KeyVariables.BUSINESS_NUMBER.on(scope, number);
		KeyVariables.HOUSE.on(scope, house);
		KeyVariables.CLASS_NAME.on(scope, what);
	}

}
