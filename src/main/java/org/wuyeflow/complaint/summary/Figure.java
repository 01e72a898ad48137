package org.wuyeflow.complaint.summary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.wuyeflow.complaint.ComplainantAnswer;
import org.wuyeflow.complaint.Origin;
import org.wuyeflow.record.Labelled;

/**
 * What a summary counts. Each is a count of {@link SummaryCase cases}, and
 * {@code CARRIED + RECEIVED + REOPENED = CLOSED + OPEN}.
 */
public enum Figure implements Labelled {

	CARRIED("上期未办结", (one) -> one.came() == Coming.CARRIED),

	RECEIVED("本期收到", (one) -> one.came() == Coming.RECEIVED),

	REOPENED("本期重新处理", (one) -> one.came() == Coming.REOPENED),

	CLOSED("本期办结", SummaryCase::closed),

	OPEN("期末未办结", (one) -> !one.closed()),

	TO_COMPANY("投诉到公司", received(Origin.COMPANY)),

	TO_GROUP("投诉到集团（上级公司）", received(Origin.GROUP)),

	TO_MEDIA("投诉到媒体", received(Origin.MEDIA)),

	TO_GOVERNMENT("投诉到政府部门", received(Origin.GOVERNMENT)),

	ANSWERED_IN_TIME("按时首次答复", (one) -> Boolean.TRUE.equals(one.answeredInTime())),

	ANSWERED_LATE("未按时首次答复", (one) -> Boolean.FALSE.equals(one.answeredInTime())),

	LIMIT_KEPT("按时得出结果", (one) -> Boolean.TRUE.equals(one.limitKept())),

	LIMIT_MISSED("超过时限", (one) -> Boolean.FALSE.equals(one.limitKept())),

	SATISFIED("满意", answered(ComplainantAnswer.SATISFIED)),

	ACCEPTED("接受", answered(ComplainantAnswer.ACCEPTED)),

	DISSATISFIED("不满意", answered(ComplainantAnswer.DISSATISFIED));

	private final String label;

	private final Predicate<SummaryCase> counts;

	Figure(String label, Predicate<SummaryCase> counts) {
		this.label = label;
		this.counts = counts;
	}

	private static Predicate<SummaryCase> received(Origin origin) {
		return (one) -> one.came() == Coming.RECEIVED && one.origin() == origin;
	}

	private static Predicate<SummaryCase> answered(ComplainantAnswer answer) {
		return (one) -> one.answer() == answer;
	}

	/** The figure that an address names. */
	static Optional<Figure> find(String slug) {
		return Arrays.stream(values()).filter((figure) -> figure.slug().equals(slug)).findFirst();
	}

	/** The name in addresses: {@code limit-missed}. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Whether this case is one of those it counts. */
	public boolean counts(SummaryCase one) {
		return this.counts.test(one);
	}

	@Override
	public String label() {
		return this.label;
	}

}
