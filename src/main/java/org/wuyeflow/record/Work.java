package org.wuyeflow.record;

import java.util.Optional;
import java.util.concurrent.Callable;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import org.wuyeflow.Refusal;

import org.springframework.stereotype.Service;

/**
 * Tells the change log in which step of which case something is written. The glue wraps
 * each of its calls in {@link #during}.
 */
@Service
public class Work {

	private static final ThreadLocal<WorkContext> CURRENT = new ThreadLocal<>();

	private final EntityManager entities;

	Work(EntityManager entities) {
		this.entities = entities;
	}

	/**
	 * Runs a piece of work within a step. What was changed in records before is written
	 * first, and what it changes before it returns, so that each change names its own
	 * step.
	 * @throws Refusal (409) where somebody else has changed a record in the meantime
	 */
	public <T> T during(WorkContext step, Callable<T> work) throws Exception {
		writeChanges();
		WorkContext before = CURRENT.get();
		CURRENT.set(step);
		try {
			T result = work.call();
			writeChanges();
			return result;
		}
		finally {
			if (before != null) {
				CURRENT.set(before);
			}
			else {
				CURRENT.remove();
			}
		}
	}

	private void writeChanges() {
		if (!this.entities.isJoinedToTransaction()) {
			return;
		}
		try {
			this.entities.flush();
		}
		catch (OptimisticLockException ex) {
			Refusal refusal = Refusal.conflict("刚才已有人修改了这条记录，您的操作没有保存；请刷新后按最新情况办理。");
			refusal.initCause(ex);
			throw refusal;
		}
	}

	/** The step that runs on this thread, or empty outside of one. */
	static Optional<WorkContext> current() {
		return Optional.ofNullable(CURRENT.get());
	}

}
