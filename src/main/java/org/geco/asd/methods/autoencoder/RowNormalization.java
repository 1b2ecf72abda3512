package org.geco.asd.methods.autoencoder;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.geco.asd.nn.tensor.Arena;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Deeplearning4j's batch normalisation of rows, rectified, computed by {@link RowNormalizationLayer}. */
final class RowNormalization extends BatchNormalization {
    private static final long serialVersionUID = 1;

    private final transient Arena m_arena;

    /** @param epsilon what is added to the variance */
    RowNormalization(final String name, final Arena arena, final long width, final double decay,
        final double epsilon) {
        m_arena = arena;
        setLayerName(name);
        setNIn(width);
        setNOut(width);
        setDecay(decay);
        setEps(epsilon);
        setUseLogStd(false);
    }

    @Override
    public Layer instantiate(final NeuralNetConfiguration conf, final Collection<TrainingListener> listeners,
        final int index, final INDArray parameters, final boolean initialize, final DataType precision) {
        return AutoencoderLayers.placed(new RowNormalizationLayer(conf, m_arena), listeners, index, parameters,
            initializer().init(conf, parameters, initialize));
    }
}
