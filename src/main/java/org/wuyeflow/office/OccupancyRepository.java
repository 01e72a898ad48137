package org.wuyeflow.office;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OccupancyRepository extends Repository<Occupancy, UUID> {

	@Query("""
			select o from Occupancy o join fetch o.customer
			where o.house.id = :house and o.endedOn is null
			order by case o.part when OWNER then 0 when TENANT then 1 else 2 end, o.customer.name""")
	List<Occupancy> findByHouse(UUID house);

}
