package org.geco.asd.outlier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.geco.asd.common.Outcome;

/**
 * What the scores of a vector's parts are multiplied by before they are added: one over their deviation over the normal
 * clips of all machines of a type, each around its own mean, so that no part outweighs the others by its unit.
 */
final class PartWeights {
    private PartWeights() {
    }

    /**
     * @param machines what was learned of each part of each machine of a type
     * @param parts number of parts
     * @return the weights; all the same if there are too few clips to tell the deviations
     */
    static double[] of(final Collection<List<Learnt>> machines, final int parts) {
        final double[] weights = new double[parts];
        if (parts > 1) {
            Arrays.setAll(weights, part -> 1 / (parts * deviation(machines, part)));
        }
        if (parts == 1 || !Arrays.stream(weights).allMatch(weight -> Double.isFinite(weight) && weight > 0)) {
            Arrays.fill(weights, 1.0 / parts);
        }
        return Vectors.stored(weights)[0];
    }

    private static double deviation(final Collection<List<Learnt>> machines, final int part) {
        double squares = 0;
        int freedom = 0;
        for (final List<Learnt> machine : machines) {
            final List<double[]> scores = new ArrayList<>();
            machine.get(part).leaveOneOut().stream().filter(Outcome::isPresent)
                .forEach(score -> scores.add(new double[]{score.value()}));
            if (!scores.isEmpty()) {
                final double[] mean = Vectors.mean(scores);
                for (final double[] score : scores) {
                    squares += (score[0] - mean[0]) * (score[0] - mean[0]);
                }
                freedom += scores.size() - 1;
            }
        }
        return Math.sqrt(squares / freedom);
    }
}
