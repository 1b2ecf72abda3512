package org.geco.asd.evaluation;

import java.util.List;
import java.util.stream.Stream;

/**
 * How well one score works: per machine, per machine type, overall.
 *
 * @param maxFpr highest false-positive rate of the pAUC
 * @param types results of the machine types, by name
 * @param means the means over the machine types
 */
public record Evaluation(double maxFpr, List<TypeResult> types, Means means) {

    /** Takes a copy of the list. */
    public Evaluation {
        types = List.copyOf(types);
    }

    /** @return the results of all machines, by type and ID */
    public Stream<MachineResult> machines() {
        return types.stream().flatMap(type -> type.machines().stream());
    }

    /** @return whether any machine has an AUC; if not, there is nothing to show but a ranking */
    public boolean hasAnyValue() {
        return means.contributing() > 0;
    }
}
