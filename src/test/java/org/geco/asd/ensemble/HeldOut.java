package org.geco.asd.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.ScoredClip;

/** Held-out clips for ensembles. */
final class HeldOut {
    private final List<ScoredClip> m_clips = new ArrayList<>();

    /** Adds a clip of a machine, e.g. "fan 00". */
    HeldOut add(final String machine, final Label label, final double... scores) {
        m_clips.add(new ScoredClip("clip " + m_clips.size(), machine(machine), label, outcomes(scores)));
        return this;
    }

    HeldOut add(final String machine, final double... scores) {
        return add(machine, Label.NORMAL, scores);
    }

    List<ScoredClip> clips() {
        return m_clips;
    }

    static MachineId machine(final String name) {
        return new MachineId(name.split(" ")[0], name.split(" ")[1]);
    }

    static List<Outcome<Double>> outcomes(final double... scores) {
        return Arrays.stream(scores).mapToObj(Outcome::number).toList();
    }
}
