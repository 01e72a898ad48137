package org.wuyeflow.key;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface KeyEntryRepository extends Repository<KeyEntry, UUID> {

	KeyEntry save(KeyEntry entry);

	List<KeyEntry> findByCaseNumberOrderByMadeAtAscIdAsc(String caseNumber);

}
