package org.wuyeflow.mail;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface PickUpRepository extends Repository<PickUp, UUID> {

	PickUp save(PickUp pickUp);

	Optional<PickUp> findByOfficeAndNumber(String office, String number);

}
