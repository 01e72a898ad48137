package org.wuyeflow.mail;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ShelfCountRepository extends Repository<ShelfCount, UUID> {

	ShelfCount save(ShelfCount count);

	@Query("select c from ShelfCount c where c.office = :office order by c.countedAt desc limit 20")
	List<ShelfCount> latest(String office);

}
