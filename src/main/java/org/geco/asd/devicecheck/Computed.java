package org.geco.asd.devicecheck;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a device computed.
 *
 * @param problem why it computed nothing, and what to do
 * @param facts of device, driver, libraries and program, by name
 * @param methods by their name
 */
record Computed(Optional<String> problem, Map<String, String> facts, Map<String, Method> methods) {
    /**
     * What a device computed with one method's network.
     *
     * @param losses of a training, by epoch and loss
     * @param epochSeconds of a training's epoch, the median without the first
     * @param clipSeconds of scoring a clip, the second time
     * @param scores of the clips by the model of the process that came first
     * @param places of the clips by the model of the process that came first: embeddings, or errors of mel bands
     */
    record Method(double[][] losses, double epochSeconds, double clipSeconds, double[] scores, float[][] places) { }

    static Computed nothing(final String problem, final Map<String, String> facts) {
        return new Computed(Optional.of(problem), facts, new LinkedHashMap<>());
    }
}
