package org.geco.asd.nn.layers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.files.Tensor;
import org.geco.asd.nn.tensor.Buffers;
import org.geco.asd.nn.tensor.Weights;

/** The running mean and variance (divisor n − 1) of every batch normalisation, with PyTorch's momentum of 0.1. */
public final class BatchStatistics implements Buffers {
    private static final float MOMENTUM = 0.1f;

    private final List<BatchNormConvolution> m_layers;
    private final Map<String, float[]> m_values = new LinkedHashMap<>();

    /** @param layers the layers whose statistics these are */
    public BatchStatistics(final List<BatchNormConvolution> layers) {
        m_layers = layers;
    }

    /** Takes in the mean and variance [out] that each layer had in its last forward pass. */
    @Override
    public void update() {
        for (final BatchNormConvolution layer : m_layers) {
            final double count = layer.out().rows();
            move(layer.name() + BatchNormConvolution.MEAN, layer.mean(), 1, 0f);
            move(layer.name() + BatchNormConvolution.VARIANCE, layer.variance(), count / (count - 1), 1f);
        }
    }

    private void move(final String name, final double[] batch, final double factor, final float start) {
        final float[] running = m_values.computeIfAbsent(name, n -> filled(batch.length, start));
        for (int i = 0; i < batch.length; i++) {
            running[i] += MOMENTUM * (float)(batch[i] * factor - running[i]);
        }
    }

    private static float[] filled(final int length, final float value) {
        final float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }

    /**
     * Takes over the statistics of a model, {@code layer.norm.mean} and {@code layer.norm.variance}; what it lacks
     * starts anew with the next batch.
     */
    @Override
    public void load(final Weights weights) {
        m_values.clear();
        m_layers.forEach(layer -> {
            load(layer.name() + BatchNormConvolution.MEAN, weights.tensors());
            load(layer.name() + BatchNormConvolution.VARIANCE, weights.tensors());
        });
    }

    private void load(final String name, final Map<String, Tensor> tensors) {
        if (tensors.containsKey(name)) {
            m_values.put(name, tensors.get(name).values().clone());
        }
    }

    /** Adds a copy of each, [1, out], to a model's arrays; nothing before the first batch. */
    @Override
    public void copyTo(final Map<String, Tensor> tensors) {
        m_values.forEach((name, values) -> tensors.put(name, new Tensor(new long[]{1, values.length}, values.clone())));
    }
}
