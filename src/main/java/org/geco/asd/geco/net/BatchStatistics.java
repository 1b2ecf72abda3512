package org.geco.asd.geco.net;

import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.nn.Weights;
import org.geco.asd.nn.Weights.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The running mean and variance of every batch normalisation, as PyTorch keeps them: momentum 0.1, the variance with
 * the divisor n − 1.
 */
final class BatchStatistics {

    private static final float MOMENTUM = 0.1f;

    private final Map<String, Long> m_counts;

    private final Map<String, float[]> m_values = new LinkedHashMap<>();

    /** @param counts layer → number of values behind each mean */
    BatchStatistics(final Map<String, Long> counts) {
        m_counts = counts;
    }

    /** Takes in the statistics of one batch. */
    void update(final Map<String, INDArray> outputs) {
        m_counts.forEach((layer, count) -> {
            move(TrainedLayers.mean(layer), outputs, 1, 0f);
            move(TrainedLayers.variance(layer), outputs, (float)count / (count - 1), 1f);
        });
    }

    private void move(final String name, final Map<String, INDArray> outputs, final float factor, final float start) {
        final float[] batch = outputs.get(name).dup('c').data().asFloat();
        final float[] running = m_values.computeIfAbsent(name, n -> filled(batch.length, start));
        for (int i = 0; i < batch.length; i++) {
            running[i] += MOMENTUM * (batch[i] * factor - running[i]);
        }
    }

    private static float[] filled(final int length, final float value) {
        final float[] values = new float[length];
        java.util.Arrays.fill(values, value);
        return values;
    }

    /** Takes over the statistics of a model's arrays; what they lack starts anew with the next batch. */
    void load(final Weights weights) {
        m_values.clear();
        m_counts.keySet().forEach(layer -> {
            load(TrainedLayers.mean(layer), weights.tensors());
            load(TrainedLayers.variance(layer), weights.tensors());
        });
    }

    private void load(final String name, final Map<String, Tensor> tensors) {
        if (tensors.containsKey(name)) {
            m_values.put(name, tensors.get(name).values().clone());
        }
    }

    /** Adds a copy to a model's arrays. */
    void copyTo(final Map<String, Tensor> tensors) {
        m_values.forEach((name, values) -> tensors.put(name, new Tensor(new long[]{1, values.length}, values.clone())));
    }
}
