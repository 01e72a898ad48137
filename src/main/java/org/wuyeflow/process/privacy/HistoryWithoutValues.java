package org.wuyeflow.process.privacy;

import java.util.Set;

import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * The history that replay needs and no value of any variable: process, activity and task
 * instances, identity links, decisions, incidents, jobs and user operations. What the
 * data was at each step the records answer.
 */
final class HistoryWithoutValues extends AbstractHistoryLevel {

	/** How {@code camunda.bpm.history-level} names it; stored in the database. */
	static final String NAME = "without-values";

	private static final int ID = 101;

	private static final Set<HistoryEventType> LEFT_OUT = Set.of(HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
			HistoryEventTypes.VARIABLE_INSTANCE_UPDATE, HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
			HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL, HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
			HistoryEventTypes.FORM_PROPERTY_UPDATE);

	@Override
	public int getId() {
		return ID;
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
		return !LEFT_OUT.contains(eventType);
	}

}
