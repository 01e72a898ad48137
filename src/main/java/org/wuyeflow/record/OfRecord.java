package org.wuyeflow.record;

import java.util.UUID;

/**
 * An audited entity that may hang on one record, also where that belongs to no case: it
 * is kept as long as the record and erased with it. Its attribute is called so, too.
 */
public interface OfRecord extends Audited {

	/** The id of the record, or null where it belongs to the case as a whole. */
	UUID recordId();

}
