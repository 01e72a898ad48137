package org.wuyeflow.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an attribute that the columns of what it refers to are columns of this form
 * too, read there and kept once: an embeddable, or the case that a form is about.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormPart {

}
