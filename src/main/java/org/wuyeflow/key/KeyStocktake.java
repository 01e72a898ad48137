package org.wuyeflow.key;

import java.time.Instant;
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
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.TimeOrderedId;

/**
 * The keys in an office's cabinet are counted against the list, each month and whenever
 * another keeper takes over. Clause CP-5.3.2.C.
 */
@Entity
public class KeyStocktake implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "stocktake_number", nullable = false, length = 32)
	private String number;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@FormField("盘点原因")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private StocktakeReason reason;

	@FormField("新钥匙管理员")
	@Column(length = 60)
	private String newKeeper;

	@Column(nullable = false)
	private Instant openedAt;

	@FormField("清单在柜（把）")
	private Integer listedPieces;

	@FormField("实际点到（把）")
	private Integer countedPieces;

	@FormField("不符（处）")
	@Column(nullable = false)
	private int differences;

	@FormField("盘点完成时间")
	private Instant countedAt;

	@Column(length = 64)
	private String countedById;

	@FormField("盘点人（交出人）")
	@Column(length = 100)
	private String countedByName;

	@FormField("盘点说明")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String countRemark;

	@FormField("接管时间")
	private Instant takenOverAt;

	@FormField("监交记录人")
	@Column(length = 100)
	private String takenOverRecordedBy;

	protected KeyStocktake() {
	}

	KeyStocktake(String number, String office, StocktakeReason reason, String newKeeper, Instant now) {
		this.id = TimeOrderedId.next();
		this.number = number;
		this.office = office;
		this.reason = reason;
		this.newKeeper = newKeeper;
		this.openedAt = now;
	}

	void differs() {
		requireOpen();
		this.differences++;
	}

	/**
	 * The cabinet was counted.
	 * @param listed how many pieces the list says are in it, without those that are being
	 * looked for
	 * @throws Refusal (409) where the numbers differ
	 */
	void counted(int listed, int counted, String remark, Staff by, Instant at) {
		requireOpen();
		if (listed != counted) {
			throw Refusal
				.conflict("清单上在柜 " + listed + " 把，您点到 " + counted + " 把。请对照「钥匙柜」页逐一核对，把每一处不符先登记为「发现不符」，再完成盘点。");
		}
		this.listedPieces = listed;
		this.countedPieces = counted;
		this.countRemark = remark;
		this.countedById = by.id();
		this.countedByName = by.name();
		this.countedAt = at;
	}

	void takenOver(Staff by, Instant at) {
		if (by.id().equals(this.countedById)) {
			throw Refusal.forbidden("交接要由两个人签认：盘点交出的人不能自己接收，请由新钥匙管理员或主管办理。");
		}
		this.takenOverAt = at;
		this.takenOverRecordedBy = by.name();
	}

	private void requireOpen() {
		if (this.countedAt != null) {
			throw Refusal.conflict("盘点 " + this.number + " 已经完成。");
		}
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

	/** The public number, such as {@code PD-2026-00003}. */
	public String number() {
		return this.number;
	}

	public StocktakeReason reason() {
		return this.reason;
	}

	/** Who takes over, or null. */
	public String newKeeper() {
		return this.newKeeper;
	}

	public Instant openedAt() {
		return this.openedAt;
	}

	/** How many differences were found. */
	public int differences() {
		return this.differences;
	}

	/** When it was finished, or null before. */
	public Instant countedAt() {
		return this.countedAt;
	}

	public Integer countedPieces() {
		return this.countedPieces;
	}

	public String countedBy() {
		return this.countedByName;
	}

}
