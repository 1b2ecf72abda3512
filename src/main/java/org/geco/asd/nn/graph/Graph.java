package org.geco.asd.nn.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.nn.Seeds;
import org.geco.asd.nn.Weights;
import org.geco.asd.nn.Weights.Tensor;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network in the making: a SameDiff graph of one precision with its inputs and its trainable parameters in order.
 * The building blocks ({@link Rows}, {@link Attention}, {@link Losses}) add to it. Shapes are fixed when it is built.
 * ND4J must have been started ({@link org.geco.asd.nn.Nd4jRuntime#start()}).
 */
public final class Graph implements AutoCloseable {

    private final SameDiff m_sameDiff = SameDiff.create();

    private final DataType m_precision;

    private final Seeds m_seeds;

    private final Map<String, INDArray> m_shared;

    private final Map<String, INDArray> m_parameters = new LinkedHashMap<>();

    private final Map<String, SDVariable> m_constants = new HashMap<>();

    private final List<INDArray> m_owned = new ArrayList<>();

    /**
     * @param precision FLOAT to train, DOUBLE to check gradients
     * @param seeds where initial parameters come from; each parameter has its own stream, by name
     */
    public Graph(final DataType precision, final Seeds seeds) {
        m_precision = precision;
        m_seeds = seeds;
        m_shared = Map.of();
    }

    /**
     * A graph with the parameters of another one, e.g. the same network for another batch size. A change of one
     * graph's parameters is a change of both; they are freed with the other graph.
     *
     * @param other the graph that owns the parameters
     */
    public Graph(final Graph other) {
        m_precision = other.m_precision;
        m_seeds = other.m_seeds;
        m_shared = other.m_parameters;
    }

    /** @return the SameDiff graph, to add operations to directly */
    public SameDiff sameDiff() {
        return m_sameDiff;
    }

    /** @return FLOAT or DOUBLE */
    public DataType precision() {
        return m_precision;
    }

    /**
     * @param name name of the placeholder
     * @param shape its shape
     * @return an input that is given at each step
     */
    public SDVariable input(final String name, final long... shape) {
        return m_sameDiff.placeHolder(name, m_precision, shape);
    }

    /**
     * @param name unique name, used in {@link Weights}
     * @param initializer how it starts
     * @param shape its shape
     * @return a trainable parameter
     */
    public SDVariable parameter(final String name, final Initializer initializer, final long... shape) {
        if (m_parameters.containsKey(name)) {
            throw new IllegalArgumentException("There is already a parameter " + name);
        }
        final INDArray array = m_shared.isEmpty() ? newParameter(name, initializer, shape) : m_shared.get(name);
        m_parameters.put(name, array);
        return m_sameDiff.var(name, array);
    }

    private INDArray newParameter(final String name, final Initializer initializer, final long... shape) {
        final float[] values = new float[Math.toIntExact(Tensor.elements(shape))];
        initializer.fill(values, m_seeds.stream("parameter " + name));
        return toArray(values, shape);
    }

    /**
     * @param values values in C order
     * @param shape shape
     * @return a constant
     */
    public SDVariable constant(final float[] values, final long... shape) {
        return m_sameDiff.constant(toArray(values, shape));
    }

    /**
     * A matrix whose elements are all the same; the same request gives the same constant.
     *
     * @param value the elements
     * @param rows number of rows
     * @param columns number of columns
     * @return a constant [rows, columns]
     */
    public SDVariable filled(final double value, final long rows, final long columns) {
        return m_constants.computeIfAbsent(value + " " + rows + "x" + columns, k -> {
            final INDArray array = Nd4j.valueArrayOf(new long[]{rows, columns}, value, m_precision);
            m_owned.add(array);
            return m_sameDiff.constant(array);
        });
    }

    /**
     * @param rows number of rows
     * @param columns number of columns
     * @return a constant matrix of ones [rows, columns]
     */
    public SDVariable ones(final long rows, final long columns) {
        return filled(1, rows, columns);
    }

    /** @return name → array of the trainable parameters, in the order they were added; changing an array trains */
    public Map<String, INDArray> parameters() {
        return Collections.unmodifiableMap(m_parameters);
    }

    /** @return a copy of the parameters as they are now, as floats */
    public Weights weights() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        m_parameters.forEach((name, array) -> tensors.put(name,
            new Tensor(array.shape(), array.data().asFloat())));
        return Weights.of(tensors);
    }

    /**
     * Sets all parameters.
     *
     * @param weights an array for each parameter, of its shape; more is allowed and ignored
     * @throws IllegalArgumentException if one is missing or of another shape
     */
    public void load(final Weights weights) {
        m_parameters.forEach((name, array) -> {
            final Tensor tensor = weights.get(name);
            if (!Arrays.equals(tensor.shape(), array.shape())) {
                throw new IllegalArgumentException("Parameter " + name + " is " + Arrays.toString(array.shape())
                    + ", the weights have " + Arrays.toString(tensor.shape()));
            }
            try (INDArray source = Nd4j.create(tensor.values(), tensor.shape(), 'c')) {
                array.assign(source);
            }
        });
    }

    /** Frees the parameters and constants. Nothing of the graph may be used after. */
    @Override
    public void close() {
        m_owned.forEach(array -> {
            if (array.closeable()) {
                array.close();
            }
        });
        m_owned.clear();
    }

    private INDArray toArray(final float[] values, final long... shape) {
        final INDArray array = Nd4j.createUninitialized(m_precision, shape);
        try (INDArray floats = Nd4j.create(values, shape, 'c')) {
            array.assign(floats);
        }
        m_owned.add(array);
        return array;
    }
}
