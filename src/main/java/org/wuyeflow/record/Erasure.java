package org.wuyeflow.record;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EntityManager;
import org.wuyeflow.record.ledger.Ledger;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what is personal out of a record and out of its changes. The frame stays, and the
 * salted hashes of what was there; that it was erased is a change of its own.
 */
@Service
class Erasure {

	/** The process that the erasing change names. */
	static final String PROCESS = "record-retention";

	/** What the erasing change holds in place of the fields that it empties. */
	static final String MARK = "@personal";

	private static final ThreadLocal<Boolean> RUNNING = ThreadLocal.withInitial(() -> false);

	private final EntityManager entities;

	private final Work work;

	private final Ledger ledger;

	private final List<ErasedAlong> others;

	Erasure(EntityManager entities, Work work, Ledger ledger, List<ErasedAlong> others) {
		this.entities = entities;
		this.work = work;
		this.ledger = ledger;
		this.others = others;
	}

	/** Whether what is written on this thread erases: then no old value may be logged. */
	static boolean running() {
		return RUNNING.get();
	}

	/**
	 * Erases what is personal in this managed entity, and what goes with it.
	 * @return whether there was anything personal; of a record of a register, whether its
	 * kind has anything personal at all
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean erase(Audited entity) {
		List<Place> places = new ArrayList<>();
		collect(places, entity, entity.getClass(), false, "", Map.of());
		if (places.isEmpty() || !(entity instanceof QualityRecord || this.ledger.holdsPersonal(entity.id()))) {
			return false;
		}
		RUNNING.set(true);
		try {
			this.work.during(new WorkContext(entity.caseNumber(), PROCESS, "ErasePersonalData", "按保存期限清除个人信息", null),
					() -> empty(places));
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			RUNNING.remove();
		}
		this.ledger.erasePersonal(entity.id());
		this.others.forEach((other) -> other.erase(entity));
		return true;
	}

	private Void empty(List<Place> places) {
		if (places.stream().allMatch(Place::isEmpty)) {
			// Only its history holds something; the erasing change must still be written.
			places.get(0).set("");
			this.entities.flush();
		}
		places.forEach(Place::empty);
		return null;
	}

	private static void collect(List<Place> places, Object holder, Class<?> type, boolean personal, String prefix,
			Map<String, Column> overrides) {
		if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
			collect(places, holder, type.getSuperclass(), personal, prefix, overrides);
		}
		for (Field field : type.getDeclaredFields()) {
			boolean marked = personal || field.isAnnotationPresent(Personal.class);
			String attribute = prefix + field.getName();
			Object part = field.isAnnotationPresent(Embedded.class) ? RegisterColumn.read(field, holder) : null;
			if (part != null) {
				Map<String, Column> within = new HashMap<>();
				for (AttributeOverride override : field.getAnnotationsByType(AttributeOverride.class)) {
					within.put(attribute + "." + override.name(), override.column());
				}
				within.putAll(overrides);
				collect(places, part, part.getClass(), marked, attribute + ".", within);
			}
			else if (marked && field.getType() == String.class) {
				field.setAccessible(true);
				places.add(
						new Place(holder, field, overrides.getOrDefault(attribute, field.getAnnotation(Column.class))));
			}
		}
	}

	/** A field of an entity or of a part of it that holds personal data. */
	private record Place(Object holder, Field field, Column column) {

		private boolean isEmpty() {
			return RegisterColumn.read(this.field, this.holder) == null;
		}

		private void empty() {
			set((this.column != null && !this.column.nullable()) ? "" : null);
		}

		private void set(String value) {
			try {
				this.field.set(this.holder, value);
			}
			catch (IllegalAccessException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
