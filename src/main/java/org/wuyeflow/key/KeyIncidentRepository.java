package org.wuyeflow.key;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface KeyIncidentRepository extends Repository<KeyIncident, UUID> {

	KeyIncident save(KeyIncident incident);

	Optional<KeyIncident> findByNumber(String number);

	List<KeyIncident> findByOfficeAndStatusNotOrderByOpenedAt(String office, IncidentStatus status);

}
