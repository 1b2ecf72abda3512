package org.geco.asd.learn;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.geco.asd.dataset.MachineId;

/**
 * What a part of a training is called: the method, e.g. "PAE", and e.g. a machine type, empty if there is one only; and
 * which of the members it is, 1 for the first, that learn the same from the same clips.
 */
public record PartName(String method, String part, int member, int members) implements Serializable {
    /** A part of one member. */
    public PartName(final String method, final String part) {
        this(method, part, 1, 1);
    }

    /** @return what a training on clips of these machines trains apart from each other, in its order */
    public static List<PartName> ofAll(final Learner<?> learner, final Collection<MachineId> machines) {
        return machines.stream().flatMap(machine -> learner.parts(machine).stream()).distinct().sorted()
            .flatMap(part -> new PartName(learner.method(), part).all(learner.members())).toList();
    }

    /** @return the name of one of its members, 1 for the first */
    PartName of(final int which, final int all) {
        return new PartName(method, part, which, all);
    }

    /** @return the names of so many members */
    Stream<PartName> all(final int count) {
        return IntStream.rangeClosed(1, count).mapToObj(which -> of(which, count));
    }

    /** @return in sentences: "the PAE of fan", "GeCo", "GeCo, network 2 of 5" */
    public String inWords() {
        return ofCheckpointsInWords() + (members > 1 ? " of " + members : "");
    }

    /** @return before an epoch: "PAE of fan: epoch", "GeCo, network 2 of 5: epoch", "Epoch" */
    String beforeEpoch() {
        return inTable().isEmpty() ? "Epoch" : inWords().replaceFirst("^the ", "") + ": epoch";
    }

    /** @return in a history: "fan", "member 2", or nothing if there is one only */
    public String inTable() {
        return (part + (members > 1 ? " member " + member : "")).strip();
    }

    /** @return of its own random numbers, and unlike the other parts' */
    String ofSeeds() {
        return inTable().isEmpty() ? method : inTable();
    }

    /** @return of its checkpoints, which more or fewer members do not make useless */
    String ofCheckpointsInWords() {
        return (part.isEmpty() ? method : "the " + method + " of " + part) + (members > 1 ? ", network " + member : "");
    }

    /** @return of the folder of its checkpoints */
    String ofCheckpoints() {
        return inTable().isEmpty() ? ofLock(method) : ofLock(method) + "-" + inTable();
    }

    /** @return of the lock of all parts' checkpoints */
    static String ofLock(final String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
