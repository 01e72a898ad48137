package org.wuyeflow.complaint.summary;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {

	@Test
	void rateNamesWhatItWasCountedFrom() {
		assertThat(Rate.ANSWER.of(figures(Figure.ANSWERED_IN_TIME, 5, Figure.ANSWERED_LATE, 1)))
			.isEqualTo("83.3%（5/6）");
		assertThat(Rate.PUNCTUALITY.of(figures(Figure.LIMIT_KEPT, 2, Figure.LIMIT_MISSED, 1))).isEqualTo("66.7%（2/3）");
		assertThat(
				Rate.SOLUTION.of(figures(Figure.CARRIED, 1, Figure.RECEIVED, 2, Figure.REOPENED, 1, Figure.CLOSED, 4)))
			.isEqualTo("100%（4/4）");
		assertThat(Rate.SATISFACTION.of(figures(Figure.SATISFIED, 1, Figure.ACCEPTED, 1, Figure.DISSATISFIED, 6)))
			.isEqualTo("25%（2/8）");
		assertThat(Rate.SATISFACTION.of(figures(Figure.DISSATISFIED, 3))).isEqualTo("0%（0/3）");
	}

	@Test
	void rateOfNothingIsADash() {
		for (Rate rate : Rate.values()) {
			assertThat(rate.of(Figures.of(List.of()))).isEqualTo("–");
		}
	}

	@Test
	void figuresAreReadAsTheyWereKept() {
		Figures kept = figures(Figure.CARRIED, 3, Figure.LIMIT_MISSED, 12);

		Figures read = Figures.parse(kept.stored());

		assertThat(kept.stored()).isEqualTo("CARRIED=3 LIMIT_MISSED=12");
		assertThat(read).isEqualTo(kept);
		assertThat(read.of(Figure.OPEN)).isZero();
	}

	@Test
	void figureIsFoundByItsAddress() {
		for (Figure figure : Figure.values()) {
			assertThat(Figure.find(figure.slug())).hasValue(figure);
		}
		assertThat(Figure.find("no-such-figure")).isEmpty();
	}

	private static Figures figures(Object... pairs) {
		Map<Figure, Integer> counts = new EnumMap<>(Figure.class);
		for (int i = 0; i < pairs.length; i += 2) {
			counts.put((Figure) pairs[i], (Integer) pairs[i + 1]);
		}
		return new Figures(counts);
	}

}
