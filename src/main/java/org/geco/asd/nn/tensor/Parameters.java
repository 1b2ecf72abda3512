package org.geco.asd.nn.tensor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.common.Seeds;
import org.geco.asd.files.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The parameters of a network as parts of one vector, so that an optimiser updates all of them at once, and so that the
 * same network for another batch size uses the same numbers. First the layers {@link #add} theirs, then
 * {@link #allocate} makes the vector. ND4J must have been started.
 */
public final class Parameters implements ParameterSource, AutoCloseable {
    private record Entry(Parameter parameter, Initializer initializer, long from, long to) { }

    private final DataType m_precision;

    /** Where initial values come from; null in a dry run, where there are no values. */
    private final Seeds m_seeds;
    private final Map<String, Entry> m_entries = new LinkedHashMap<>();
    private long m_length;
    private INDArray m_values;
    private INDArray m_gradients;

    /**
     * @param precision FLOAT to train, DOUBLE to check gradients
     * @param seeds where initial values come from; each parameter has its own stream, by name
     */
    public Parameters(final DataType precision, final Seeds seeds) {
        m_precision = precision;
        m_seeds = seeds;
    }

    /**
     * Parameters without values: a network of them has no values either. It computes nothing when it runs, but counts
     * what it would allocate; a dry run of one step tells the memory that a training needs, before it is taken.
     */
    public static Parameters dryRun(final DataType precision) {
        return new Parameters(precision, null);
    }

    /** @return true if the arrays of these parameters' network are counted, not allocated */
    boolean isDryRun() {
        return m_seeds == null;
    }

    /** @return FLOAT or DOUBLE */
    public DataType precision() {
        return m_precision;
    }

    /** @return a new vector of zeros as long as all parameters, for an optimiser; the caller frees it */
    public INDArray vector() {
        return isDryRun() ? MetaArray.of(m_precision, m_length) : Nd4j.create(m_precision, m_length);
    }

    /** @return the parameter; the one that is already there if a network of the same parameters was built before */
    @Override
    public Parameter add(final String name, final Initializer initializer, final long... shape) {
        final Entry known = m_entries.get(name);
        if (known != null) {
            if (!Arrays.equals(known.parameter().shape(), shape)) {
                throw new IllegalArgumentException("Parameter " + name + " is of another shape than "
                    + Arrays.toString(shape));
            }
            return known.parameter();
        }
        if (m_values != null) {
            throw new IllegalArgumentException("The parameters are allocated, " + name + " comes too late");
        }
        final long to = m_length + Tensor.elements(shape);
        final Entry entry = new Entry(new Parameter(name, shape), initializer, m_length, to);
        m_entries.put(name, entry);
        m_length = to;
        return entry.parameter();
    }

    /** Makes the vector of values, at their initial values, and of gradients if trained, unless they are there. */
    public void allocate(final boolean training) {
        if (m_values == null) {
            m_values = vector();
            m_entries.values().forEach(e -> e.parameter().bind(part(m_values, e)));
            if (!isDryRun()) {
                m_entries.forEach(this::initialise);
            }
        }
        if (training && m_gradients == null) {
            m_gradients = vector();
            m_entries.values().forEach(e -> e.parameter().bindGradient(part(m_gradients, e)));
        }
    }

    private void initialise(final String name, final Entry entry) {
        final float[] values = new float[Math.toIntExact(entry.to() - entry.from())];
        entry.initializer().fill(values, m_seeds.stream("parameter " + name));
        try (INDArray source = Nd4j.createFromArray(values)) {
            m_values.get(NDArrayIndex.interval(entry.from(), entry.to())).assign(source);
        }
    }

    private static INDArray part(final INDArray vector, final Entry entry) {
        return vector.get(NDArrayIndex.interval(entry.from(), entry.to())).reshape(entry.parameter().shape());
    }

    /** Parameters that were added one after the other, the first [n, columns], as one matrix [rows, columns]. */
    public Parameter stack(final Parameter first, final long rows) {
        final Entry entry = m_entries.get(first.name());
        final long columns = first.shape()[1];
        final Parameter all = new Parameter(first.name(), rows, columns);
        final Entry span = new Entry(all, entry.initializer(), entry.from(), entry.from() + rows * columns);
        all.bind(part(m_values, span));
        if (m_gradients != null) {
            all.bindGradient(part(m_gradients, span));
        }
        return all;
    }

    /** @return the vector of all values; changing it trains */
    public INDArray values() {
        return m_values;
    }

    /** @return the vector of all gradients, in the order of the values; null unless trained */
    public INDArray gradients() {
        return m_gradients;
    }

    /** @return all parameters in the order they were added */
    public List<Parameter> all() {
        return m_entries.values().stream().map(Entry::parameter).toList();
    }

    /** @return a copy of the values as they are now, as floats */
    public Weights weights() {
        return Weights.of(split(m_values, ""));
    }

    /** Cuts a vector as long as the parameters' into copies of their shapes; the prefix is put before each name. */
    public Map<String, Tensor> split(final INDArray vector, final String prefix) {
        final float[] all = vector.data().asFloat();
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        m_entries.forEach((name, e) -> tensors.put(prefix + name,
            new Tensor(e.parameter().shape(), Arrays.copyOfRange(all, (int)e.from(), (int)e.to()))));
        return tensors;
    }

    /** Sets all parameters, see {@link #join}. */
    public void load(final Weights weights) {
        join(weights, "", m_values);
    }

    /**
     * The inverse of {@link #split}: sets the vector to the weights under prefix + name; more are allowed and ignored,
     * a missing one or another shape is an IllegalArgumentException.
     */
    public void join(final Weights weights, final String prefix, final INDArray vector) {
        final float[] all = new float[Math.toIntExact(m_length)];
        m_entries.forEach((name, e) -> {
            final Tensor tensor = weights.get(prefix + name);
            if (!Arrays.equals(tensor.shape(), e.parameter().shape())) {
                throw new IllegalArgumentException("Parameter " + name + " is "
                    + Arrays.toString(e.parameter().shape()) + ", the weights have "
                    + Arrays.toString(tensor.shape()));
            }
            System.arraycopy(tensor.values(), 0, all, (int)e.from(), tensor.values().length);
        });
        try (INDArray source = Nd4j.createFromArray(all)) {
            vector.assign(source);
        }
    }

    /** @return off-heap bytes of values and gradients */
    public long bytes() {
        return (m_gradients == null ? 1 : 2) * m_length * m_precision.width();
    }

    /** Frees values and gradients. No network of these parameters may be used after. */
    @Override
    public void close() {
        if (m_values != null) {
            m_values.close();
        }
        if (m_gradients != null) {
            m_gradients.close();
        }
    }
}
