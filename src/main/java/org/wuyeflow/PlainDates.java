package org.wuyeflow;

import java.sql.Types;
import java.util.List;
import java.util.Map;

import org.hibernate.jpa.boot.spi.JpaSettings;
import org.hibernate.jpa.boot.spi.TypeContributorList;
import org.hibernate.type.descriptor.jdbc.LocalDateJdbcType;

import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/**
 * Keeps a day of the calendar the day it is. Instants are stored in UTC; converted the
 * same way, a day would begin eight hours early and be stored as the day before.
 */
@Component
class PlainDates implements HibernatePropertiesCustomizer {

	@Override
	public void customize(Map<String, Object> properties) {
		TypeContributorList contributors = () -> List
			.of((types, services) -> types.contributeJdbcType(new AsItIs()));
		properties.put(JpaSettings.TYPE_CONTRIBUTORS, contributors);
	}

	private static final class AsItIs extends LocalDateJdbcType {

		@Override
		public int getJdbcTypeCode() {
			return Types.DATE;
		}

		@Override
		public int getDefaultSqlTypeCode() {
			return Types.DATE;
		}

	}

}
