package org.wuyeflow.key.step;

import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.wuyeflow.key.ApprovalTasks;
import org.wuyeflow.key.Door;
import org.wuyeflow.key.EntrustedKeys;
import org.wuyeflow.key.EntrustmentIntake;
import org.wuyeflow.key.KeyEntrustment;
import org.wuyeflow.key.KeySoundness;
import org.wuyeflow.process.DeadlineTimers;
import org.wuyeflow.process.EngineLookup;

import org.springframework.stereotype.Component;

/**
 * The process {@code key-entrustment}: its names, and what it needs to know of the
 * entrustment to find its way.
 */
@Component
public class KeyEntrustmentProcess implements ApprovalTasks {

	/** The process definition's key. */
	public static final String KEY = "key-entrustment";

	/** The keys are with their owner again. */
	public static final String ENTRUSTMENT_ENDED = "key.entrustmentEnded";

	private static final String APPROVAL = "UserTask_ApproveEntrustment";

	private static final String CUSTODY = "SubProcess_KeepKeys";

	private static final String CUSTODY_OVER = "StartEvent_EntrustmentOver";

	private final DeadlineTimers timers;

	private final TaskService tasks;

	private final IdentityService identities;

	KeyEntrustmentProcess(DeadlineTimers timers, TaskService tasks, IdentityService identities) {
		this.timers = timers;
		this.tasks = tasks;
		this.identities = identities;
	}

	/** What the desk wrote down. */
	EntrustmentIntake intake(DelegateExecution form) {
		boolean within = "yes".equals(KeyVariables.WITHIN_SCHEME.from(form));
		return new EntrustmentIntake(form.getTenantId(), KeyVariables.HOUSE_NUMBER.from(form),
				KeyVariables.CUSTOMER_NAME.from(form), KeyVariables.CUSTOMER_PHONE.from(form),
				KeyFormsProcess.identity(form), KeyVariables.LETTER_NUMBER.find(form).orElse(null),
				within ? keys(form) : null, KeyVariables.PURPOSE.find(form).orElse(null),
				KeyVariables.VALID_UNTIL.find(form).orElse(null));
	}

	private static EntrustedKeys keys(DelegateExecution form) {
		Map<Door, Integer> pieces = new EnumMap<>(Door.class);
		pieces.put(Door.ENTRANCE, KeyVariables.ENTRANCE_KEYS.find(form).orElse(0));
		pieces.put(Door.ROOM, KeyVariables.ROOM_KEYS.find(form).orElse(0));
		pieces.put(Door.MAILBOX, KeyVariables.MAILBOX_KEYS.find(form).orElse(0));
		pieces.put(Door.STORAGE, KeyVariables.STORAGE_KEYS.find(form).orElse(0));
		pieces.put(Door.CARD, KeyVariables.CARDS.find(form).orElse(0));
		return new EntrustedKeys(pieces,
				KeyFormsProcess.constant(KeySoundness.class, KeyVariables.SOUNDNESS.from(form)),
				KeyVariables.FAULTY_DOORS.find(form).map(Door::of).orElse(Set.of()),
				KeyVariables.KEYS_REMARK.find(form).orElse(null));
	}

	/**
	 * Writes what candidates and timers need of the entrustment; the timer of a custody
	 * that runs follows.
	 */
	void route(DelegateExecution execution, KeyEntrustment entrustment) {
		KeyFormsProcess.card(execution, entrustment.caseNumber(), entrustment.houseNumber(), "钥匙委托");
		if (entrustment.chaseAt() != null) {
			Date next = Date.from(entrustment.chaseAt());
			KeyVariables.CHASE_AT.on(execution, next);
			this.timers.set(execution, CUSTODY, Map.of(CUSTODY_OVER, Optional.of(next)));
		}
	}

	@Override
	public void offer(String office, String role) {
		EngineLookup.asApplication(this.identities, () -> {
			List<Task> open = this.tasks.createTaskQuery().taskDefinitionKey(APPROVAL).tenantIdIn(office).list();
			open.forEach((task) -> this.tasks.addCandidateGroup(task.getId(), role));
			return open;
		});
	}

}
