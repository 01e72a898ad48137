package org.wuyeflow.key;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface KeyEntrustmentRepository extends Repository<KeyEntrustment, UUID> {

	Optional<KeyEntrustment> findByCaseNumber(String number);

	List<KeyEntrustment> findByWithdrawalNumberOrderById(String number);

	List<KeyEntrustment> findByHouseIdAndStatusOrderById(UUID house, EntrustmentStatus status);

}
