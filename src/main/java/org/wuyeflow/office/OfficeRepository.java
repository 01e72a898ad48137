package org.wuyeflow.office;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

interface OfficeRepository extends Repository<Office, String> {

	List<Office> findAllByOrderById();

	Optional<Office> findById(String id);

}
