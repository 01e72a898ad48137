package org.wuyeflow.record;

/**
 * Something personal that lies outside of the attributes of audited entities and goes
 * with them: the file of an attachment, what somebody looked at a record for.
 */
public interface ErasedAlong {

	/** Erases what belongs to this entity, in the transaction that erases the entity. */
	void erase(Audited entity);

}
