package org.wuyeflow.record;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of an entity's attribute that it holds personal data: masked for those who need
 * not see it, and kept apart in the change log so that it can be erased.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {

	Kind value();

	/** What kind of data it is; decides how it is masked. */
	enum Kind {

		/** A name: {@code 张**}. */
		NAME,

		/** A telephone number: {@code 138****5678}. */
		PHONE,

		/** Any other number or address: the first and the last signs stay. */
		IDENTITY,

		/** Free text: numbers in it that look personal are masked. */
		TEXT

	}

}
