package org.wuyeflow.complaint;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface ComplaintRepository extends Repository<Complaint, UUID> {

	Complaint save(Complaint complaint);

	Optional<Complaint> findByNumber(String number);

}
