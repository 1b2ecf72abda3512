package org.geco.asd.calibration;

import java.util.Arrays;

/**
 * Split-conformal ranks (Papadopoulos et al., Inductive confidence machines, ECML 2002): if a fresh normal score and
 * the n held-out ones come from one distribution, whatever it is, the fresh one is among the m highest of all n + 1
 * with probability m / (n + 1), and less only by ties. So calling just these anomalous is a false alarm with that
 * probability. Immutable.
 */
final class Ranks {
    /** A rate that was meant to be a whole number of clips must not miss it by rounding. */
    private static final double ROUNDING = 1e-9;

    /** Ascending. */
    private final double[] m_heldOut;

    Ranks(final double[] heldOut) {
        m_heldOut = heldOut.clone();
        Arrays.sort(m_heldOut);
    }

    int clips() {
        return m_heldOut.length;
    }

    /** @return the number m of highest ranks that may be called anomalous, 0 to n: m / (n + 1) is at most the rate */
    int alarms(final double rate) {
        return (int)Math.min(Math.floor(rate * (clips() + 1) + ROUNDING), clips());
    }

    /** @return the fewest clips that can promise a rate: with n &lt; 1 / rate − 1 no threshold keeps it */
    static long fewest(final double rate) {
        return (long)Math.ceil((1 - ROUNDING) / rate) - 1;
    }

    /** @return the ⌈(n + 1)(1 − rate)⌉-th smallest score, for a number of alarms above 0 */
    double threshold(final int alarms) {
        return m_heldOut[clips() - alarms];
    }

    /** @return the share of all n + 1 scores that are at least this one, itself included, in (0, 1] */
    double pValue(final double score) {
        return rank(score) / (clips() + 1.0);
    }

    /** @return the same as whether the score is above the threshold of so many alarms, of which there may be none */
    boolean isAlarm(final double score, final int alarms) {
        return rank(score) <= alarms;
    }

    /** @return 1 for what is above all held-out scores */
    private int rank(final double score) {
        int from = 0;
        int to = clips();
        while (from < to) {
            final int middle = (from + to) >>> 1;
            if (m_heldOut[middle] >= score) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return clips() - from + 1;
    }
}
