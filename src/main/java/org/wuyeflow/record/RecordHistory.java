package org.wuyeflow.record;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How audited entities stood at a moment gone by, out of the change log. Personal data is
 * not part of it.
 */
@Service
@Transactional(readOnly = true)
public class RecordHistory {

	private static final int IDS_AT_ONCE = 500;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final EntityManager entities;

	RecordHistory(EntityManager entities) {
		this.entities = entities;
	}

	/**
	 * Reads the changes of these entities up to a moment.
	 * @param until nothing that was written at or after this moment is seen
	 */
	public Past of(Collection<UUID> ids, Instant until) {
		Map<UUID, SortedMap<Instant, Map<String, String>>> states = new HashMap<>();
		UUID[] all = ids.toArray(UUID[]::new);
		for (int from = 0; from < all.length; from += IDS_AT_ONCE) {
			this.entities.createQuery("""
					select c from RecordChange c where c.entityId in :ids and c.changedAt < :until
					order by c.entityId, c.changeNumber""", RecordChange.class)
				.setParameter("ids",
						java.util.Arrays.asList(all).subList(from, Math.min(all.length, from + IDS_AT_ONCE)))
				.setParameter("until", until)
				.getResultStream()
				.forEach((change) -> add(states, change));
		}
		return new Past(states);
	}

	private static void add(Map<UUID, SortedMap<Instant, Map<String, String>>> states, RecordChange change) {
		SortedMap<Instant, Map<String, String>> history = states.computeIfAbsent(change.entityId(),
				(first) -> new TreeMap<>());
		Map<String, String> state = history.isEmpty() ? new HashMap<>() : new HashMap<>(history.get(history.lastKey()));
		parsed(change.fields()).properties().forEach((field) -> {
			JsonNode value = field.getValue().path("new");
			if (value.isNull() || value.isMissingNode()) {
				state.remove(field.getKey());
			}
			else {
				state.put(field.getKey(), value.asText());
			}
		});
		history.put(change.changedAt(), state);
	}

	private static JsonNode parsed(String json) {
		try {
			return JSON.readTree(json);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What was read; asked as often as one likes. */
	public static final class Past {

		private final Map<UUID, SortedMap<Instant, Map<String, String>>> states;

		private Past(Map<UUID, SortedMap<Instant, Map<String, String>>> states) {
			this.states = states;
		}

		/**
		 * The attributes of an entity just before a moment, as text, those without a
		 * value left out; empty where it did not exist yet.
		 */
		public Optional<Map<String, String>> before(UUID id, Instant moment) {
			SortedMap<Instant, Map<String, String>> earlier = this.states.getOrDefault(id, new TreeMap<>())
				.headMap(moment);
			return earlier.isEmpty() ? Optional.empty() : Optional.of(Map.copyOf(earlier.get(earlier.lastKey())));
		}

	}

}
