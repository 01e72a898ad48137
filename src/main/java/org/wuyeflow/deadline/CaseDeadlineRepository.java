package org.wuyeflow.deadline;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/**
 * The deadlines of all cases.
 */
interface CaseDeadlineRepository extends Repository<CaseDeadline, UUID> {

	CaseDeadline save(CaseDeadline deadline);

	List<CaseDeadline> findByCaseNumberOrderByStartedAt(String caseNumber);

	Optional<CaseDeadline> findFirstByCaseNumberAndPurposeOrderByRoundNumberDesc(String caseNumber, Purpose purpose);

	List<CaseDeadline> findByStateInOrderByCaseNumber(Collection<DeadlineState> states);

}
