package org.wuyeflow.process.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.wuyeflow.office.Staff;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The engine's users as members of staff. Answers are kept for some seconds; what this
 * node changes itself takes effect at once, what another node changes when they are over.
 */
@Component
class StaffDirectory {

	/** How long a change made on another node may stay unseen. */
	static final Duration FRESH = Duration.ofSeconds(10);

	private final IdentityService identityService;

	private final ProcessEngineConfigurationImpl engine;

	private final Map<String, Known> known = new ConcurrentHashMap<>();

	StaffDirectory(@Lazy IdentityService identityService, @Lazy ProcessEngineConfigurationImpl engine) {
		this.identityService = identityService;
		this.engine = engine;
	}

	/**
	 * The member of staff with this id, or empty where there is no such user any more.
	 */
	Optional<Staff> find(String id) {
		long now = System.nanoTime();
		Known entry = this.known.get(id);
		if (entry == null || now - entry.since() > FRESH.toNanos()) {
			entry = new Known(read(id), now);
			if (entry.staff().isPresent()) {
				this.known.put(id, entry);
			}
			else {
				this.known.remove(id);
			}
		}
		return entry.staff();
	}

	/** Forgets what was read: users, roles or offices are being changed. */
	void forget() {
		this.known.clear();
	}

	private Optional<Staff> read(String id) {
		return this.engine.getCommandExecutorTxRequired()
			.execute((context) -> context.runWithoutAuthorization(() -> Optional
				.ofNullable(this.identityService.createUserQuery().userId(id).singleResult())
				.map((user) -> new Staff(id, name(user),
						ids(this.identityService.createGroupQuery().groupMember(id).list(), Group::getId),
						ids(this.identityService.createTenantQuery().userMember(id).includingGroupsOfUser(true).list(),
								Tenant::getId)))));
	}

	private static String name(User user) {
		return Stream.of(user.getFirstName(), user.getLastName())
			.filter((part) -> part != null && !part.isBlank())
			.findFirst()
			.orElse(user.getId());
	}

	private static <T> Set<String> ids(Iterable<T> things, Function<T, String> id) {
		return java.util.stream.StreamSupport.stream(things.spliterator(), false).map(id).collect(Collectors.toSet());
	}

	private record Known(Optional<Staff> staff, long since) {
	}

}
