package org.geco.asd.methods.autoencoder;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Deeplearning4j's dense layer without an activation. Its backward pass multiplies input and weights once more, to give
 * them to the activation's gradient; this one keeps what the forward pass gave, which is the same.
 */
final class KeptDense extends DenseLayer {
    private static final long serialVersionUID = 1;

    KeptDense(final String name, final long inputs, final long width) {
        setLayerName(name);
        setNIn(inputs);
        setNOut(width);
        setActivationFn(Activation.IDENTITY.getActivationFunction());
    }

    @Override
    public Layer instantiate(final NeuralNetConfiguration conf, final Collection<TrainingListener> listeners,
        final int index, final INDArray parameters, final boolean initialize, final DataType precision) {
        return AutoencoderLayers.placed(new Kept(conf, precision), listeners, index, parameters,
            initializer().init(conf, parameters, initialize));
    }

    private static final class Kept extends org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer {
        private static final long serialVersionUID = 1;

        private transient Pair<INDArray, INDArray> m_output;

        Kept(final NeuralNetConfiguration conf, final DataType precision) {
            super(conf, precision);
        }

        @Override
        protected Pair<INDArray, INDArray> preOutputWithPreNorm(final boolean training, final boolean backward,
            final LayerWorkspaceMgr workspaces) {
            if (!backward) {
                m_output = super.preOutputWithPreNorm(training, false, workspaces);
            }
            return m_output;
        }
    }
}
