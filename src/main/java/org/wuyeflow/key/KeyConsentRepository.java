package org.wuyeflow.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface KeyConsentRepository extends Repository<KeyConsent, UUID> {

	KeyConsent save(KeyConsent consent);

	Optional<KeyConsent> findByNumber(String number);

	/** The open question that an owner may answer with this secret at this moment. */
	@Query("select c from KeyConsent c where c.tokenHash = :hash and c.answer is null and c.tokenUntil > :now")
	Optional<KeyConsent> answerable(String hash, Instant now);

	/** Consents to a house that hold at this moment. */
	@Query("""
			select c from KeyConsent c where c.houseId = :house and c.enterUntil > :now and c.withdrawnAt is null
			and c.answer in (AGREED, AGREED_WITH_CONDITIONS) order by c.answeredAt desc""")
	List<KeyConsent> inForce(UUID house, Instant now);

	@Query("""
			select c from KeyConsent c where c.office = :office and c.answer is null and c.answerBy > :now
			order by c.answerBy""")
	List<KeyConsent> open(String office, Instant now);

}
