package org.wuyeflow.complaint;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface ComplaintEntryRepository extends Repository<ComplaintEntry, UUID> {

	ComplaintEntry save(ComplaintEntry entry);

	List<ComplaintEntry> findByCaseNumberOrderByEntryNumber(String caseNumber);

}
