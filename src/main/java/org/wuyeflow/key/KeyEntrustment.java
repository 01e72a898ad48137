package org.wuyeflow.key;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.Refusal;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.FormPart;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.QualityRecord;
import org.wuyeflow.record.RecordOf;

/**
 * 顾客委托钥匙登记表: an owner entrusts keys to the office, from the counter to the day on which
 * he has them back. Clauses CP-5.2.2, CP-5.3.1, CP-5.3.2.A, CP-5.3.2.B, CP-5.4, CP-6.F2.
 */
@Entity
@RecordOf(QualityForm.KEY_ENTRUSTMENT)
public class KeyEntrustment extends QualityRecord {

	@FormField(value = "委托状态", listed = true)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "entrustment_status", nullable = false, length = 20)
	private EntrustmentStatus status;

	@FormField(value = "委托人", listed = true)
	@Personal(Personal.Kind.NAME)
	@Column(nullable = false, length = 60)
	private String customerName;

	@FormField("联系电话")
	@Personal(Personal.Kind.PHONE)
	@Column(length = 20)
	private String customerPhone;

	@FormPart
	@Embedded
	@AttributeOverride(name = "kind", column = @Column(name = "customer_identity_kind", nullable = false, length = 20))
	@AttributeOverride(name = "lastFour",
			column = @Column(name = "customer_identity_last_four", nullable = false, length = 4))
	private Identity customerIdentity;

	@FormField("属于管理方案范围")
	@Column(nullable = false)
	private boolean withinScheme;

	@FormField("不属于范围的解释")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String explanation;

	@FormField("委托书编号")
	@Column(length = 60)
	private String letterNumber;

	@FormPart
	@Embedded
	private EntrustedKeys keys;

	@FormField("委托事项")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String purpose;

	@FormField(value = "委托有效期至", listed = true)
	private LocalDate validUntil;

	@FormField("批准")
	private Boolean approved;

	@FormField("审批意见")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String approvalOpinion;

	@FormField("审批人")
	@Column(length = 100)
	private String approverName;

	@FormField("审批依据")
	@Column(length = 100)
	private String approverAuthority;

	@FormField("审批时间")
	private Instant approvedAt;

	@FormField("未批准的说明")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String toldRefusal;

	@FormField("业主签字时间")
	private Instant signedAt;

	@Column(length = 64)
	private String takenById;

	@FormField("收钥匙人（前台）")
	@Column(length = 100)
	private String takenByName;

	@FormField("入柜时间")
	private Instant storedAt;

	@FormField("钥匙管理员")
	@Column(length = 100)
	private String keeperName;

	@FormField("钥匙柜")
	@Column(length = 30)
	private String cabinet;

	@FormField("挂钩号")
	@Column(length = 30)
	private String hook;

	@FormField("封签号")
	@Column(length = 30)
	private String seal;

	@FormField("期满催领情况")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String chaseText;

	private Instant chaseAt;

	@FormField("取回业务编号")
	@Column(length = 32)
	private String withdrawalNumber;

	@FormField("取回原因")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private WithdrawalReason withdrawalReason;

	@FormField("取回人")
	@Personal(Personal.Kind.NAME)
	@Column(length = 60)
	private String withdrawnBy;

	@FormField("取回人证件")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 60)
	private String withdrawerIdentity;

	@FormField("代领委托书编号")
	@Column(length = 60)
	private String proxyLetter;

	@FormField("交还时间")
	private Instant handedBackAt;

	@FormField("交还人")
	@Column(length = 100)
	private String handedBackBy;

	@FormField("交还数量（把）")
	private Integer handedBackPieces;

	protected KeyEntrustment() {
	}

	KeyEntrustment(String number, EntrustmentIntake intake, House house, KeyEntrustment.Scheme scheme) {
		super(intake.office(), number, house);
		this.customerName = intake.customerName();
		this.customerPhone = intake.customerPhone();
		this.customerIdentity = intake.identity();
		this.withinScheme = scheme.within();
		this.explanation = scheme.explanation();
		this.letterNumber = intake.letterNumber();
		this.keys = intake.keys();
		this.purpose = intake.purpose();
		this.validUntil = intake.validUntil();
		this.status = scheme.within() ? EntrustmentStatus.APPLIED : EntrustmentStatus.OUTSIDE_SCHEME;
	}

	void decided(boolean agreed, String opinion, Staff by, String authority, Instant at) {
		require(EntrustmentStatus.APPLIED);
		this.status = agreed ? EntrustmentStatus.APPROVED : EntrustmentStatus.REFUSED;
		this.approved = agreed;
		this.approvalOpinion = opinion;
		this.approverName = by.name();
		this.approverAuthority = authority;
		this.approvedAt = at;
	}

	void refusalTold(String how) {
		require(EntrustmentStatus.REFUSED);
		this.toldRefusal = how;
	}

	void signed(Staff taker, Instant at) {
		require(EntrustmentStatus.APPROVED);
		this.status = EntrustmentStatus.SIGNED;
		this.takenById = taker.id();
		this.takenByName = taker.name();
		this.signedAt = at;
	}

	void stored(Place place, Staff keeper, Instant at, Instant chase) {
		require(EntrustmentStatus.SIGNED);
		if (keeper.id().equals(this.takenById)) {
			throw Refusal.forbidden("交接要由两个人签认：从业主手里收钥匙的人不能自己入柜，请由另一位钥匙管理员接收。");
		}
		this.status = EntrustmentStatus.KEPT;
		this.cabinet = place.cabinet();
		this.hook = place.hook();
		this.seal = place.seal();
		this.keeperName = keeper.name();
		this.storedAt = at;
		this.chaseAt = chase;
	}

	void chased(String text, LocalDate until) {
		require(EntrustmentStatus.KEPT);
		this.chaseText = (this.chaseText != null) ? this.chaseText + "\n" + text : text;
		this.validUntil = (until != null) ? until : this.validUntil;
	}

	void chaseAt(Instant next) {
		this.chaseAt = next;
	}

	void withdrawing(String number, Withdrawal withdrawal) {
		require(EntrustmentStatus.KEPT);
		if (this.withdrawalNumber != null) {
			throw Refusal.conflict("这户的钥匙已在办理取回（" + this.withdrawalNumber + "），请到「交还钥匙」任务里办理。");
		}
		this.withdrawalNumber = number;
		this.withdrawalReason = withdrawal.reason();
		this.withdrawnBy = withdrawal.by();
		this.withdrawerIdentity = withdrawal.identity().shown();
		this.proxyLetter = withdrawal.proxyLetter();
	}

	void ended(int pieces, Staff by, Instant at) {
		require(EntrustmentStatus.KEPT);
		this.status = EntrustmentStatus.ENDED;
		this.handedBackPieces = pieces;
		this.handedBackBy = by.name();
		this.handedBackAt = at;
	}

	private void require(EntrustmentStatus expected) {
		if (this.status != expected) {
			throw Refusal.conflict("钥匙委托 " + caseNumber() + " 现在是「" + this.status.label() + "」，不能这样办理；请刷新后再看。");
		}
	}

	public EntrustmentStatus status() {
		return this.status;
	}

	public String customerName() {
		return this.customerName;
	}

	/** The owner's telephone, or null. */
	public String customerPhone() {
		return this.customerPhone;
	}

	public Identity customerIdentity() {
		return this.customerIdentity;
	}

	/** What the owner was told where the scheme does not cover it, or null. */
	public String explanation() {
		return this.explanation;
	}

	public String letterNumber() {
		return this.letterNumber;
	}

	/** The keys, or null where the scheme does not cover them. */
	public EntrustedKeys keys() {
		return this.keys;
	}

	public String purpose() {
		return this.purpose;
	}

	/** The last day on which the office keeps the keys. */
	public LocalDate validUntil() {
		return this.validUntil;
	}

	/** Who approved or refused it, or null before. */
	public String approverName() {
		return this.approverName;
	}

	/** By what right he decided it. Clause CP-5.2.2. */
	public String approverAuthority() {
		return this.approverAuthority;
	}

	public String approvalOpinion() {
		return this.approvalOpinion;
	}

	/** Who took the keys from the owner, or null before. */
	public String takenByName() {
		return this.takenByName;
	}

	public String keeperName() {
		return this.keeperName;
	}

	public String cabinet() {
		return this.cabinet;
	}

	public String hook() {
		return this.hook;
	}

	public String seal() {
		return this.seal;
	}

	/** When the owner is asked to take them back, or null before they are stored. */
	public Instant chaseAt() {
		return this.chaseAt;
	}

	/** What came of asking him so far, or null. */
	public String chaseText() {
		return this.chaseText;
	}

	public WithdrawalReason withdrawalReason() {
		return this.withdrawalReason;
	}

	/** Who takes them back, or null. */
	public String withdrawnBy() {
		return this.withdrawnBy;
	}

	/** What he has proved who he is by, or null. */
	public String withdrawerIdentity() {
		return this.withdrawerIdentity;
	}

	public Instant handedBackAt() {
		return this.handedBackAt;
	}

	/**
	 * Whether the office's scheme covers it.
	 *
	 * @param within whether it does
	 * @param explanation what the owner was told where it does not
	 */
	record Scheme(boolean within, String explanation) {
	}

}
