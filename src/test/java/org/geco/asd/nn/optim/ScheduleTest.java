package org.geco.asd.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.geco.asd.nn.optim.Ramp.Shape;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void theLearningRateOfThePaperFallsAtItsEpochs() {
        final Schedule rate = new Schedule.StepDecay(0.1, 0.1, List.of(50, 90));
        assertThat(rate.at(0)).isEqualTo(0.1);
        assertThat(rate.at(49.99)).isEqualTo(0.1);
        assertThat(rate.at(50)).isCloseTo(0.01, within(1e-15));
        assertThat(rate.at(119)).isCloseTo(0.001, within(1e-15));
    }

    @Test
    void theRampOfThePaperRisesFromEpoch30To90() {
        final Schedule ramp = new Ramp(30, 90, 10, Shape.LINEAR);
        assertThat(ramp.at(0)).isZero();
        assertThat(ramp.at(30)).isZero();
        assertThat(ramp.at(60)).isCloseTo(5, within(1e-12));
        assertThat(ramp.at(90)).isEqualTo(10);
        assertThat(ramp.at(120)).isEqualTo(10);
    }

    @Test
    void theCosineRampMeetsTheLinearOneAtItsEndsAndItsMiddle() {
        final Schedule ramp = new Ramp(2, 4, 8, Shape.COSINE);
        assertThat(ramp.at(2)).isZero();
        assertThat(ramp.at(2.5)).isLessThan(2).isPositive();
        assertThat(ramp.at(3)).isCloseTo(4, within(1e-12));
        assertThat(ramp.at(4)).isEqualTo(8);
    }

    @Test
    void aConstantIsTheSameFromTheStart() {
        assertThat(new Ramp(30, 90, 1, Shape.CONSTANT).at(0)).isEqualTo(1);
        assertThat(new Schedule.Constant(0.5).at(1e9)).isEqualTo(0.5);
    }

    @Test
    void aRampOfNoLengthIsAStep() {
        final Schedule ramp = new Ramp(3, 3, 7, Shape.LINEAR);
        assertThat(ramp.at(2.999)).isZero();
        assertThat(ramp.at(3)).isEqualTo(7);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> new Ramp(90, 30, 10, Shape.LINEAR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Schedule.StepDecay(1, 0.1, List.of(90, 50)))
            .isInstanceOf(IllegalArgumentException.class);
    }

    /** As STgram-MFN's code: CosineAnnealingLR(T_max=300, eta_min=0.1·rate), stepped after epoch 20 and later. */
    @Test
    void aLateCosineWaitsAndIsNotAtItsEndWhenTheTrainingIs() {
        final Schedule course = new RateCourse(RateCourse.Shape.LATE_COSINE, List.of(20), 0).of(1e-4, 300);
        assertThat(course.at(0)).isEqualTo(1e-4);
        assertThat(course.at(20)).isEqualTo(1e-4);
        assertThat(course.at(21)).isCloseTo(9.999753e-5, within(1e-11));
        assertThat(course.at(170)).isCloseTo(5.5e-5, within(1e-12));
        assertThat(course.at(299)).isCloseTo(1.108375e-5, within(1e-10));
    }
}
