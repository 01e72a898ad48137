package org.wuyeflow.office;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CustomerRepository extends Repository<Customer, UUID> {

	@Query("""
			select distinct c.name from Customer c
			where c.officeId = :office and locate(c.name, :text) > 0 order by c.name""")
	List<String> namesIn(String office, String text);

}
