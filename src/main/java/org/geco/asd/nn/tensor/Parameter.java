package org.geco.asd.nn.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** One trainable array, a part of the vector of all {@link Parameters}. */
public final class Parameter {
    private final String m_name;
    private final long[] m_shape;
    private INDArray m_value;
    private INDArray m_gradient;

    Parameter(final String name, final long... shape) {
        m_name = name;
        m_shape = shape.clone();
    }

    /** @return one whose value and gradient lie in arrays of another network's, e.g. of Deeplearning4j's layers */
    public static Parameter in(final String name, final INDArray value, final INDArray gradient) {
        final Parameter parameter = new Parameter(name, value.shape());
        parameter.bind(value);
        parameter.bindGradient(gradient);
        return parameter;
    }

    /** @return its name, unique within the network */
    public String name() {
        return m_name;
    }

    /** @return a copy of its shape */
    public long[] shape() {
        return m_shape.clone();
    }

    /** @return its present value; changing it trains */
    public INDArray value() {
        return m_value;
    }

    /** @return where backward passes leave dL/d value, of the same shape; null unless the network is trained */
    public INDArray gradient() {
        return m_gradient;
    }

    void bind(final INDArray value) {
        m_value = value;
    }

    void bindGradient(final INDArray gradient) {
        m_gradient = gradient;
    }

    /** @return columns {@code from} to {@code to} − 1 of a matrix, as a view of value and gradient */
    public Parameter columns(final long from, final long to) {
        final Parameter part = new Parameter(m_name, m_shape[0], to - from);
        part.bind(columns(m_value, from, to));
        if (m_gradient != null) {
            part.bindGradient(columns(m_gradient, from, to));
        }
        return part;
    }

    private static INDArray columns(final INDArray matrix, final long from, final long to) {
        return matrix.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
    }
}
