package org.wuyeflow.mail.step;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.wuyeflow.Refusal;
import org.wuyeflow.mail.MailItem;
import org.wuyeflow.mail.MailStatus;
import org.wuyeflow.office.CurrentStaff;
import org.wuyeflow.office.Role;
import org.wuyeflow.office.Staff;
import org.wuyeflow.process.EngineLookup;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the pages of the counter do with the process {@code mail-custody}. They start it
 * and do its tasks as the person logged in, through the deployed forms and under his
 * rights, as the Tasklist would; what concerns several items is one transaction.
 */
@Component
@Transactional
public class MailCounterProcess {

	/** The field of each task's form that says what is done. */
	private static final Map<String, String> STEPS = Map.of(MailCustodyProcess.HAND_OVER,
			MailVariables.CUSTODY_STEP.name(), MailCustodyProcess.RETURN, MailVariables.RETURN_STEP.name(),
			MailCustodyProcess.CHECK, MailVariables.CHECK_RESULT.name());

	private final FormService forms;

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final IdentityService identity;

	private final CurrentStaff staff;

	MailCounterProcess(@Lazy FormService forms, @Lazy TaskService tasks, @Lazy RuntimeService runtime,
			@Lazy RepositoryService repository, @Lazy IdentityService identity, CurrentStaff staff) {
		this.forms = forms;
		this.tasks = tasks;
		this.runtime = runtime;
		this.repository = repository;
		this.identity = identity;
		this.staff = staff;
	}

	/**
	 * Takes an item in.
	 * @param form the fields of {@code receive-mail}
	 * @return the item's number
	 * @throws Refusal where the form or the record refuses it
	 */
	public String receive(Map<String, Object> form) {
		String definition = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(MailCustodyProcess.KEY)
			.latestVersion()
			.singleResult()
			.getId();
		return asStaff(() -> this.forms.submitStartForm(definition, form)).getBusinessKey();
	}

	/**
	 * Gives several items to somebody who signs once.
	 * @param items what he fetches, at least one
	 * @param receiver the receiver's fields of {@code hand-over-mail}
	 * @param pickUpOf the pick-up number of an item that was handed over
	 * @throws Refusal (409) where one of them cannot be fetched any more; then none is
	 */
	public void handOver(List<MailItem> items, Map<String, Object> receiver, PickUpNumber pickUpOf) {
		String pickUp = null;
		for (MailItem item : inOrder(items)) {
			Task task = open(item, MailCustodyProcess.HAND_OVER).or(() -> open(item, MailCustodyProcess.RETURN))
				.orElseThrow(() -> gone(item));
			boolean late = task.getTaskDefinitionKey().equals(MailCustodyProcess.RETURN);
			Map<String, Object> form = Variables.createVariables();
			form.put(STEPS.get(task.getTaskDefinitionKey()),
					late ? "claimed" : (pickUp != null) ? "joint" : "handOver");
			if (pickUp != null && !late) {
				form.put(MailVariables.PICK_UP_NUMBER.name(), pickUp);
			}
			else {
				form.putAll(receiver);
			}
			submit(task, form);
			pickUp = pickUpOf.of(item.caseNumber());
		}
	}

	/**
	 * Does the same task of several items with the same form.
	 * @param task the task's id in the model
	 * @throws Refusal (409) where one of them does not wait for it any more; then it is
	 * done for none
	 */
	public void complete(List<MailItem> items, String task, Map<String, Object> form) {
		inOrder(items).forEach((item) -> submit(open(item, task).orElseThrow(() -> gone(item)), form));
	}

	/**
	 * Reports items that a count did not find on the shelf.
	 * @throws Refusal (409) where one of them was not to be there any more, or was not
	 * yet taken in with its courier; then none is reported
	 */
	public void reportMissing(List<MailItem> items, String note) {
		for (MailItem item : inOrder(items)) {
			Map<String, Object> form = new HashMap<>();
			form.put(MailVariables.INCIDENT_KIND.name(), "missing");
			form.put(MailVariables.INCIDENT_NOTE.name(), note);
			Task task = Stream.of(MailCustodyProcess.HAND_OVER, MailCustodyProcess.RETURN, MailCustodyProcess.CHECK)
				.flatMap((definition) -> open(item, definition).stream())
				.findFirst()
				.orElseThrow(() -> (item.status() == MailStatus.DAMAGED)
						? Refusal.conflict("破损邮件 " + item.caseNumber() + " 还没有与投递员办理，请先办理再清点。") : gone(item));
			form.put(STEPS.get(task.getTaskDefinitionKey()), "incident");
			submit(task, form);
		}
	}

	private static List<MailItem> inOrder(List<MailItem> items) {
		return items.stream().sorted(Comparator.comparing(MailItem::caseNumber)).toList();
	}

	/**
	 * Takes an item back that was given to the wrong person.
	 * @throws Refusal (403) for who does not keep mail; (409) where it was not handed
	 * over
	 */
	public void takeBack(MailItem item, String reason) {
		Staff keeper = this.staff.get();
		if (!keeper.worksFor(item.office())
				|| !(keeper.has(Role.MAIL_KEEPER.id()) || keeper.has(Role.CS_SUPERVISOR.id()))) {
			throw Refusal.forbidden("误交的邮件由邮件管理员或主管收回。");
		}
		EngineLookup.asApplication(this.identity,
				() -> this.runtime.createMessageCorrelation(MailCustodyProcess.HAND_OVER_UNDONE)
					.processInstanceBusinessKey(item.caseNumber())
					.setVariable("office", item.office())
					.setVariable(MailVariables.UNDONE_REASON.name(), Variables.stringValue(reason, true))
					.correlateStartMessage());
	}

	/** Who holds the post of mail keeper in an office. */
	public List<Staff> keepers(String office) {
		return EngineLookup.asApplication(this.identity, () -> this.identity.createUserQuery()
			.memberOfGroup(Role.MAIL_KEEPER.id())
			.memberOfTenant(office)
			.orderByUserId()
			.asc()
			.list()
			.stream()
			.map((user) -> new Staff(user.getId(), user.getFirstName(), Set.of(Role.MAIL_KEEPER.id()), Set.of(office)))
			.toList());
	}

	private Optional<Task> open(MailItem item, String definition) {
		return EngineLookup.asApplication(this.identity,
				() -> Optional.ofNullable(this.tasks.createTaskQuery()
					.processInstanceBusinessKey(item.caseNumber())
					.processDefinitionKey(MailCustodyProcess.KEY)
					.taskDefinitionKey(definition)
					.singleResult()));
	}

	private void submit(Task task, Map<String, Object> form) {
		asStaff(() -> {
			this.forms.submitTaskForm(task.getId(), form);
			return task;
		});
	}

	private <T> T asStaff(Supplier<T> work) {
		Staff acting = this.staff.get();
		Authentication before = this.identity.getCurrentAuthentication();
		this.identity.setAuthentication(acting.id(), List.copyOf(acting.roles()), List.copyOf(acting.offices()));
		try {
			return work.get();
		}
		finally {
			this.identity.setAuthentication(before);
		}
	}

	private static Refusal gone(MailItem item) {
		return Refusal.conflict("邮件 " + item.caseNumber() + " 刚才已由别人办理，请刷新后按最新情况办理。");
	}

	/** Finds under which number an item was handed over. */
	@FunctionalInterface
	public interface PickUpNumber {

		/** The pick-up's number of this item. */
		String of(String caseNumber);

	}

}
