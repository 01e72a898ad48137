package org.wuyeflow.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.office.House;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.QualityForm;
import org.wuyeflow.record.QualityRecord;
import org.wuyeflow.record.RecordOf;

/**
 * 顾客钥匙清单: the keys of a house to one door, in the care of the office, and all that
 * happens to them. Clauses CP-5.3.2.C, CP-5.3.2.D1, CP-5.3.2.D2, CP-6.F1, PP-5.2.
 */
@Entity
@BatchSize(size = 50)
@RecordOf(QualityForm.KEY_LIST)
public class HouseKey extends QualityRecord {

	@FormField("委托登记编号")
	@Column(nullable = false, length = 32)
	private String entrustmentSerial;

	@FormField(value = "钥匙", listed = true)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private Door door;

	@FormField(value = "数量（把）", listed = true)
	@Column(nullable = false)
	private int pieces;

	@FormField("完好情况")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(nullable = false, length = 20)
	private KeySoundness soundness;

	@FormField(value = "现在何处", listed = true)
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "key_status", nullable = false, length = 20)
	private KeyStatus status;

	@FormField("钥匙管理员")
	@Column(nullable = false, length = 100)
	private String keeperName;

	@FormField(value = "钥匙柜", listed = true)
	@Column(nullable = false, length = 30)
	private String cabinet;

	@FormField(value = "挂钩号", listed = true)
	@Column(nullable = false, length = 30)
	private String hook;

	@FormField("封签号")
	@Column(length = 30)
	private String seal;

	@FormField("交入人（前台）")
	@Column(nullable = false, length = 100)
	private String handedOverBy;

	@FormField("入柜时间")
	@Column(nullable = false)
	private Instant storedAt;

	@FormField("借用业务编号")
	@Column(length = 32)
	private String loanNumber;

	@FormField("借用人")
	@Personal(Personal.Kind.NAME)
	@Column(length = 60)
	private String borrowerName;

	@FormField("应还时间")
	private Instant dueAt;

	@FormField("交还业主时间")
	private Instant handedBackAt;

	@FormField("业主方领取人")
	@Personal(Personal.Kind.NAME)
	@Column(length = 60)
	private String handedBackTo;

	@FormField("领借用和变动记录")
	@Personal(Personal.Kind.TEXT)
	@OneToMany
	@JoinColumn(name = "house_key_id", insertable = false, updatable = false)
	@OrderBy("madeAt, id")
	private List<KeyEntry> log = new ArrayList<>();

	protected HouseKey() {
	}

	HouseKey(KeyEntrustment entrustment, House house, Door door, Staff keeper, Instant at) {
		super(entrustment.office(), entrustment.caseNumber(), house);
		this.entrustmentSerial = entrustment.serial();
		this.door = door;
		this.pieces = entrustment.keys().pieces().get(door);
		this.soundness = entrustment.keys().soundness(door);
		this.status = KeyStatus.IN_CABINET;
		this.keeperName = keeper.name();
		this.cabinet = entrustment.cabinet();
		this.hook = entrustment.hook();
		this.seal = entrustment.seal();
		this.handedOverBy = entrustment.takenByName();
		this.storedAt = at;
	}

	void lent(KeyLoan loan) {
		this.status = KeyStatus.OUT;
		this.loanNumber = loan.number();
		this.borrowerName = loan.borrower().name();
		this.dueAt = loan.dueAt();
	}

	void dueAt(Instant due) {
		this.dueAt = due;
	}

	void back() {
		this.status = KeyStatus.IN_CABINET;
		this.loanNumber = null;
		this.borrowerName = null;
		this.dueAt = null;
	}

	void missing() {
		back();
		this.status = KeyStatus.MISSING;
	}

	void writtenOff() {
		this.status = KeyStatus.WRITTEN_OFF;
		close();
	}

	void handedBack(String to, Instant at) {
		this.status = KeyStatus.HANDED_BACK;
		this.handedBackTo = to;
		this.handedBackAt = at;
		close();
	}

	void keptBy(String keeper) {
		this.keeperName = keeper;
	}

	public Door door() {
		return this.door;
	}

	/** How many keys to this door there are. */
	public int pieces() {
		return this.pieces;
	}

	public KeySoundness soundness() {
		return this.soundness;
	}

	public KeyStatus status() {
		return this.status;
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

	/** The number of the loan by which it is out, or null. */
	public String loanNumber() {
		return this.loanNumber;
	}

	/** Who has it, or null. */
	public String borrowerName() {
		return this.borrowerName;
	}

	/** When it is due back, or null. */
	public Instant dueAt() {
		return this.dueAt;
	}

	/** What happened to it, the oldest first. */
	public List<KeyEntry> log() {
		return List.copyOf(this.log);
	}

	/** As people read it: {@code 入户门（2 把）}. */
	public String shown() {
		return this.door.label() + "（" + this.pieces + " 把）";
	}

}
