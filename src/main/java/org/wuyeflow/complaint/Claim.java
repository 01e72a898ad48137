package org.wuyeflow.complaint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.Refusal;
import org.wuyeflow.record.FormField;
import org.wuyeflow.record.Personal;

/**
 * A claim for compensation that goes with a complaint. Amounts in yuan. Clauses CC-5.5.1,
 * CC-5.5.2, CC-5.5.3.
 */
@Embeddable
public class Claim {

	@FormField("提出索赔时间")
	@Column(name = "claimed_at")
	private Instant claimedAt;

	@FormField("索赔金额（元）")
	@Column(name = "claimed_amount", precision = 12, scale = 2)
	private BigDecimal claimed;

	@FormField("索赔事实与依据")
	@Personal(Personal.Kind.TEXT)
	@Column(name = "claim_facts", length = 10000)
	private String facts;

	@FormField("索赔处理建议")
	@Personal(Personal.Kind.TEXT)
	@Column(name = "claim_proposal", length = 10000)
	private String proposal;

	@FormField("建议赔偿金额（元）")
	@Column(name = "proposed_amount", precision = 12, scale = 2)
	private BigDecimal proposed;

	@FormField("索赔意见")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(name = "claim_decision", length = 20)
	private ClaimDecision decision;

	@FormField("核定赔偿金额（元）")
	@Column(name = "decided_amount", precision = 12, scale = 2)
	private BigDecimal decided;

	@FormField("索赔意见说明")
	@Personal(Personal.Kind.TEXT)
	@Column(name = "claim_opinion", length = 10000)
	private String opinion;

	@FormField("实际赔偿金额（元）")
	@Column(name = "paid_amount", precision = 12, scale = 2)
	private BigDecimal paid;

	@FormField("索赔了结时间")
	@Column(name = "claim_settled_at")
	private Instant settledAt;

	protected Claim() {
	}

	static Claim raised(BigDecimal amount, Instant at) {
		Claim claim = new Claim();
		claim.claimedAt = at;
		claim.claimed = yuan(amount);
		return claim;
	}

	/** The same claim with another amount; what was said on it stays. */
	Claim raisedAgain(BigDecimal amount) {
		Claim claim = copy();
		claim.claimed = (amount != null) ? yuan(amount) : this.claimed;
		return claim;
	}

	Claim proposed(String onFacts, BigDecimal amount, String how) {
		open();
		Claim claim = copy();
		claim.facts = onFacts;
		claim.proposed = yuan(amount);
		claim.proposal = how;
		return claim;
	}

	Claim decided(ClaimDecision choice, BigDecimal amount, String why) {
		open();
		if (this.proposal == null) {
			throw Refusal.conflict("还没有索赔处理建议，不能提出意见。");
		}
		Claim claim = copy();
		claim.decision = choice;
		claim.decided = switch (choice) {
			case AGREED -> this.proposed;
			case CHANGED -> yuan(amount);
			case REJECTED -> yuan(BigDecimal.ZERO);
		};
		claim.opinion = why;
		return claim;
	}

	/**
	 * The claim is settled.
	 * @throws Refusal (400) where more was paid than was decided
	 */
	Claim settled(BigDecimal amount, Instant at) {
		open();
		if (this.decided == null) {
			throw Refusal.conflict("管理处经理还没有提出意见，不能了结索赔。");
		}
		if (amount.compareTo(this.decided) > 0) {
			throw new Refusal("实际赔偿金额不能超过核定金额 " + this.decided.toPlainString() + " 元；如需增加，请重新请经理提出意见。");
		}
		Claim claim = copy();
		claim.paid = yuan(amount);
		claim.settledAt = at;
		return claim;
	}

	/** To the fen, as amounts are kept and shown; null stays null. */
	static BigDecimal yuan(BigDecimal amount) {
		return (amount != null) ? amount.setScale(2, RoundingMode.HALF_UP) : null;
	}

	private void open() {
		if (!isOpen()) {
			throw Refusal.conflict("这项索赔已经了结。");
		}
	}

	private Claim copy() {
		Claim copy = new Claim();
		copy.claimedAt = this.claimedAt;
		copy.claimed = this.claimed;
		copy.facts = this.facts;
		copy.proposal = this.proposal;
		copy.proposed = this.proposed;
		copy.decision = this.decision;
		copy.decided = this.decided;
		copy.opinion = this.opinion;
		copy.paid = this.paid;
		copy.settledAt = this.settledAt;
		return copy;
	}

	/** Whether it still has to be dealt with. */
	public boolean isOpen() {
		return this.settledAt == null;
	}

	/** The amount that the customer asks for, or null where he names none. */
	public BigDecimal claimed() {
		return this.claimed;
	}

	public BigDecimal proposed() {
		return this.proposed;
	}

	public ClaimDecision decision() {
		return this.decision;
	}

	/** The amount that the office manager agreed to, or null before he did. */
	public BigDecimal decided() {
		return this.decided;
	}

	public BigDecimal paid() {
		return this.paid;
	}

	public Instant settledAt() {
		return this.settledAt;
	}

}
