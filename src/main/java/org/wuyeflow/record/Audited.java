package org.wuyeflow.record;

import java.util.UUID;

/**
 * An entity every insert and update of which is kept in the change log, and which cannot
 * be deleted. It has a JPA version and is changed through its attributes only: bulk
 * statements pass the log by and are not allowed on it. Collections are not logged; what
 * they hold are audited entities of their own.
 */
public interface Audited {

	UUID id();

	/** The id of the office that it belongs to. */
	String office();

	/** The public number of the case that it belongs to, or null. */
	String caseNumber();

}
