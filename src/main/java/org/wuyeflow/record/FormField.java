package org.wuyeflow.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an entity's attribute that it is a column of the paper form. The register shows
 * the columns in the order in which the attributes are declared; the change log calls an
 * attribute by this label, in every {@link Audited} entity.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormField {

	/** The Chinese label, as on paper. */
	String value();

	/** Whether the register's list shows it too, not the single record only. */
	boolean listed() default false;

}
