package org.geco.asd.evaluation;

import java.util.List;
import java.util.Optional;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Domain;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;

/**
 * One clip with one score for each method: higher means more anomalous, missing ones say why. The path identifies it; a
 * base name does not, because data sets number train and test clips separately.
 */
public record ScoredClip(String path, MachineId machine, Label label, Optional<Domain> domain,
    List<Outcome<Double>> scores) {
    /** A clip whose path tells its domain, if anything does. */
    public ScoredClip(final String path, final MachineId machine, final Label label,
        final List<Outcome<Double>> scores) {
        this(path, machine, label, Domain.of(path), scores);
    }

    /** Takes a copy of the list. */
    public ScoredClip {
        scores = List.copyOf(scores);
    }

    /** @return whether it has every score */
    public boolean isComplete() {
        return scores.stream().allMatch(Outcome::isPresent);
    }
}
