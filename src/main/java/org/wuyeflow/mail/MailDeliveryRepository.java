package org.wuyeflow.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface MailDeliveryRepository extends Repository<MailDelivery, UUID> {

	MailDelivery save(MailDelivery delivery);

	Optional<MailDelivery> findByOfficeAndNumber(String office, String number);

	List<MailDelivery> findByOfficeAndSignedAtIsNullOrderByOpenedAt(String office);

}
