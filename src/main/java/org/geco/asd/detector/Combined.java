package org.geco.asd.detector;

import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.ensemble.ScoreEnsemble;
import org.geco.asd.fusion.Gammas;
import org.geco.asd.fusion.ScorePair;

/** A score that is made of others, under a name of its own. */
public sealed interface Combined {
    /** @return its name */
    String score();

    /** @return names of the scores that it is made of */
    List<String> from();

    /** @return the score of a clip of a machine, whose other scores are in the order of {@link #from} */
    Outcome<Double> of(MachineId machine, List<Outcome<Double>> scores);

    /** @return how it is made, all but what was learned */
    Use use();

    /** Refuses to be made of others than these. */
    default void check(final List<String> known) throws AsdException {
        for (final String name : from()) {
            Checks.require(known.contains(name), "The score \"" + score() + "\" is made of \"" + name
                + "\", and no model gives it; there are: " + String.join(", ", known) + ".",
                "Connect its model, or give the score of a model this name.");
        }
    }

    /** In a file; without a fusion it is an ensemble. */
    record Use(String score, Optional<Fusion> fusion) { }

    /** On one scale, by what is usual for normal clips. */
    record Ensemble(String score, ScoreEnsemble learned) implements Combined {
        @Override
        public List<String> from() {
            return learned.settings().scores();
        }

        @Override
        public Outcome<Double> of(final MachineId machine, final List<Outcome<Double>> scores) {
            return learned.score(machine, scores);
        }

        @Override
        public Use use() {
            return new Use(score, Optional.empty());
        }
    }

    /** The paper's Eqn (4): the PAE's score and γ times GeCo's, which are named. */
    record Fusion(String score, String pae, String geco, Gammas gammas) implements Combined {
        @Override
        public List<String> from() {
            return List.of(pae, geco);
        }

        @Override
        public Outcome<Double> of(final MachineId machine, final List<Outcome<Double>> scores) {
            return Outcome.attempt(() -> gammas.of(machine.type()))
                .flatMap(gamma -> ScorePair.fuse(scores.get(0), scores.get(1), gamma.value()));
        }

        @Override
        public Use use() {
            return new Use(score, Optional.of(this));
        }
    }
}
