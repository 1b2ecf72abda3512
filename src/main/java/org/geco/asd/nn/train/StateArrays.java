package org.geco.asd.nn.train;

import java.util.LinkedHashMap;
import java.util.Map;

import org.geco.asd.nn.Weights;
import org.geco.asd.nn.Weights.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One array of optimiser state for each parameter, of the parameter's shape, starting at zero. */
final class StateArrays {

    private final String m_prefix;

    private final Map<String, INDArray> m_arrays = new LinkedHashMap<>();

    StateArrays(final String prefix, final Map<String, INDArray> parameters) {
        m_prefix = prefix;
        parameters.forEach((name, array) -> m_arrays.put(name, Nd4j.zeros(array.dataType(), array.shape())));
    }

    INDArray get(final String parameter) {
        return m_arrays.get(parameter);
    }

    void copyTo(final Map<String, Tensor> tensors) {
        m_arrays.forEach((name, array) -> tensors.put(m_prefix + name,
            new Tensor(array.shape(), array.dup('c').data().asFloat())));
    }

    void restore(final Weights weights) {
        m_arrays.forEach((name, array) -> {
            final Tensor tensor = weights.get(m_prefix + name);
            try (INDArray source = Nd4j.create(tensor.values(), tensor.shape(), 'c')) {
                array.assign(source);
            }
        });
    }

    void close() {
        m_arrays.values().forEach(INDArray::close);
    }
}
