package org.geco.asd.evaluation;

import java.util.List;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;

/**
 * One clip with one score for each method: higher means more anomalous, missing ones say why. The path identifies it; a
 * base name does not, because data sets number train and test clips separately.
 */
public record ScoredClip(String path, MachineId machine, Label label, List<Outcome<Double>> scores) {
    /** Takes a copy of the list. */
    public ScoredClip {
        scores = List.copyOf(scores);
    }

    /** @return whether it has every score */
    public boolean isComplete() {
        return scores.stream().allMatch(Outcome::isPresent);
    }
}
