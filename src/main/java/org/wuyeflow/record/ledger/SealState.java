package org.wuyeflow.record.ledger;

/**
 * Whether a record's changes are sealed, as its page says it.
 *
 * @param kind what is the case
 * @param sentence the Chinese sentence
 */
public record SealState(Kind kind, String sentence) {

	static SealState sealed(long block) {
		return new SealState(Kind.SEALED, "第 " + block + " 块已封存，签名有效");
	}

	static SealState waiting(boolean tooLong) {
		return tooLong ? new SealState(Kind.BROKEN, "超过一分钟未能封存，请告知审计员和系统管理员")
				: new SealState(Kind.WAITING, "尚未封存（2 秒内）");
	}

	static SealState broken(Long block) {
		return new SealState(Kind.BROKEN, ((block != null) ? "第 " + block + " 块封存校验不符" : "封存校验不符") + "，请立即告知审计员");
	}

	/** What is the case. */
	public enum Kind {

		/** Sealed, and what the database holds is what was sealed. */
		SEALED,

		/** Just written. */
		WAITING,

		/** Not what was sealed, or not sealed in time. */
		BROKEN

	}

}
