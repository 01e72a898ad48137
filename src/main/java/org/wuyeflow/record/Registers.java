package org.wuyeflow.record;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import org.wuyeflow.Refusal;

import org.springframework.stereotype.Service;

/**
 * All registers of the master list, in its order.
 */
@Service
public class Registers {

	private final Map<QualityForm, Register> byForm = new EnumMap<>(QualityForm.class);

	Registers(EntityManagerFactory entities) {
		Arrays.stream(QualityForm.values()).forEach((form) -> this.byForm.put(form, Register.planned(form)));
		for (EntityType<?> entity : entities.getMetamodel().getEntities()) {
			if (QualityRecord.class.isAssignableFrom(entity.getJavaType())) {
				add(Register.of(entity.getJavaType().asSubclass(QualityRecord.class)));
			}
		}
	}

	private void add(Register register) {
		Register before = this.byForm.put(register.form(), register);
		if (before != null && before.entity().isPresent()) {
			throw new IllegalStateException("Two entities hold the rows of " + register.form());
		}
	}

	public List<Register> all() {
		return List.copyOf(this.byForm.values());
	}

	/**
	 * The register with this slug.
	 * @throws Refusal (404) where there is none
	 */
	public Register get(String slug) {
		return QualityForm.ofSlug(slug).map(this.byForm::get).orElseThrow(() -> Refusal.notFound("没有这本登记簿。"));
	}

}
