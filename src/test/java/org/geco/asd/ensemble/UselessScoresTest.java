package org.geco.asd.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.geco.asd.ensemble.HeldOut.machine;
import static org.geco.asd.ensemble.HeldOut.outcomes;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.geco.asd.common.AsdException;
import org.geco.asd.evaluation.LabelledScores;
import org.geco.asd.evaluation.Metric;
import org.junit.jupiter.api.Test;

/**
 * Scores that cannot tell anything, or are lower for anomalous clips, must not drag the combined score down, though
 * nothing in held-out normal clips gives them away.
 */
class UselessScoresTest {
    private static final int MACHINES = 8;
    private static final int HELD_OUT = 12;
    private static final int TEST = 100;
    private static final int GOOD = 3;

    /** How much higher each score is for an anomalous clip, in deviations of normal clips. */
    @FunctionalInterface
    private interface Faults {
        double[] of(int clip);
    }

    /**
     * Three kinds of fault, each of which one of three good scores hears well, as level, spectrum and texture do; then
     * a score of chance, then one that is lower for anomalous clips.
     */
    private static double[] kinds(final int clip) {
        final double[] shifts = {1, 1, 1, 0, -1.5};
        shifts[clip % GOOD] = 4;
        return shifts;
    }

    private static double[] scores(final Random random, final double[] shifts) {
        return Arrays.stream(shifts).map(shift -> shift + random.nextGaussian()).toArray();
    }

    private static double auc(final Combination combination, final Faults faults, final Double... weights)
        throws AsdException {
        final Random random = new Random(9);
        final double[] normal = new double[weights.length];
        final HeldOut heldOut = new HeldOut();
        for (int i = 0; i < MACHINES * HELD_OUT; i++) {
            heldOut.add("fan 0" + i % MACHINES, scores(random, normal));
        }
        final List<String> names = List.of("A", "B", "C", "D", "E").subList(0, weights.length);
        final ScoreEnsemble ensemble = ScoreEnsemble.learn(
            new EnsembleSettings(names, List.of(weights), combination, false), heldOut.clips());
        double sum = 0;
        for (int machine = 0; machine < MACHINES; machine++) {
            final double[][] scores = new double[2][TEST];
            for (int clip = 0; clip < 2 * TEST; clip++) {
                final double[] shifts =
                    clip % 2 == 1 ? Arrays.copyOf(faults.of(clip / 2), weights.length) : normal;
                scores[clip % 2][clip / 2] =
                    ensemble.score(machine("fan 0" + machine), outcomes(scores(random, shifts))).value();
            }
            sum += new LabelledScores(scores[0], scores[1]).metrics(0.1).of(Metric.AUC).value();
        }
        return sum / MACHINES;
    }

    @Test
    void costTheExcessLittleAndTheMeanMore() throws AsdException {
        final double[] excess = new double[GOOD];
        final double[] mean = new double[GOOD];
        for (int i = 0; i < GOOD; i++) {
            final Double[] equal = new Double[GOOD + i];
            Arrays.fill(equal, 1.0);
            excess[i] = auc(Combination.EXCESS, UselessScoresTest::kinds, equal);
            mean[i] = auc(Combination.MEAN, UselessScoresTest::kinds, equal);
        }
        assertThat(excess[0]).isGreaterThan(mean[0] - 0.01);
        assertThat(excess[0] - excess[1]).isLessThan(0.03).isLessThan(mean[0] - mean[1]);
        assertThat(excess[0] - excess[2]).isLessThan(0.03);
        assertThat(mean[0] - mean[2]).isGreaterThan(0.06);
    }

    /** One score hears faults well, the others not at all, wrongly, or half as well. */
    private static double besideALeader(final Combination combination, final Double... weights) throws AsdException {
        return auc(combination, clip -> new double[]{2, 0, -1, 1}, weights);
    }

    /** A weight of next to nothing leaves a score out, and the draws as they are. */
    @Test
    void costAScoreThatLeadsHardlyAnythingAndAGoodOneHelpsIt() throws AsdException {
        final double no = 1e-12;
        final double alone = besideALeader(Combination.MEAN, 1.0, no, no, no);
        final double chance = besideALeader(Combination.MEAN, 1.0, 0.2, no, no) - alone;
        final double belowChance = besideALeader(Combination.MEAN, 1.0, no, 0.2, no) - alone;
        final double good = besideALeader(Combination.MEAN, 1.0, no, no, 0.2) - alone;
        assertThat(chance).isGreaterThan(-0.01)
            .isGreaterThan(besideALeader(Combination.EXCESS, 1.0, 1.0, no, no) - alone + 0.02);
        assertThat(belowChance).isGreaterThan(-0.04)
            .isGreaterThan(besideALeader(Combination.EXCESS, 1.0, no, 1.0, no) - alone + 0.02);
        assertThat(good).isGreaterThan(0.008);
    }
}
