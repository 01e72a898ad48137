package org.wuyeflow.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface KeeperDutyRepository extends Repository<KeeperDuty, UUID> {

	KeeperDuty save(KeeperDuty duty);

	@Query("select d from KeeperDuty d where d.office = :office order by d.validFrom desc, d.namedAt desc")
	List<KeeperDuty> of(String office);

	@Query("""
			select d from KeeperDuty d where d.office = :office and d.validFrom <= :day
			and (d.validTo is null or d.validTo >= :day) order by d.validFrom desc, d.namedAt desc limit 1""")
	Optional<KeeperDuty> on(String office, LocalDate day);

}
