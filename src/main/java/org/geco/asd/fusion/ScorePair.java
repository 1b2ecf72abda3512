package org.geco.asd.fusion;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;

/**
 * The two scores of one clip.
 *
 * @param machine the machine that was recorded
 * @param label what is known about the clip
 * @param error frame-level score: the PAE's mean squared error in dB²
 * @param distance clip-level score: 1 − cosine between embedding and centre, 0 to 2
 */
public record ScorePair(MachineId machine, Label label, Outcome<Double> error, Outcome<Double> distance) {
    /** @return whether both scores are there */
    public boolean isComplete() {
        return error.isPresent() && distance.isPresent();
    }

    /**
     * The paper's Eqn (4): {@code MSE + γ · (1 − cosine)}.
     *
     * @param gamma γ in dB²
     * @return the fused score in dB²; missing if one of the two is, with its reason: half of a sum is no score
     */
    public Outcome<Double> fuse(final double gamma) {
        return fuse(error, distance, gamma);
    }

    /**
     * The same without a clip.
     *
     * @param error frame-level score in dB²
     * @param distance clip-level score
     * @param gamma γ in dB²
     * @return the fused score in dB²
     */
    public static Outcome<Double> fuse(final Outcome<Double> error, final Outcome<Double> distance,
        final double gamma) {
        return error.flatMap(e -> distance.flatMap(d -> Outcome.number(e + gamma * d)));
    }
}
