package org.wuyeflow.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface KeyLoanRepository extends Repository<KeyLoan, UUID> {

	KeyLoan save(KeyLoan loan);

	Optional<KeyLoan> findByNumber(String number);

	/** Loans of a house that were out at this moment or later, the latest first. */
	@Query("""
			select l from KeyLoan l where l.houseId = :house and l.issuedAt is not null
			and (l.returnedAt is null or l.returnedAt >= :since) order by l.issuedAt desc""")
	List<KeyLoan> outSince(UUID house, Instant since);

	@Query("select l.number from KeyLoan l where l.houseId = :house and l.status in (OUT, PARTLY_BACK) order by l.number")
	List<String> numbersOut(UUID house);

	@Query("select l from KeyLoan l where l.office = :office and l.status = REQUESTED order by l.requestedAt")
	List<KeyLoan> waiting(String office);

}
