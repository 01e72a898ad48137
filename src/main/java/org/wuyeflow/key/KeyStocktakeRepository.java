package org.wuyeflow.key;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface KeyStocktakeRepository extends Repository<KeyStocktake, UUID> {

	KeyStocktake save(KeyStocktake stocktake);

	Optional<KeyStocktake> findByNumber(String number);

	Optional<KeyStocktake> findFirstByOfficeAndCountedAtNotNullOrderByCountedAtDesc(String office);

	Optional<KeyStocktake> findFirstByOfficeAndTakenOverAtNotNullOrderByTakenOverAtDesc(String office);

}
