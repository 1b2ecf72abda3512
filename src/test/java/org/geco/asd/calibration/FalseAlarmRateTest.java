package org.geco.asd.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The promise: among fresh normal clips there are as many false alarms as the rate asked for says, within the binomial
 * 95 % range. Each trial draws held-out clips and one fresh clip anew, because the rate of one threshold is a random
 * number itself (beta distributed); what is promised is its mean.
 */
class FalseAlarmRateTest {
    private static final int TRIALS = 2000;

    /** Recordings of a machine that is heard once a day. */
    private static final int A_YEAR = 365;

    /** What scores look like: of errors, of distances, and with a tail that no fit expects. */
    private enum Shape {
        NORMAL(SplittableRandom::nextGaussian), //
        GAMMA(random -> -Math.log((1 - random.nextDouble()) * (1 - random.nextDouble()))), //
        HEAVY(random -> Math.exp(1.5 * random.nextGaussian()));

        private final ToDoubleFunction<SplittableRandom> m_draw;

        Shape(final ToDoubleFunction<SplittableRandom> draw) {
            m_draw = draw;
        }

        /** Each machine has a level and a spread of its own. */
        double draw(final SplittableRandom random, final int machine) {
            return 10 * machine + (machine + 1) * m_draw.applyAsDouble(random);
        }
    }

    /** @return after how many trials there was a false alarm */
    private static BitSet falseAlarms(final Shape shape, final int machines, final int clips, final double rate) {
        final ThresholdSettings settings = new ThresholdSettings("score", rate, FewClips.POOL_WITH_TYPE);
        final SplittableRandom random = new SplittableRandom(9);
        final BitSet alarms = new BitSet();
        for (int trial = 0; trial < TRIALS; trial++) {
            final List<double[]> heldOut = new ArrayList<>();
            for (int machine = 0; machine < machines; machine++) {
                final int m = machine;
                heldOut.add(random.doubles(clips).map(x -> shape.draw(random, m)).sorted().toArray());
            }
            final int judged = trial % machines;
            final MachineThreshold threshold =
                MachineThreshold.of(heldOut.get(judged), settings, new TypePool(heldOut));
            alarms.set(trial, threshold.isAnomalous(shape.draw(random, judged)).value());
        }
        return alarms;
    }

    /** @return the ends of the binomial 95 % range of the number of false alarms */
    private static int[] range(final int clips, final double rate) {
        final BinomialDistribution alarms = new BinomialDistribution(null, clips, rate);
        return new int[]{alarms.inverseCumulativeProbability(0.025), alarms.inverseCumulativeProbability(0.975)};
    }

    private static void assertKept(final BitSet alarms, final double rate) {
        assertThat(alarms.get(0, A_YEAR).cardinality()).isBetween(range(A_YEAR, rate)[0], range(A_YEAR, rate)[1]);
        assertThat(alarms.cardinality()).isLessThanOrEqualTo(range(TRIALS, rate)[1]);
    }

    @ParameterizedTest
    @CsvSource({"NORMAL,20,0.05", "NORMAL,50,0.05", "NORMAL,200,0.05", "NORMAL,20,0.1", "NORMAL,50,0.1",
        "NORMAL,200,0.1", "NORMAL,200,0.01", "GAMMA,20,0.05", "GAMMA,50,0.05", "GAMMA,200,0.05", "GAMMA,20,0.1",
        "GAMMA,50,0.1", "GAMMA,200,0.1", "HEAVY,20,0.1", "HEAVY,50,0.1", "HEAVY,200,0.1"})
    void isTheOneThatWasAskedForWhateverTheScoresLookLike(final Shape shape, final int clips, final double rate) {
        final BitSet alarms = falseAlarms(shape, 1, clips, rate);
        assertKept(alarms, rate);
        final int[] exactly = range(TRIALS, Math.floor(rate * (clips + 1)) / (clips + 1));
        assertThat(alarms.cardinality()).isBetween(exactly[0], exactly[1]);
    }

    /** Four machines of a type with five clips each: alone they could promise 0.167. */
    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "GAMMA"})
    void isKeptByMachinesOfATypeThatHaveTooFewClipsAlone(final Shape shape) {
        assertKept(falseAlarms(shape, 4, 5, 0.05), 0.05);
    }

    /** Pooling assumes that a type's scores differ by level and spread only; its errors are on the safe side. */
    @ParameterizedTest
    @EnumSource
    void isNotExceededByAPoolOfThreeClipsAMachine(final Shape shape) {
        assertThat(falseAlarms(shape, 4, 3, 0.1).cardinality()).isLessThanOrEqualTo(range(TRIALS, 0.1)[1]);
    }
}
