package org.wuyeflow.deadline;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * The deadline ledger.
 */
interface DeadlineEntryRepository extends Repository<DeadlineEntry, UUID> {

	DeadlineEntry save(DeadlineEntry entry);

	List<DeadlineEntry> findByCaseNumberOrderByMadeAtAscIdAsc(String caseNumber);

}
