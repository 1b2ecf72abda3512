package org.geco.asd.nn.tensor;

import java.nio.FloatBuffer;
import java.util.Optional;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/**
 * An array of which several threads read or write pieces: in its own memory if Java reaches it, else in a copy of the
 * whole.
 */
public final class HostPieces {
    private final INDArray m_array;
    private final Optional<HostValues> m_copy;
    private final FloatBuffer m_memory;

    private HostPieces(final INDArray array, final Optional<HostValues> copy) {
        m_array = array;
        m_copy = copy;
        m_memory = copy.isPresent() ? FloatBuffer.allocate(0)
            : new FloatPointer(array.data().pointer()).capacity(array.length()).asBuffer();
    }

    /** @return an array of any layout, to be read */
    public static HostPieces read(final INDArray array) {
        return new HostPieces(array, isReached(array) ? Optional.empty() : Optional.of(HostValues.of(array)));
    }

    /** @return an array in C order, not a part of another, of which every value is to be written */
    public static HostPieces write(final INDArray array) {
        return new HostPieces(array, isReached(array) ? Optional.empty()
            : Optional.of(HostValues.zeros(array.dataType(), array.length())));
    }

    private static boolean isReached(final INDArray array) {
        return HostArray.isInHostMemory() && array.dataType() == DataType.FLOAT && array.offset() == 0
            && Shape.hasDefaultStridesForShape(array);
    }

    /** @return so many zeros of the array's precision */
    public HostValues zeros(final long length) {
        return HostValues.zeros(m_array.dataType(), length);
    }

    /** Copies so many values, from an index in C order on, to an index on. */
    public void get(final long from, final HostValues to, final int at, final int count) {
        if (m_copy.isPresent()) {
            m_copy.get().copy(Math.toIntExact(from), to, at, count);
        } else {
            m_memory.get(Math.toIntExact(from), ((HostValues.Floats)to).values(), at, count);
        }
    }

    /** Copies so many values, from an index on, to an index in C order on. */
    public void put(final HostValues values, final int from, final long to, final int count) {
        if (m_copy.isPresent()) {
            values.copy(from, m_copy.get(), Math.toIntExact(to), count);
        } else {
            m_memory.put(Math.toIntExact(to), ((HostValues.Floats)values).values(), from, count);
        }
    }

    /** To be called when all is written. */
    public void store() {
        m_copy.ifPresent(values -> values.store(m_array));
    }
}
