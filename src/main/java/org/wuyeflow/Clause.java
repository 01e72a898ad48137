package org.wuyeflow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the clauses of the written procedures that this code carries out, where no
 * element of a model and no register does: roles, scopes and rules.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD, ElementType.FIELD })
public @interface Clause {

	/** The ids, as in {@code clauses.csv}. */
	String[] value();

}
