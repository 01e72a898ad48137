package org.wuyeflow.key;

import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wuyeflow.deadline.Ladder;
import org.wuyeflow.deadline.LadderStep;
import org.wuyeflow.deadline.Limit;
import org.wuyeflow.office.Role;
import org.wuyeflow.record.FormField;

/**
 * What the table says of a loan. Clauses CP-5.3.2.D1, CP-5.3.2.D2.
 */
@Embeddable
public class LoanRule {

	@FormField("需要谁同意")
	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	@Column(length = 20)
	private Permission permission;

	@Column(length = 20)
	private String returnWithin;

	@Column(length = 20)
	private String freshAfter;

	@Column(length = 20)
	private String remindBefore;

	@Column(length = 20)
	private String recallWithin;

	@Column(length = 20)
	private String managerAfter;

	@Column(length = 20)
	private String tellOwnerWithin;

	protected LoanRule() {
	}

	/**
	 * A row of the table.
	 * @param returnWithin for how long keys may be out in one stretch, or empty where the
	 * owner's permission says it
	 * @param freshAfter how long keys must lie in the cabinet so that a new stretch
	 * begins
	 * @param remindBefore how long before the end the borrower is reminded
	 * @param recallWithin how soon keys must be back that are called back
	 * @param managerAfter how long after the end the office manager is asked to decide
	 * @param tellOwnerWithin how soon the owner is told of an emergency
	 */
	public LoanRule(Permission permission, Optional<Limit> returnWithin, Limit freshAfter, Limit remindBefore,
			Limit recallWithin, Limit managerAfter, Limit tellOwnerWithin) {
		this.permission = permission;
		this.returnWithin = returnWithin.map(Limit::toString).orElse(null);
		this.freshAfter = freshAfter.toString();
		this.remindBefore = remindBefore.toString();
		this.recallWithin = recallWithin.toString();
		this.managerAfter = managerAfter.toString();
		this.tellOwnerWithin = tellOwnerWithin.toString();
	}

	/** Whose permission it needs. */
	public Permission permission() {
		return this.permission;
	}

	Optional<Limit> returnWithin() {
		return Optional.ofNullable(this.returnWithin).map(Limit::parse);
	}

	Limit freshAfter() {
		return Limit.parse(this.freshAfter);
	}

	Limit recallWithin() {
		return Limit.parse(this.recallWithin);
	}

	Limit tellOwnerWithin() {
		return Limit.parse(this.tellOwnerWithin);
	}

	/** Who is told, or must act, on the way to the end and beyond it. */
	Ladder ladder() {
		return Ladder.of(LadderStep.beforeEnd(Limit.parse(this.remindBefore), Role.KEY_KEEPER.id(), false),
				LadderStep.of(LadderStep.AT_END, Role.CS_SUPERVISOR.id(), true),
				LadderStep.afterEnd(Limit.parse(this.managerAfter), Role.OFFICE_MANAGER.id(), true));
	}

}
