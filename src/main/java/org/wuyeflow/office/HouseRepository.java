package org.wuyeflow.office;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface HouseRepository extends Repository<House, UUID> {

	Optional<House> findByOfficeIdAndHouseNumber(String officeId, String houseNumber);

	@Query("""
			select h.houseNumber from House h
			where h.officeId = :office and h.building = :building and h.room = :room
			order by h.houseNumber limit :limit""")
	List<String> numbersAlike(String office, String building, String room, int limit);

}
