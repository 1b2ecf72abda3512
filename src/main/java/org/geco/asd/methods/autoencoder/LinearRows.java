package org.geco.asd.methods.autoencoder;

import java.util.Map;
import java.util.Optional;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.geco.asd.nn.layers.Linear;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Parameter;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The engine's linear layer on the parameters and gradients of a layer of Deeplearning4j, whose own products take twice
 * as long, and whose sums for the bias much longer (docs/performance.md).
 */
final class LinearRows {
    private final Arena m_arena;
    private final Layer m_layer;
    private Map<String, INDArray> m_gradients = Map.of();
    private Optional<Linear> m_linear = Optional.empty();

    LinearRows(final Arena arena, final Layer layer) {
        m_arena = arena;
        m_layer = layer;
    }

    /** Tells where the gradients are wanted. */
    void train(final Map<String, INDArray> gradients) {
        m_gradients = gradients;
        m_linear = Optional.empty();
    }

    private Linear linear() {
        if (m_linear.isEmpty()) {
            m_linear = Optional.of(new Linear(m_arena, parameter(DefaultParamInitializer.WEIGHT_KEY),
                parameter(DefaultParamInitializer.BIAS_KEY)));
        }
        return m_linear.get();
    }

    private Parameter parameter(final String name) {
        return Parameter.in(name, matrix(m_layer.getParam(name)), matrix(m_gradients.get(name)));
    }

    /** A bias as a row. */
    private static INDArray matrix(final INDArray array) {
        return array == null || array.rank() == 2 ? array : array.reshape(1, array.length());
    }

    /** @return the result of x [n, in]: [n, out] */
    INDArray forward(final INDArray x, final LayerWorkspaceMgr workspaces) {
        final long width = m_layer.getParam(DefaultParamInitializer.BIAS_KEY).length();
        final INDArray y =
            workspaces.createUninitialized(ArrayType.ACTIVATIONS, x.dataType(), new long[]{x.size(0), width}, 'c');
        linear().forward(x, y);
        return y;
    }

    /** @return the gradients of the parameters from dy = dL/dy; dL/dx, but not of the network's first layer */
    Pair<Gradient, INDArray> backward(final INDArray x, final INDArray dy, final LayerWorkspaceMgr workspaces) {
        final INDArray dx = m_layer.getIndex() == 0 ? null
            : workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, x.dataType(), x.shape(), 'c');
        if (dx == null) {
            linear().backward(x, dy);
        } else {
            linear().backward(x, dy, dx);
        }
        final Gradient gradients = new DefaultGradient();
        m_gradients.forEach(gradients::setGradientFor);
        return new Pair<>(gradients, dx);
    }
}
