package org.geco.asd.methods.autoencoder;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Deeplearning4j's output layer with the mean squared error, computed by {@link LinearRows}: once for loss and
 * gradient, which Deeplearning4j's own computes for each.
 */
final class RowOutput extends OutputLayer {
    private static final long serialVersionUID = 1;

    private final transient Arena m_arena;

    RowOutput(final String name, final Arena arena, final long inputs, final long width) {
        super(new Builder(LossFunction.MSE).name(name).nIn(inputs).nOut(width).activation(Activation.IDENTITY));
        m_arena = arena;
    }

    @Override
    public Layer instantiate(final NeuralNetConfiguration conf, final Collection<TrainingListener> listeners,
        final int index, final INDArray parameters, final boolean initialize, final DataType precision) {
        return AutoencoderLayers.placed(new Computed(conf, m_arena), listeners, index, parameters,
            initializer().init(conf, parameters, initialize));
    }

    private static final class Computed extends org.deeplearning4j.nn.layers.OutputLayer {
        private static final long serialVersionUID = 1;

        private final transient LinearRows m_rows;

        Computed(final NeuralNetConfiguration conf, final Arena arena) {
            super(conf, arena.precision());
            m_rows = new LinearRows(arena, this);
        }

        @Override
        public void setBackpropGradientsViewArray(final INDArray gradients) {
            super.setBackpropGradientsViewArray(gradients);
            m_rows.train(gradientViews);
        }

        @Override
        public INDArray activate(final boolean training, final LayerWorkspaceMgr workspaces) {
            return m_rows.forward(input, workspaces);
        }

        /** The gradients are those of the sum over the rows, as Deeplearning4j has them. */
        @Override
        public Pair<Gradient, INDArray> backpropGradient(final INDArray epsilon, final LayerWorkspaceMgr workspaces) {
            final INDArray difference = m_rows.forward(input, workspaces);
            Ops.subtract(difference, labels, difference);
            score = Ops.dot(difference, difference) / difference.length();
            difference.muli(2.0 / difference.size(1));
            return m_rows.backward(input, difference, workspaces);
        }

        /** @return the loss of the rows whose gradients were computed last */
        @Override
        public double computeScore(final double penalty, final boolean training, final LayerWorkspaceMgr workspaces) {
            return score;
        }
    }
}
