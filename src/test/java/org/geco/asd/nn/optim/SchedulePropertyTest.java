package org.geco.asd.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SchedulePropertyTest {

    private static final double EPSILON = 1e-12;

    private static List<Schedule> courses(final double rate, final int epochs, final double warmUp) {
        return Stream.of(RateCourse.Shape.values())
            .map(shape -> new RateCourse(shape, List.of(epochs / 3, epochs / 2), warmUp).of(rate, epochs)).toList();
    }

    @Property
    void aRateWithoutWarmUpStartsAtItsHighestAndNeverRises(@ForAll @DoubleRange(min = 0.01, max = 10) final double rate,
        @ForAll @IntRange(min = 3, max = 300) final int epochs, @ForAll @DoubleRange(min = 0, max = 1) final double one,
        @ForAll @DoubleRange(min = 0, max = 1) final double other) {
        for (final Schedule course : courses(rate, epochs, 0)) {
            assertThat(course.at(0)).isEqualTo(rate);
            assertThat(course.at(epochs * Math.max(one, other)))
                .isBetween(0.0, course.at(epochs * Math.min(one, other)));
        }
    }

    @Property
    void aWarmUpLowersTheStartAndLeavesTheRest(@ForAll @DoubleRange(min = 0.01, max = 10) final double rate,
        @ForAll @IntRange(min = 3, max = 300) final int epochs,
        @ForAll @DoubleRange(min = 0.1, max = 1) final double warm,
        @ForAll @DoubleRange(min = 0, max = 1) final double share) {
        final double epoch = share * epochs;
        final List<Schedule> plain = courses(rate, epochs, 0);
        final List<Schedule> warmed = courses(rate, epochs, warm * epochs);
        for (int i = 0; i < plain.size(); i++) {
            assertThat(warmed.get(i).at(0)).isCloseTo(rate * Schedule.WarmUp.FIRST, within(rate * EPSILON));
            assertThat(warmed.get(i).at(epoch)).isBetween(0.0, plain.get(i).at(epoch));
            assertThat(warmed.get(i).at(epochs)).isEqualTo(plain.get(i).at(epochs));
        }
        assertThat(new Schedule.WarmUp(new Schedule.Constant(rate), warm).at(warm / 2))
            .isCloseTo(rate * (1 + Schedule.WarmUp.FIRST) / 2, within(rate * EPSILON));
    }

    @Property
    void halfACosineIsSymmetricAboutItsMiddleAndEndsAtZero(@ForAll @DoubleRange(min = 0.01, max = 10) final double rate,
        @ForAll @DoubleRange(min = 0.5, max = 300) final double epochs,
        @ForAll @DoubleRange(min = 0, max = 0.5) final double share) {
        final Schedule course = new Schedule.CosineDecay(rate, epochs);
        assertThat(course.at(share * epochs) + course.at((1 - share) * epochs)).isCloseTo(rate, within(rate * 1e-9));
        assertThat(course.at(epochs)).isZero();
        assertThat(course.at(epochs + 1)).isZero();
    }

    @Property
    void stepsAreATenthFromEachMilestoneOn(@ForAll @IntRange(min = 0, max = 100) final int first,
        @ForAll @IntRange(min = 0, max = 100) final int more,
        @ForAll @DoubleRange(min = 0, max = 250) final double epoch) {
        final Schedule course = RateCourse.steps(List.of(first, first + more)).of(1, 250);
        final int passed = (epoch >= first ? 1 : 0) + (epoch >= first + more ? 1 : 0);
        assertThat(course.at(epoch)).isCloseTo(Math.pow(10, -passed), within(EPSILON));
    }

    @Property
    void aRampNeverFallsAndStaysBetweenZeroAndItsMaximum(@ForAll final Ramp.Shape shape,
        @ForAll @DoubleRange(min = 0, max = 100) final double start,
        @ForAll @DoubleRange(min = 0, max = 100) final double length,
        @ForAll @DoubleRange(min = 0, max = 50) final double max,
        @ForAll @DoubleRange(min = 0, max = 250) final double one,
        @ForAll @DoubleRange(min = 0, max = 250) final double other) {
        final Schedule ramp = new Ramp(start, start + length, max, shape);
        assertThat(ramp.at(Math.min(one, other))).isBetween(0.0, ramp.at(Math.max(one, other)));
        assertThat(ramp.at(start + length)).isEqualTo(max);
    }
}
