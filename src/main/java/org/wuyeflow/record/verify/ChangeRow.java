package org.wuyeflow.record.verify;

/**
 * A row of {@code record_change} as the check reads it.
 */
final class ChangeRow {

	/** The columns, those first that are in the form of a change. */
	static final String COLUMNS = "entity_id, change_number, entity, office_id, case_number, process, activity,"
			+ " activity_name, step_id, staff_id, staff_name, changed_at, fields, personal_hash, personal_fields,"
			+ " personal_salt, seal_number, stamp";

	static final int ENTITY_ID = 1;

	static final int CHANGE_NUMBER = 2;

	static final int ENTITY = 3;

	static final int OFFICE = 4;

	static final int CASE_NUMBER = 5;

	static final int CHANGED_AT = 12;

	static final int FIELDS = 13;

	static final int PERSONAL_HASH = 14;

	static final int PERSONAL_FIELDS = 15;

	static final int PERSONAL_SALT = 16;

	static final int SEAL_NUMBER = 17;

	static final int STAMP = 18;

	private ChangeRow() {
	}

	static LeafHasher hasher() {
		boolean[] ids = new boolean[PERSONAL_HASH];
		ids[ENTITY_ID - 1] = true;
		return new LeafHasher("wuyeflow change 1\n", ids);
	}

}
