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
 * nothing in held-out normal clips gives them away. Three kinds of fault, each of which one of three good scores hears
 * well, as level, spectrum and texture do.
 */
class UselessScoresTest {
    private static final int MACHINES = 8;
    private static final int HELD_OUT = 12;
    private static final int TEST = 100;
    private static final int GOOD = 3;

    /** Good scores, then one of chance, then one that is lower for anomalous clips. */
    private static double[] scores(final Random random, final boolean anomalous, final int kind) {
        final double[] scores = new double[GOOD + 2];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextGaussian();
        }
        if (anomalous) {
            for (int i = 0; i < GOOD; i++) {
                scores[i] += i == kind ? 4 : 1;
            }
            scores[GOOD + 1] -= 1.5;
        }
        return scores;
    }

    private static double auc(final Combination combination, final int columns) throws AsdException {
        final Random random = new Random(9);
        final HeldOut heldOut = new HeldOut();
        for (int i = 0; i < MACHINES * HELD_OUT; i++) {
            heldOut.add("fan 0" + i % MACHINES, Arrays.copyOf(scores(random, false, 0), columns));
        }
        final List<String> names = List.of("A", "B", "C", "chance", "below chance").subList(0, columns);
        final ScoreEnsemble ensemble = ScoreEnsemble.learn(
            new EnsembleSettings(names, names.stream().map(n -> 1.0).toList(), combination, false), heldOut.clips());
        double sum = 0;
        for (int machine = 0; machine < MACHINES; machine++) {
            final double[][] scores = new double[2][TEST];
            for (int clip = 0; clip < 2 * TEST; clip++) {
                scores[clip % 2][clip / 2] = ensemble.score(machine("fan 0" + machine),
                    outcomes(Arrays.copyOf(scores(random, clip % 2 == 1, clip / 2 % GOOD), columns))).value();
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
            excess[i] = auc(Combination.EXCESS, GOOD + i);
            mean[i] = auc(Combination.MEAN, GOOD + i);
        }
        assertThat(excess[0]).isGreaterThan(mean[0] - 0.01);
        assertThat(excess[0] - excess[1]).isLessThan(0.03).isLessThan(mean[0] - mean[1]);
        assertThat(excess[0] - excess[2]).isLessThan(0.03);
        assertThat(mean[0] - mean[2]).isGreaterThan(0.06);
    }
}
