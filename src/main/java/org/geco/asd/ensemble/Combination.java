package org.geco.asd.ensemble;

/**
 * How the standardised scores z of a clip, 0 at what is usual for its machine, become one. None of them falls when one
 * of the z rises.
 */
public enum Combination {
    /**
     * √(Σ w · max(z, 0)² / Σ w): a score below its usual level never excuses what another one finds, and one that finds
     * much outweighs those that find nothing. So a score that tells nothing, or the contrary, hardly does harm. Where
     * no score is above its usual level, the highest z, at most 0, which keeps the order and continues the formula.
     */
    EXCESS {
        @Override
        double of(final double[] z, final double[] weights) {
            double squares = 0;
            double sum = 0;
            for (int i = 0; i < z.length; i++) {
                final double excess = Math.max(z[i], 0);
                squares += weights[i] * excess * excess;
                sum += weights[i];
            }
            return squares > 0 ? Math.sqrt(squares / sum) : MAXIMUM.of(z, weights);
        }
    },
    /**
     * Σ w · z / Σ w: best if every score is good for every machine, or if one leads with by far the greatest weight:
     * the others then only tell apart clips that are much alike to it.
     */
    MEAN {
        @Override
        double of(final double[] z, final double[] weights) {
            double product = 0;
            double sum = 0;
            for (int i = 0; i < z.length; i++) {
                product += weights[i] * z[i];
                sum += weights[i];
            }
            return product / sum;
        }
    },
    /** The highest z, whatever the weights: what a single score finds is enough. */
    MAXIMUM {
        @Override
        double of(final double[] z, final double[] weights) {
            double highest = z[0];
            for (final double value : z) {
                highest = Math.max(highest, value);
            }
            return highest;
        }
    };

    /** @return the combined score of at least one standardised score, with weights above 0 */
    abstract double of(double[] z, double[] weights);
}
