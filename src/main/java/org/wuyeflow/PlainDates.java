package org.wuyeflow;

import java.sql.Types;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.descriptor.jdbc.LocalDateJdbcType;

/**
 * Keeps a day of the calendar the day it is. Instants are stored in UTC; converted the
 * same way, a day would begin eight hours early and be stored as the day before.
 */
public final class PlainDates implements TypeContributor {

	@Override
	public void contribute(TypeContributions types, ServiceRegistry services) {
		types.contributeJdbcType(new AsItIs());
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
