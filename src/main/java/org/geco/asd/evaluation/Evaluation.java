package org.geco.asd.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.geco.asd.dataset.MachineId;

/** How well one score works: per machine, per machine type by name, overall; pAUC up to the false-positive rate. */
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

    /** How well one score works on the machines, by ID, of one type, and the means over them. */
    public record TypeResult(String type, List<MachineResult> machines, Means means) {
        /** Takes a copy of the list. */
        public TypeResult {
            machines = List.copyOf(machines);
        }
    }

    /** How well one score works on one machine: the clips that took part, and why how many others did not. */
    public record MachineResult(MachineId machine, LabelledScores scores, Metrics metrics,
        Map<String, Integer> leftOut) {
        /** Takes a copy of the map, in its order. */
        public MachineResult {
            leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
        }

        /** @return number of clips that did not take part */
        public int clipsLeftOut() {
            return leftOut.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** @return the most that one clip can move the AUC, 0 to 1: one over the size of the smaller class */
        public double largestStep() {
            return 1.0 / Math.max(1, Math.min(scores.normals(), scores.anomalies()));
        }
    }
}
