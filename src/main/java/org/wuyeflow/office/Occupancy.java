package org.wuyeflow.office;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * That a customer owns a house, rents it or lives in it with the family.
 */
@Entity
public class Occupancy {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "house_id")
	private House house;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "customer_id")
	private Customer customer;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private Part part;

	private LocalDate endedOn;

	protected Occupancy() {
	}

	public House house() {
		return this.house;
	}

	public Customer customer() {
		return this.customer;
	}

	/** What the customer is to the house. */
	public Part part() {
		return this.part;
	}

	/** The day since which it is over, or null while it lasts. */
	public LocalDate endedOn() {
		return this.endedOn;
	}

	/** What a customer is to a house. */
	public enum Part {

		OWNER("业主"), TENANT("租户"), FAMILY("家属");

		private final String label;

		Part(String label) {
			this.label = label;
		}

		/** The part that goes by this Chinese word. */
		public static Optional<Part> find(String label) {
			return Arrays.stream(values()).filter((part) -> part.label.equals(label)).findFirst();
		}

		/** The Chinese word. */
		public String label() {
			return this.label;
		}

	}

}
