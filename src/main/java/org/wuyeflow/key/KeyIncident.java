package org.wuyeflow.key;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.TimeOrderedId;

/**
 * A key is lost, damaged, perhaps copied, or not where the list says: the owner is told,
 * the lock is seen to, and the manager concludes.
 */
@Entity
public class KeyIncident implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "incident_number", nullable = false, length = 32)
	private String number;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(nullable = false)
	private UUID houseId;

	@Column(nullable = false, length = 40)
	private String houseNumber;

	@FormField("起因业务编号")
	@Column(length = 32)
	private String causeNumber;

	@FormField("异常状态")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "incident_status", nullable = false, length = 20)
	private IncidentStatus status;

	@FormField("异常种类")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private IncidentKind kind;

	@Column(nullable = false, length = 100)
	private String doors;

	@FormField("情况")
	@Personal(Personal.Kind.TEXT)
	@Column(nullable = false, length = 10000)
	private String matter;

	@Column(nullable = false)
	private Instant openedAt;

	@Column(nullable = false, length = 100)
	private String openedByName;

	@FormField("告知业主时间")
	private Instant ownerToldAt;

	@FormField("告知方式")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private ContactWay ownerToldHow;

	@FormField("业主意见")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String ownerWords;

	@FormField("处理措施")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private Remedy remedy;

	@FormField("处理情况")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String remedyText;

	@FormField("费用（元）")
	@Column(precision = 12, scale = 2)
	private BigDecimal cost;

	@FormField("费用承担")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private CostBearer costBearer;

	@FormField("处理完成时间")
	private Instant remediedAt;

	@FormField("结论")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String conclusion;

	@FormField("结案时间")
	private Instant concludedAt;

	@FormField("结案人")
	@Column(length = 100)
	private String concludedByName;

	protected KeyIncident() {
	}

	KeyIncident(String number, House house, String cause, Set<Door> doors, IncidentKind kind, String matter, Staff by,
			Instant now) {
		this.id = TimeOrderedId.next();
		this.number = number;
		this.office = house.office();
		this.houseId = house.id();
		this.houseNumber = house.number();
		this.causeNumber = cause;
		this.status = IncidentStatus.OPEN;
		this.doors = Door.stored(doors);
		this.kind = kind;
		this.matter = matter;
		this.openedAt = now;
		this.openedByName = by.name();
	}

	void ownerTold(ContactWay how, String words, Instant at) {
		move(IncidentStatus.OPEN, IncidentStatus.TOLD);
		this.ownerToldHow = how;
		this.ownerWords = words;
		this.ownerToldAt = at;
	}

	void remedied(Remedy what, String text, BigDecimal price, CostBearer bearer, Instant at) {
		move(IncidentStatus.TOLD, IncidentStatus.REMEDIED);
		this.remedy = what;
		this.remedyText = text;
		this.cost = (price != null) ? price.setScale(2, java.math.RoundingMode.HALF_UP) : null;
		this.costBearer = bearer;
		this.remediedAt = at;
	}

	void concluded(String text, Staff by, Instant at) {
		move(IncidentStatus.REMEDIED, IncidentStatus.CONCLUDED);
		this.conclusion = text;
		this.concludedByName = by.name();
		this.concludedAt = at;
	}

	private void move(IncidentStatus from, IncidentStatus to) {
		if (this.status != from) {
			throw Refusal.conflict("钥匙异常 " + this.number + " 现在是「" + this.status.label() + "」，不能这样办理；请刷新后再看。");
		}
		this.status = to;
	}

	@Override
	public UUID id() {
		return this.id;
	}

	@Override
	public String office() {
		return this.office;
	}

	@Override
	public String caseNumber() {
		return this.number;
	}

	/** The public number, such as {@code YC-2026-00003}. */
	public String number() {
		return this.number;
	}

	public UUID houseId() {
		return this.houseId;
	}

	public String houseNumber() {
		return this.houseNumber;
	}

	/** The loan, withdrawal or stock-take in which it came up, or null. */
	public String causeNumber() {
		return this.causeNumber;
	}

	public IncidentStatus status() {
		return this.status;
	}

	public Instant openedAt() {
		return this.openedAt;
	}

	public IncidentKind kind() {
		return this.kind;
	}

	/** The doors whose keys it is about. */
	public Set<Door> doors() {
		return Door.read(this.doors);
	}

	public String matter() {
		return this.matter;
	}

	public String ownerWords() {
		return this.ownerWords;
	}

	/** What was done, or null before. */
	public Remedy remedy() {
		return this.remedy;
	}

	public String remedyText() {
		return this.remedyText;
	}

	/** What it cost in yuan, or null. */
	public BigDecimal cost() {
		return this.cost;
	}

	public CostBearer costBearer() {
		return this.costBearer;
	}

}
