package org.wuyeflow.complaint.summary;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.wuyeflow.complaint.Complaint;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The complaints, as summaries look for them. */
interface CaseRepository extends Repository<Complaint, UUID> {

	/** Those that may have been open at some time from one moment to another. */
	@Query("""
			select c from Complaint c where c.office = :office and c.registeredAt < :until
			and (c.status <> CLOSED or c.lastClosedAt >= :from) order by c.registeredAt, c.number""")
	List<Complaint> openBetween(String office, Instant from, Instant until);

	/** The numbers of those whose complainant answered from one moment to another. */
	@Query("""
			select distinct e.caseNumber from ComplaintEntry e
			where e.office = :office and e.kind = ANSWER and e.madeAt >= :from and e.madeAt < :until""")
	Set<String> answeredBetween(String office, Instant from, Instant until);

	List<Complaint> findByNumberIn(Collection<String> numbers);

}
