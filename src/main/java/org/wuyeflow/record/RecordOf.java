package org.wuyeflow.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a {@link QualityRecord} entity that it holds the rows of a form.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RecordOf {

	QualityForm value();

	/** Whether its records are about houses, or may be. */
	boolean ofHouse() default true;

}
