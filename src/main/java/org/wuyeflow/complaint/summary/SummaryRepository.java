package org.wuyeflow.complaint.summary;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SummaryRepository extends Repository<ComplaintSummary, UUID> {

	@Query("select s from ComplaintSummary s where s.caseNumber = :number")
	Optional<ComplaintSummary> findByNumber(String number);

	@Query("select c from SummaryCase c where c.summaryId = :summary order by c.registeredAt, c.complaintNumber")
	List<SummaryCase> cases(UUID summary);

}
