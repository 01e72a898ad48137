package org.wuyeflow.key;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface KeyAuthorityRepository extends Repository<KeyAuthority, UUID> {

	KeyAuthority save(KeyAuthority authority);

	List<KeyAuthority> findByOfficeAndValidUntilGreaterThanEqualOrderByGivenAt(String office, LocalDate today);

}
