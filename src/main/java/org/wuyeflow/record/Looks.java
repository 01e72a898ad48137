package org.wuyeflow.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.ledger.Ledger;
import org.wuyeflow.record.ledger.Stamps;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets staff see personal data, and writes down each time that they do. A look is for the
 * one who took it, for the records he took it at, and for ten minutes.
 */
@Service
@Transactional
class Looks implements ErasedAlong {

	private static final Duration OPEN = Duration.ofMinutes(10);

	private static final int SHORTEST_REASON = 2;

	private static final int LONGEST_REASON = 100;

	private final EntityManager entities;

	private final Stamps stamps;

	private final Ledger ledger;

	private final Clock clock;

	Looks(EntityManager entities, Stamps stamps, Ledger ledger, Clock clock) {
		this.entities = entities;
		this.stamps = stamps;
		this.ledger = ledger;
		this.clock = clock;
	}

	/**
	 * Takes a look at records.
	 * @return the look's id, which pages hand on
	 * @throws Refusal (400) without a reason, (403) where he may not see the personal
	 * data of one of them
	 */
	UUID take(Staff by, RecordLook.Way way, String reason, QualityForm form,
			Collection<? extends QualityRecord> records) {
		String stated = (reason != null) ? reason.strip() : "";
		int length = stated.codePointCount(0, stated.length());
		if (length < SHORTEST_REASON || length > LONGEST_REASON) {
			throw new Refusal("请写明查看个人信息的原因，2 到 100 个字。");
		}
		UUID look = TimeOrderedId.next();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		for (QualityRecord record : records) {
			if (!form.readers().unmasks(by, record.office())) {
				throw Refusal.forbidden("您的岗位只能查看隐去个人信息的记录。确需查看的，请联系管理处经理。");
			}
			this.entities.persist(new RecordLook(look, form, record, by, now, way, stated, this.stamps));
		}
		return look;
	}

	/**
	 * Writes down that somebody opened a file that lies with these records: nobody can
	 * mask what it shows.
	 */
	void fileOpened(Staff by, String fileName, Collection<? extends QualityRecord> records) {
		UUID look = TimeOrderedId.next();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		records.forEach((record) -> this.entities.persist(new RecordLook(look, Register.formOf(record.getClass()),
				record, by, now, RecordLook.Way.FILE, fileName, this.stamps)));
	}

	/**
	 * The ids of the records that this look lets this person see this way: none where it
	 * is over or somebody else's.
	 */
	@Transactional(readOnly = true)
	Set<UUID> opened(UUID look, Staff by, RecordLook.Way way) {
		if (look == null) {
			return Set.of();
		}
		return this.entities.createQuery("""
				select l.recordId from RecordLook l
				where l.lookId = :look and l.staffId = :staff and l.way = :way and l.lookedAt > :since""", UUID.class)
			.setParameter("look", look)
			.setParameter("staff", by.id())
			.setParameter("way", way)
			.setParameter("since", this.clock.instant().minus(OPEN))
			.getResultStream()
			.collect(Collectors.toSet());
	}

	/** Erases what a record was looked at for. */
	@Override
	public void erase(Audited entity) {
		if (entity instanceof QualityRecord) {
			this.ledger.eraseReasons(entity.id());
		}
	}

	/** All looks at a record, the latest first. */
	@Transactional(readOnly = true)
	List<RecordLook> at(QualityRecord record) {
		return this.entities
			.createQuery("select l from RecordLook l where l.recordId = :record order by l.lookedAt desc, l.id desc",
					RecordLook.class)
			.setParameter("record", record.id())
			.getResultList();
	}

}
