package org.wuyeflow.record;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PreDeleteEvent;
import org.hibernate.event.spi.PreDeleteEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.ComponentType;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.record.ledger.Stamps;

import org.springframework.stereotype.Component;

/**
 * Keeps every insert and update of an {@link Audited} entity, in the transaction that
 * makes it: noted at the flush, written together just before the commit. Refuses to
 * delete one.
 */
@Component
class ChangeLog implements PostInsertEventListener, PostUpdateEventListener, PreDeleteEventListener {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<SharedSessionContractImplementor, List<RecordChange>> pending = new ConcurrentHashMap<>();

	private final CurrentStaff staff;

	private final Stamps stamps;

	private final Clock clock;

	ChangeLog(EntityManagerFactory entities, CurrentStaff staff, Stamps stamps, Clock clock) {
		this.staff = staff;
		this.stamps = stamps;
		this.clock = clock;
		EventListenerRegistry registry = entities.unwrap(SessionFactoryImplementor.class)
			.getServiceRegistry()
			.requireService(EventListenerRegistry.class);
		registry.appendListeners(EventType.POST_INSERT, this);
		registry.appendListeners(EventType.POST_UPDATE, this);
		registry.appendListeners(EventType.PRE_DELETE, this);
	}

	@Override
	public void onPostInsert(PostInsertEvent event) {
		if (event.getEntity() instanceof Audited audited) {
			Object[] before = new Object[event.getState().length];
			note(event.getSession(), audited, event.getPersister(), before, event.getState());
		}
	}

	@Override
	public void onPostUpdate(PostUpdateEvent event) {
		if (event.getEntity() instanceof Audited audited) {
			if (event.getOldState() == null) {
				throw new IllegalStateException(
						event.getPersister().getEntityName() + " was changed without being read first");
			}
			note(event.getSession(), audited, event.getPersister(), event.getOldState(), event.getState());
		}
	}

	@Override
	public boolean onPreDelete(PreDeleteEvent event) {
		if (event.getEntity() instanceof Audited || event.getEntity() instanceof RecordChange) {
			throw Refusal.forbidden("质量记录不能删除。");
		}
		return false;
	}

	@Override
	public boolean requiresPostCommitHandling(EntityPersister persister) {
		return false;
	}

	private void note(EventSource session, Audited audited, EntityPersister persister, Object[] before,
			Object[] after) {
		Changes changes = new Changes(audited.getClass());
		Type[] types = persister.getPropertyTypes();
		for (int i = 0; i < types.length; i++) {
			if (i != persister.getVersionProperty() && !types[i].isCollectionType()) {
				changes.compare(persister.getPropertyNames()[i], types[i], before[i], after[i], session);
			}
		}
		int number = ((Number) after[persister.getVersionProperty()]).intValue();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		pendingOf(session).add(new RecordChange(audited, number, this.staff.get(), now, Work.current(),
				json(changes.open), json(changes.personal)));
	}

	private List<RecordChange> pendingOf(EventSource session) {
		return this.pending.computeIfAbsent(session, (key) -> {
			session.getActionQueue().registerProcess(this::write);
			session.getActionQueue().registerProcess((success, ended) -> this.pending.remove(ended));
			return new ArrayList<>();
		});
	}

	private void write(SharedSessionContractImplementor session) {
		EventSource source = session.asEventSource();
		for (RecordChange change : this.pending.remove(session)) {
			change.stamp(this.stamps);
			source.persist(change);
		}
		source.flush();
	}

	private static String json(Map<String, ?> changes) {
		try {
			return JSON.writeValueAsString(changes);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The changed attributes of one entity, by name in alphabetical order. */
	private static final class Changes {

		private final Class<?> entity;

		private final Map<String, Map<String, Object>> open = new TreeMap<>();

		private final Map<String, Map<String, Object>> personal = new TreeMap<>();

		private Changes(Class<?> entity) {
			this.entity = entity;
		}

		private void compare(String name, Type type, Object before, Object after, EventSource session) {
			if (type instanceof ComponentType component) {
				for (int i = 0; i < component.getPropertyNames().length; i++) {
					compare(name + "." + component.getPropertyNames()[i], component.getSubtypes()[i],
							(before != null) ? component.getPropertyValue(before, i, session) : null,
							(after != null) ? component.getPropertyValue(after, i, session) : null, session);
				}
			}
			else if (!type.isEqual(before, after)) {
				Map<String, Object> change = new LinkedHashMap<>();
				Optional.ofNullable(plain(type, before, session)).ifPresent((value) -> change.put("old", value));
				Optional.ofNullable(plain(type, after, session)).ifPresent((value) -> change.put("new", value));
				boolean marked = AuditedField.of(this.entity, name).filter(AuditedField::personal).isPresent();
				if (marked && Erasure.running()) {
					this.open.put(Erasure.MARK, Map.of("new", "ERASED"));
					return;
				}
				(marked ? this.personal : this.open).put(name, change);
			}
		}

		private static Object plain(Type type, Object value, EventSource session) {
			if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
				return value;
			}
			if (type instanceof EntityType) {
				return session.getIdentifier(value).toString();
			}
			if (value instanceof BigDecimal number) {
				return number.toPlainString();
			}
			if (value instanceof Instant moment) {
				return moment.truncatedTo(ChronoUnit.MICROS).toString();
			}
			return (value instanceof Enum<?> constant) ? constant.name() : value.toString();
		}

	}

}
