package org.geco.asd.methods.autoencoder;

import java.util.Collection;
import java.util.Map;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.geco.asd.nn.tensor.Arena;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * The layers of the baseline, with what Keras gives them where Deeplearning4j's defaults differ: batch normalisation
 * with a momentum of 0.99 and an epsilon of 1e-3, Adam with an epsilon of 1e-7.
 */
final class AutoencoderLayers {
    private static final int HIDDEN = 4;
    private static final double DECAY = 0.99;
    static final double NORM_EPSILON = 1e-3;
    private static final double ADAM_EPSILON = 1e-7;

    private final NeuralNetConfiguration.ListBuilder m_layers;
    private final Arena m_arena;
    private long m_width;
    private int m_dense;

    private AutoencoderLayers(final NeuralNetConfiguration.ListBuilder layers, final Arena arena, final long inputs) {
        m_layers = layers;
        m_arena = arena;
        m_width = inputs;
    }

    /** The learning rate of the step at hand: the frame knows it, not Deeplearning4j's counters. */
    static final class Rate implements ISchedule {
        private static final long serialVersionUID = 1;

        private double m_value;

        void set(final double value) {
            m_value = value;
        }

        @Override
        public double valueAt(final int iteration, final int epoch) {
            return m_value;
        }

        /** The layers of one network share it. */
        @Override
        public ISchedule clone() {
            return this;
        }
    }

    /** @return the network, not yet made, for so many values in a frame; its layers borrow what they need on the way */
    static MultiLayerConfiguration of(final AutoencoderSettings sizes, final int mels, final Arena arena,
        final ISchedule rate) {
        final AutoencoderLayers layers =
            new AutoencoderLayers(new NeuralNetConfiguration.Builder().dataType(arena.precision())
                .updater(Adam.builder().learningRateSchedule(rate).epsilon(ADAM_EPSILON).build()).list(), arena,
                (long)sizes.inputs() * mels);
        if (sizes.form() == AutoencoderSettings.Form.INTERPOLATION) {
            final int half = Math.max(1, sizes.width() / 2);
            for (final int width : new int[]{sizes.width(), half, sizes.bottleneck(), half, sizes.width()}) {
                layers.dense(width, true);
            }
        } else {
            for (int i = 0; i <= 2 * HIDDEN; i++) {
                layers.hidden(i == HIDDEN ? sizes.bottleneck() : sizes.width());
            }
        }
        layers.m_layers.layer(
            new RowOutput(layers.next("dense"), arena, layers.m_width, (long)sizes.outputs() * mels));
        return layers.m_layers.build();
    }

    /** @return a layer of ours at its place in a network, as Deeplearning4j's own put theirs there */
    static Layer placed(final Layer layer, final Collection<TrainingListener> listeners, final int index,
        final INDArray parameters, final Map<String, INDArray> table) {
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(table);
        return layer;
    }

    private String next(final String kind) {
        m_dense++;
        return kind + m_dense;
    }

    private void dense(final int width, final boolean rectified) {
        m_layers.layer(new RowDense(next("dense"), m_arena, m_width, width, rectified));
        m_width = width;
    }

    private void hidden(final int width) {
        dense(width, false);
        m_layers.layer(new RowNormalization("norm" + m_dense, m_arena, width, DECAY, NORM_EPSILON));
    }
}
