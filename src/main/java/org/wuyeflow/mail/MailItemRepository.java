package org.wuyeflow.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MailItemRepository extends Repository<MailItem, UUID> {

	@Query("select i from MailItem i where i.caseNumber = :number")
	Optional<MailItem> findByNumber(String number);

	@Query("select i from MailItem i where i.delivery.id = :delivery order by i.id")
	List<MailItem> inDelivery(UUID delivery);

	@Query("""
			select i from MailItem i left join i.deadline d where i.office = :office and i.status in :statuses
			order by case when d is null then 0 else 1 end, d.dueAt, i.id limit :limit offset :offset""")
	List<MailItem> lying(String office, Collection<MailStatus> statuses, int offset, int limit);

	@Query("select count(i) from MailItem i where i.office = :office and i.status in :statuses")
	long count(String office, Collection<MailStatus> statuses);

	@Query("""
			select count(i) from MailItem i
			where i.office = :office and i.status in :statuses and i.deadline.dueAt < :moment""")
	long countDueBefore(String office, Collection<MailStatus> statuses, Instant moment);

	@Query("""
			select i from MailItem i where i.office = :office and i.status = IN_CUSTODY and i.telling.nextAt <= :now
			order by case i.kind when OFFICIAL then 0 else 1 end, i.perishable desc, i.houseNumber, i.id
			limit :limit""")
	List<MailItem> toTell(String office, Instant now, int limit);

	@Query("""
			select count(i) from MailItem i
			where i.office = :office and i.status = IN_CUSTODY and i.telling.nextAt <= :now""")
	long countToTell(String office, Instant now);

	@Query("""
			select i from MailItem i where i.office = :office and i.status = HANDED_OVER
			and i.pickUp.pickedUpAt >= :since order by i.pickUp.pickedUpAt desc limit 50""")
	List<MailItem> fetchedSince(String office, Instant since);

	@Query("""
			select i from MailItem i where i.office = :office and i.status in :statuses and i.houseId = :house
			order by i.id""")
	List<MailItem> ofHouse(String office, Collection<MailStatus> statuses, UUID house);

	@Query("""
			select i from MailItem i where i.office = :office and i.status in :statuses
			and (i.trackingNumber = :text or i.caseNumber = :text) order by i.id""")
	List<MailItem> ofNumber(String office, Collection<MailStatus> statuses, String text);

	@Query("select i.addressee from MailItem i where i.pickUp = :pickUp")
	List<String> addresseesOf(PickUp pickUp);

	MailItem save(MailItem item);

}
