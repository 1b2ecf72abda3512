package org.geco.asd.nn.tensor;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An input that is filled in Java, step after step: a Java array and the native array it is copied to. */
public final class HostArray implements AutoCloseable {
    /** Whether arrays lie in the memory that Java writes to; a GPU has its own, and would not notice. */
    private static final boolean HOST_MEMORY = Nd4j.getBackend().getClass().getSimpleName().equals("CpuBackend");

    /** Whether Java and BLAS use that. */
    private static volatile boolean direct = HOST_MEMORY;

    private final float[] m_values;
    private final INDArray m_array;

    /** @return true on the CPU, where Java and BLAS reach the arrays; a GPU's lie in its own memory */
    public static boolean isInHostMemory() {
        return direct;
    }

    /** Lets the CPU compute as a GPU must, without a look into the arrays' memory, so that both can be compared. */
    static void avoidHostMemory(final boolean avoid) {
        direct = HOST_MEMORY && !avoid;
    }

    /** @param shape shape of the array */
    public HostArray(final long... shape) {
        m_array = Nd4j.create(DataType.FLOAT, shape);
        m_values = new float[Math.toIntExact(m_array.length())];
    }

    /** @return the values in C order, to be filled; they keep what they had */
    public float[] values() {
        return m_values;
    }

    /** @return the native array with a copy of the present values; always the same object */
    public INDArray upload() {
        if (direct) {
            ((FloatPointer)m_array.data().pointer()).put(m_values, 0, m_values.length);
        } else {
            m_array.data().setData(m_values);
        }
        return m_array;
    }

    /** Copies values into a native array of as many FLOATs in C order, not a part of another. */
    static void upload(final float[] values, final INDArray array) {
        if (direct) {
            new FloatPointer(array.data().pointer()).position(array.offset()).put(values, 0, values.length);
        } else {
            array.data().setData(values);
        }
    }

    /** Copies the values of a native array of FLOATs in C order into an array of as many elements or more. */
    public static void download(final INDArray array, final float[] values) {
        final int length = Math.toIntExact(array.length());
        if (direct && array.ordering() == 'c' && !array.isView()) {
            new FloatPointer(array.data().pointer()).position(array.offset()).get(values, 0, length);
            return;
        }
        try (INDArray copy = array.dup('c')) {
            if (direct) {
                download(copy, values);
            } else {
                System.arraycopy(copy.data().asFloat(), 0, values, 0, length);
            }
        }
    }

    @Override
    public void close() {
        m_array.close();
    }
}
