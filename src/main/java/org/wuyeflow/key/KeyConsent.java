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
import org.wuyeflow.office.House;
import org.wuyeflow.office.Staff;
import org.wuyeflow.record.Audited;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;
import org.wuyeflow.record.TimeOrderedId;

/**
 * An owner is asked, before it is used, for one use of his key: for what, by whom, when,
 * with whom; and what he answers. Clause CP-5.3.2.D2.
 */
@Entity
public class KeyConsent implements Audited {

	@Id
	private UUID id;

	@Version
	private Integer version;

	@Column(name = "consent_number", nullable = false, length = 32)
	private String number;

	@Column(name = "office_id", nullable = false, length = 64)
	private String office;

	@Column(nullable = false)
	private UUID houseId;

	@Column(nullable = false, length = 40)
	private String houseNumber;

	@FormField("借用业务编号")
	@Column(length = 32)
	private String loanNumber;

	@Column(nullable = false)
	private Instant askedAt;

	@Column(nullable = false, length = 100)
	private String askedByName;

	@FormField("用途")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "use_purpose", nullable = false, length = 20)
	private UsePurpose purpose;

	@FormField("用途说明")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String purposeText;

	@FormField("进入人")
	@Personal(Personal.Kind.NAME)
	@Column(nullable = false, length = 100)
	private String enterer;

	@FormField("进入时间起")
	@Column(nullable = false)
	private Instant enterFrom;

	@FormField("进入时间止")
	@Column(nullable = false)
	private Instant enterUntil;

	@FormField("物业人员陪同")
	@Column(nullable = false)
	private boolean accompanied;

	@FormField("最迟答复时间")
	private Instant answerBy;

	private Boolean witnessNeeded;

	@Column(length = 64)
	private String tokenHash;

	@FormField("答复页有效至")
	private Instant tokenUntil;

	@FormField("业主答复")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 30)
	private ConsentAnswer answer;

	@FormField("答复方式")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "answer_way", length = 20)
	private ContactWay way;

	@FormField("答复时间")
	private Instant answeredAt;

	@FormField("业主提出的条件")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String conditions;

	@FormField("业主原话")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String ownerWords;

	@FormField("拨打的号码")
	@Personal(Personal.Kind.PHONE)
	@Column(length = 20)
	private String numberDialled;

	@FormField("见证人")
	@Personal(Personal.Kind.NAME)
	@Column(length = 60)
	private String witness;

	@FormField("记录人")
	@Column(length = 100)
	private String recordedByName;

	@FormField("答复来自地址")
	@Personal(Personal.Kind.IDENTITY)
	@Column(length = 64)
	private String answerAddress;

	@FormField("未联系上的次数")
	@Column(nullable = false)
	private int attempts;

	@FormField("撤回时间")
	private Instant withdrawnAt;

	@FormField("撤回说明")
	@Personal(Personal.Kind.TEXT)
	@Column(length = 10000)
	private String withdrawalWords;

	protected KeyConsent() {
	}

	KeyConsent(String number, House house, KeyUse use, Staff by, Instant now) {
		this.id = TimeOrderedId.next();
		this.number = number;
		this.office = house.office();
		this.houseId = house.id();
		this.houseNumber = house.number();
		this.loanNumber = use.loanNumber();
		this.askedAt = now;
		this.askedByName = by.name();
		this.purpose = use.purpose();
		this.purposeText = use.purposeText();
		this.enterer = use.enterer();
		this.enterFrom = use.from();
		this.enterUntil = use.until();
		this.accompanied = use.accompanied();
	}

	void limited(Instant latest, boolean witness) {
		this.answerBy = latest;
		this.witnessNeeded = witness;
	}

	/** Until when silence is not a refusal, where that has moved. */
	void answerBy(Instant latest) {
		if (this.answer == null) {
			this.answerBy = latest;
			this.tokenUntil = (this.tokenHash != null) ? latest : null;
		}
	}

	void linked(String hash) {
		requireOpen();
		this.tokenHash = hash;
		this.tokenUntil = this.answerBy;
	}

	void notReached() {
		requireOpen();
		this.attempts++;
	}

	void answered(Answer given, Staff recorder, Instant at) {
		requireOpen();
		if (given.answer().allows() && given.way() != ContactWay.PAGE && Boolean.TRUE.equals(this.witnessNeeded)
				&& given.witness() == null) {
			throw new Refusal("业主不在场、也没有物业人员陪同时进入，要有第二人见证，请填写「见证人」。");
		}
		this.answer = given.answer();
		this.way = given.way();
		this.conditions = given.conditions();
		this.ownerWords = given.words();
		this.numberDialled = given.numberDialled();
		this.witness = given.witness();
		this.answerAddress = given.address();
		this.recordedByName = (given.way() == ContactWay.PAGE) ? "业主本人" : recorder.name();
		this.answeredAt = at;
		this.tokenHash = null;
	}

	void silent(Instant at) {
		requireOpen();
		this.answer = ConsentAnswer.SILENT;
		this.answeredAt = at;
		this.tokenHash = null;
	}

	void withdrawn(String words, Instant at) {
		this.withdrawnAt = at;
		this.withdrawalWords = words;
	}

	/** A loan uses it up, or leaves it for another where it is null. */
	void usedBy(String loan) {
		this.loanNumber = loan;
	}

	private void requireOpen() {
		if (this.answer != null) {
			throw Refusal.conflict("业主已经答复：" + this.answer.label() + "。请刷新后再看。");
		}
	}

	/** Whether the key may be used at this moment. */
	public boolean covers(Instant moment) {
		return this.answer != null && this.answer.allows() && this.withdrawnAt == null
				&& moment.isBefore(this.enterUntil);
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

	/** The public number, such as {@code TY-2026-00007}. */
	public String number() {
		return this.number;
	}

	public UUID houseId() {
		return this.houseId;
	}

	public String houseNumber() {
		return this.houseNumber;
	}

	/** The loan that it is for, or null where the owner was asked beforehand. */
	public String loanNumber() {
		return this.loanNumber;
	}

	public Instant askedAt() {
		return this.askedAt;
	}

	public UsePurpose purpose() {
		return this.purpose;
	}

	public String purposeText() {
		return this.purposeText;
	}

	/** Who shall enter. */
	public String enterer() {
		return this.enterer;
	}

	public Instant enterFrom() {
		return this.enterFrom;
	}

	public Instant enterUntil() {
		return this.enterUntil;
	}

	public boolean accompanied() {
		return this.accompanied;
	}

	/** Until when silence is not yet a refusal. */
	public Instant answerBy() {
		return this.answerBy;
	}

	/** What he answered, or null before. */
	public ConsentAnswer answer() {
		return this.answer;
	}

	/** How he answered, or null. */
	public ContactWay way() {
		return this.way;
	}

	public Instant answeredAt() {
		return this.answeredAt;
	}

	public String conditions() {
		return this.conditions;
	}

	public String ownerWords() {
		return this.ownerWords;
	}

	public String witness() {
		return this.witness;
	}

	/** The network address that an answer on the page came from, or null. */
	public String answerAddress() {
		return this.answerAddress;
	}

	/** How often he was not reached. */
	public int attempts() {
		return this.attempts;
	}

	/** When he took it back, or null. */
	public Instant withdrawnAt() {
		return this.withdrawnAt;
	}

	/**
	 * What an owner answers, and how it became known.
	 *
	 * @param answer what
	 * @param way how
	 * @param conditions on what conditions, or null
	 * @param words what he said, or null
	 * @param numberDialled the number dialled, or null
	 * @param witness who heard it too, or null
	 * @param address the network address of an answer on the page, or null
	 */
	public record Answer(ConsentAnswer answer, ContactWay way, String conditions, String words, String numberDialled,
			String witness, String address) {
	}

}
