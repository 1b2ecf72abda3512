package org.geco.asd.methods.autoencoder;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.geco.asd.nn.layers.Rectifier;
import org.geco.asd.nn.tensor.Arena;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Deeplearning4j's dense layer, computed by {@link LinearRows}; rectified or as it is. */
final class RowDense extends DenseLayer {
    private static final long serialVersionUID = 1;

    private final transient Arena m_arena;

    RowDense(final String name, final Arena arena, final long inputs, final long width, final boolean rectified) {
        m_arena = arena;
        setLayerName(name);
        setNIn(inputs);
        setNOut(width);
        setActivationFn((rectified ? Activation.RELU : Activation.IDENTITY).getActivationFunction());
    }

    @Override
    public Layer instantiate(final NeuralNetConfiguration conf, final Collection<TrainingListener> listeners,
        final int index, final INDArray parameters, final boolean initialize, final DataType precision) {
        return AutoencoderLayers.placed(new Computed(conf, m_arena), listeners, index, parameters,
            initializer().init(conf, parameters, initialize));
    }

    private static final class Computed extends org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer {
        private static final long serialVersionUID = 1;

        private final transient Arena m_arena;
        private final transient LinearRows m_rows;
        private final boolean m_rectified;
        private transient INDArray m_output;

        Computed(final NeuralNetConfiguration conf, final Arena arena) {
            super(conf, arena.precision());
            m_arena = arena;
            m_rows = new LinearRows(arena, this);
            m_rectified = !Activation.IDENTITY.getActivationFunction().equals(layerConf().getActivationFn());
        }

        @Override
        public void setBackpropGradientsViewArray(final INDArray gradients) {
            super.setBackpropGradientsViewArray(gradients);
            m_rows.train(gradientViews);
        }

        @Override
        public INDArray activate(final boolean training, final LayerWorkspaceMgr workspaces) {
            m_output = m_rows.forward(input, workspaces);
            if (m_rectified) {
                Rectifier.RELU.forward(m_output);
            }
            return m_output;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(final INDArray epsilon, final LayerWorkspaceMgr workspaces) {
            if (m_rectified) {
                Rectifier.RELU.backward(m_arena, m_output, epsilon);
            }
            return m_rows.backward(input, epsilon, workspaces);
        }
    }
}
