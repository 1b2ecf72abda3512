package org.geco.asd.methods.autoencoder;

import java.util.Optional;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.geco.asd.nn.layers.ChannelNorm;
import org.geco.asd.nn.layers.Rectifier;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameter;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation as Deeplearning4j defines it (parameters, running statistics, gradients) and a rectifier, by the
 * engine's few passes over the memory where Java reaches the arrays: its own some twenty operations took most of the
 * autoencoder's step (docs/performance.md). Elsewhere Deeplearning4j's own.
 */
final class RowNormalizationLayer extends BatchNormalization {
    private static final long serialVersionUID = 1;
    private static final String[] NAMES = {BatchNormalizationParamInitializer.GAMMA,
        BatchNormalizationParamInitializer.BETA, BatchNormalizationParamInitializer.GLOBAL_MEAN,
        BatchNormalizationParamInitializer.GLOBAL_VAR};

    private final transient Arena m_arena;

    /** Of the batch that went forward last, in training. */
    private transient Optional<ChannelNorm> m_norm = Optional.empty();
    private transient INDArray m_output;

    RowNormalizationLayer(final NeuralNetConfiguration conf, final Arena arena) {
        super(conf, arena.precision());
        m_arena = arena;
    }

    private Parameter parameter(final String name) {
        return Parameter.in(name, getParam(name), gradientViews.get(name));
    }

    @Override
    public INDArray preOutput(final INDArray x, final TrainingMode training, final LayerWorkspaceMgr workspaces) {
        m_norm = training == TrainingMode.TRAIN && gradientViews != null
            ? ChannelNorm.inJava(m_arena.precision(), Math.toIntExact(layerConf().getNOut()),
                new ChannelNorm.Affine(parameter(BatchNormalizationParamInitializer.GAMMA),
                    parameter(BatchNormalizationParamInitializer.BETA)), layerConf().getEps())
            : Optional.empty();
        if (m_norm.isEmpty()) {
            m_output = super.preOutput(x, training, workspaces);
            Rectifier.RELU.forward(m_output);
        } else {
            m_output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, x.dataType(), x.shape(), 'c');
            m_norm.get().forward(x, Rectifier.RELU, m_output);
        }
        return m_output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(final INDArray epsilon, final LayerWorkspaceMgr workspaces) {
        Rectifier.RELU.backward(m_arena, m_output, epsilon);
        if (m_norm.isEmpty()) {
            return super.backpropGradient(epsilon, workspaces);
        }
        final ChannelNorm norm = m_norm.get();
        final INDArray gradient =
            workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), epsilon.shape(), 'c');
        norm.backward(input, epsilon, gradient);
        follow(BatchNormalizationParamInitializer.GLOBAL_MEAN, norm.mean());
        follow(BatchNormalizationParamInitializer.GLOBAL_VAR, norm.variance());
        final Gradient gradients = new DefaultGradient();
        for (final String name : NAMES) {
            gradients.setGradientFor(name, gradientViews.get(name));
        }
        return new Pair<>(gradients, gradient);
    }

    /** A running statistic's "gradient" is what is taken from it: (1 − decay)·(running − the batch's). */
    private void follow(final String name, final double[] batch) {
        final double[] step = Ops.read(getParam(name));
        for (int channel = 0; channel < step.length; channel++) {
            step[channel] = (1 - layerConf().getDecay()) * (step[channel] - batch[channel]);
        }
        Ops.write(gradientViews.get(name), step);
    }
}
