package org.geco.asd.nn.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.files.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The off-heap arrays of one network: some for its life, some lent for a moment. After the first step nothing is
 * allocated any more, so that {@link #bytes} of a dry run are those of a training. For one thread at a time.
 */
public final class Arena implements AutoCloseable {
    private final DataType m_precision;
    private final boolean m_training;
    private final boolean m_dryRun;
    private final List<INDArray> m_all = new ArrayList<>();
    private final Map<Long, Deque<INDArray>> m_free = new HashMap<>();

    /** By address: an array in another shape has another buffer object. */
    private final Map<Long, INDArray> m_lent = new HashMap<>();
    private final Map<String, INDArray> m_shared = new HashMap<>();
    private long m_bytes;

    /**
     * @param parameters of the network: the arrays have its precision, and are counted only if it is a dry run
     * @param training whether what a layer computes is kept for its backward pass
     */
    public Arena(final Parameters parameters, final boolean training) {
        this(parameters.precision(), training, parameters.isDryRun());
    }

    /** An arena whose arrays are all of one precision, see {@link #Arena(Parameters, boolean)}. */
    public Arena(final DataType precision, final boolean training) {
        this(precision, training, false);
    }

    /** @return an arena for a dry run without training: its arrays are counted, not allocated */
    public static Arena dryRun(final DataType precision) {
        return new Arena(precision, false, true);
    }

    private Arena(final DataType precision, final boolean training, final boolean dryRun) {
        m_precision = precision;
        m_training = training;
        m_dryRun = dryRun;
    }

    /** @return true if arrays are counted but not allocated, so that there are no values to compute with */
    public boolean isDryRun() {
        return m_dryRun;
    }

    /** @return FLOAT or DOUBLE */
    public DataType precision() {
        return m_precision;
    }

    /** @return a new array of zeros of this shape that lives as long as the arena */
    public INDArray array(final long... shape) {
        final INDArray array = m_dryRun ? MetaArray.of(m_precision, shape) : create(shape);
        m_all.add(array);
        m_bytes += array.length() * m_precision.width();
        return array;
    }

    private INDArray create(final long... shape) {
        // not in a workspace that a layer of Deeplearning4j computes in
        try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            return Nd4j.create(m_precision, shape);
        }
    }

    /**
     * An array for what a layer computes on the way: its own in training, where the backward pass needs it; else one
     * for all layers that agree in role (e.g. "queries") and shape, so that it holds until the next layer computes.
     */
    public INDArray intermediate(final String role, final long... shape) {
        return m_training ? array(shape) : shared(role, shape);
    }

    /** Lends an array of this shape, to be given back; its content is arbitrary. */
    public INDArray take(final long... shape) {
        final long length = Tensor.elements(shape);
        INDArray flat = m_free.computeIfAbsent(length, k -> new ArrayDeque<>()).pollLast();
        if (flat == null) {
            flat = array(length);
        }
        m_lent.put(flat.data().platformAddress(), flat);
        return flat.reshape(shape);
    }

    /** @param array what {@link #take} lent and is not used any more */
    public void give(final INDArray array) {
        final INDArray flat = m_lent.remove(array.data().platformAddress());
        if (flat == null) {
            throw new IllegalArgumentException("The array is not lent");
        }
        m_free.get(flat.length()).addLast(flat);
    }

    /** A constant vector [length, 1]; the same request gives the same array. */
    INDArray filled(final double value, final long length) {
        return m_shared.computeIfAbsent("filled " + value + " " + length, k -> {
            final INDArray array = array(length, 1);
            array.assign(value);
            return array;
        });
    }

    /**
     * An array that layers of the same geometry use in turn: the same for the same purpose and shape; zero at first,
     * then as the last user left it.
     */
    public INDArray shared(final String purpose, final long... shape) {
        return m_shared.computeIfAbsent(purpose + " " + Arrays.toString(shape), k -> array(shape));
    }

    /** @return bytes of all arrays */
    public long bytes() {
        return m_bytes;
    }

    /** @return number of arrays that are lent; 0 between two steps, which tests check */
    public int lent() {
        return m_lent.size();
    }

    /** Overwrites all free arrays, so that a test notices who reads what was not written in this step. */
    public void poison() {
        m_free.values().forEach(free -> free.forEach(array -> array.assign(Double.NaN)));
    }

    /** Frees everything. */
    @Override
    public void close() {
        m_all.forEach(INDArray::close);
        m_all.clear();
        m_free.clear();
        m_lent.clear();
        m_shared.clear();
        m_bytes = 0;
    }
}
