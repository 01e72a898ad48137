package org.wuyeflow.key;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface KeyLoanItemRepository extends Repository<KeyLoanItem, UUID> {

	KeyLoanItem save(KeyLoanItem item);

	List<KeyLoanItem> findByLoanIdOrderById(UUID loan);

}
