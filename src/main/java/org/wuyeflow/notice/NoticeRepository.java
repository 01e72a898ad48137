package org.wuyeflow.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NoticeRepository extends Repository<Notice, UUID> {

	Notice save(Notice notice);

	Optional<Notice> findById(UUID id);

	List<Notice> findByCaseNumber(String caseNumber);

	@Query("""
			select n from Notice n
			where n.validFrom <= :day and n.validTo >= :day and n.withdrawnAt is null
			and (:office is null or n.office = :office)
			order by n.publishedAt desc, n.id desc""")
	Page<Notice> shownOn(LocalDate day, String office, Pageable page);

}
