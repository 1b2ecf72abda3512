package org.geco.asd.nn.classify;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.geco.asd.common.Seeds;
import org.geco.asd.nn.layers.Targets;

/**
 * mixup (Zhang et al., <i>mixup: Beyond Empirical Risk Minimization</i>, ICLR 2018, section 2): λ·x_i + (1 − λ)·x_j is
 * to be recognised as λ·y_i + (1 − λ)·y_j, with λ from Beta(α, α), drawn for each pair, and j from a permutation of the
 * batch.
 * <p>
 * Here only the originals' part of L_CE is of mixed patches. With reconstructions these are rows of their own, after
 * originals and reconstructions: L_con compares unmixed originals with unmixed reconstructions, and L_CE of the
 * reconstructions is as it was, so a step computes three rows of an original instead of two. Without reconstructions
 * the mixed patches take the originals' place. For one thread.
 */
public final class Mixup {
    private final double m_alpha;
    private final Seeds m_seeds;
    private SplittableRandom m_random;
    private BetaDistribution m_shares;

    /** Patch i of a batch is mixed with patch {@code partners[i]}, and {@code shares[i]} of it stays. */
    public record Pairs(int[] partners, double[] shares) {
        /** Writes the mixed patches of a size, for all patches from the start of {@code from}. */
        public void mix(final float[] from, final int size, final float[] to, final int at) {
            for (int i = 0; i < partners.length; i++) {
                final float share = (float)shares[i];
                for (int k = 0; k < size; k++) {
                    to[at + i * size + k] =
                        share * from[i * size + k] + (1 - share) * from[partners[i] * size + k];
                }
            }
        }

        /** @return what rows are to be recognised as: mixed patches the last, the originals, if others, not at all */
        public Targets targets(final int[] rows) {
            final int count = partners.length;
            final Targets targets = Targets.of(rows.clone());
            final int[] second = rows.clone();
            for (int i = 0; i < count; i++) {
                final int row = rows.length - count + i;
                second[row] = rows[partners[i]];
                targets.shares()[row] = shares[i];
                if (rows.length > count) {
                    targets.first()[i] = Targets.NONE;
                }
            }
            return new Targets(targets.first(), second, targets.shares());
        }

        /** @return the class that most of each mixed patch is of */
        public int[] prevailing(final int[] classes) {
            final int[] most = new int[classes.length];
            Arrays.setAll(most, i -> classes[shares[i] < 0.5 ? partners[i] : i]);
            return most;
        }
    }

    /** With α and the seeds of the training. */
    public Mixup(final double alpha, final Seeds seeds) {
        m_alpha = alpha;
        m_seeds = seeds;
    }

    /** Starts with the random numbers of an epoch. */
    public void startEpoch(final int epoch) {
        m_random = m_seeds.stream("mixup", epoch);
        m_shares = new BetaDistribution(new Well19937c(m_random.nextLong()), m_alpha, m_alpha);
    }

    /** @return who is mixed with whom in the next batch */
    public Pairs next(final int patches) {
        return new Pairs(Seeds.permutation(patches, m_random), m_shares.sample(patches));
    }
}
