package org.geco.asd.fusion;

import org.geco.asd.common.Outcome;

/** The paper's Eqn (4). */
public final class Fusion {

    private Fusion() {
    }

    /**
     * {@code MSE + γ · (1 − cosine)}.
     *
     * @param error frame-level score: the PAE's mean squared error in dB²
     * @param distance clip-level score: 1 − cosine between embedding and centre, 0 to 2
     * @param gamma γ in dB²
     * @return the fused score in dB²; missing if one of the two is, with its reason: half of a sum is no score
     */
    public static Outcome<Double> fuse(final Outcome<Double> error, final Outcome<Double> distance,
        final double gamma) {
        return error.flatMap(e -> distance.flatMap(d -> Outcome.number(e + gamma * d)));
    }
}
