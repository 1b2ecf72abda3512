package org.geco.asd.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.dataset.MachineId;

/**
 * How well one score works on one machine.
 *
 * @param machine the machine
 * @param scores the clips that took part
 * @param metrics AUC and pAUC
 * @param leftOut why clips did not take part, with how many of them
 */
public record MachineResult(MachineId machine, LabelledScores scores, Metrics metrics, Map<String, Integer> leftOut) {

    /** Takes a copy of the map, in its order. */
    public MachineResult {
        leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
    }

    /** @return number of clips that did not take part */
    public int clipsLeftOut() {
        return leftOut.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * How coarse the AUC is: the most that one clip alone can move it, which is one over the size of the smaller
     * class.
     *
     * @return 0 to 1; 1 if a class is absent
     */
    public double largestStep() {
        return 1.0 / Math.max(1, Math.min(scores.normals(), scores.anomalies()));
    }
}
