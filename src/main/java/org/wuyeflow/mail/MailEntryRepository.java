package org.wuyeflow.mail;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface MailEntryRepository extends Repository<MailEntry, UUID> {

	MailEntry save(MailEntry entry);

	List<MailEntry> findByCaseNumberOrderByEntryNumber(String caseNumber);

}
