package org.geco.asd.fusion;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;

/**
 * The two scores of one clip: the PAE's mean squared error in dB² (frame-level), and 1 − cosine between embedding and
 * centre, 0 to 2 (clip-level).
 */
public record ScorePair(MachineId machine, Label label, Outcome<Double> error, Outcome<Double> distance) {
    /** @return whether both scores are there */
    public boolean isComplete() {
        return error.isPresent() && distance.isPresent();
    }

    /**
     * @return the paper's Eqn (4), {@code MSE + γ · (1 − cosine)}, in dB²; missing if one of the two is: half of a sum
     *         is no score
     */
    public Outcome<Double> fuse(final double gamma) {
        return fuse(error, distance, gamma);
    }

    /** The same without a clip. */
    public static Outcome<Double> fuse(final Outcome<Double> error, final Outcome<Double> distance,
        final double gamma) {
        return error.flatMap(e -> distance.flatMap(d -> Outcome.number(e + gamma * d)));
    }
}
