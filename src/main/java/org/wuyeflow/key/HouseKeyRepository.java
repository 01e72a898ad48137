package org.wuyeflow.key;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface HouseKeyRepository extends Repository<HouseKey, UUID> {

	List<HouseKey> findByCaseNumberOrderById(String caseNumber);

	@Query("""
			select k from HouseKey k where k.houseId = :house and k.status in (IN_CABINET, OUT, MISSING)
			order by k.id""")
	List<HouseKey> ofHouse(UUID house);

	/** The same, and nobody else may take one of them before the transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select k from HouseKey k
			where k.houseId = :house and k.door in :doors and k.status in (IN_CABINET, OUT, MISSING)
			order by k.id""")
	List<HouseKey> lock(UUID house, Collection<Door> doors);

	@Query("""
			select k from HouseKey k where k.office = :office and k.status in (IN_CABINET, OUT, MISSING)
			order by k.cabinet, k.hook, k.houseNumber, k.door""")
	List<HouseKey> inCare(String office);

	@Query("select coalesce(sum(k.pieces), 0) from HouseKey k where k.office = :office and k.status = IN_CABINET")
	int piecesInCabinet(String office);

}
