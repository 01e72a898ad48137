package org.wuyeflow.complaint.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;

import org.wuyeflow.record.Labelled;

/**
 * A share of cases, in percent to one decimal, half up; a dash where nothing is there to
 * be shared.
 */
public enum Rate implements Labelled {

	/** Of the first answers decided in the period, those in time. */
	ANSWER("响应率", "按时首次答复 ÷（按时＋未按时首次答复）；在本期内有了首次答复或过了答复时间的，各计一次", EnumSet.of(Figure.ANSWERED_IN_TIME),
			EnumSet.of(Figure.ANSWERED_IN_TIME, Figure.ANSWERED_LATE)),

	/** Of the cases that were to be handled in the period, those closed at its end. */
	SOLUTION("解决率", "本期办结 ÷（上期未办结＋本期收到＋本期重新处理）", EnumSet.of(Figure.CLOSED),
			EnumSet.of(Figure.CARRIED, Figure.RECEIVED, Figure.REOPENED)),

	/** Of the answers to a result in the period, those content with it. */
	SATISFACTION("满意率", "（满意＋接受）÷（满意＋接受＋不满意）；按本期内最后一次答复计，无法联系的不计", EnumSet.of(Figure.SATISFIED, Figure.ACCEPTED),
			EnumSet.of(Figure.SATISFIED, Figure.ACCEPTED, Figure.DISSATISFIED)),

	/** Of the limits decided in the period, those kept. */
	PUNCTUALITY("按时率", "按时得出结果 ÷（按时得出结果＋超过时限）；到期还没有结果的计为超过时限", EnumSet.of(Figure.LIMIT_KEPT),
			EnumSet.of(Figure.LIMIT_KEPT, Figure.LIMIT_MISSED));

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final String label;

	private final String definition;

	private final Set<Figure> part;

	private final Set<Figure> whole;

	Rate(String label, String definition, Set<Figure> part, Set<Figure> whole) {
		this.label = label;
		this.definition = definition;
		this.part = part;
		this.whole = whole;
	}

	@Override
	public String label() {
		return this.label;
	}

	/** How it is counted, in Chinese. */
	public String definition() {
		return this.definition;
	}

	/** The rate with what it was counted from: {@code 83.3%（5/6）}, or {@code –}. */
	public String of(Figures figures) {
		int all = sum(this.whole, figures);
		if (all == 0) {
			return "–";
		}
		int counted = sum(this.part, figures);
		BigDecimal percent = BigDecimal.valueOf(counted)
			.multiply(HUNDRED)
			.divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
		return percent.stripTrailingZeros().toPlainString() + "%（" + counted + "/" + all + "）";
	}

	private static int sum(Set<Figure> figures, Figures counts) {
		return figures.stream().mapToInt(counts::of).sum();
	}

}
