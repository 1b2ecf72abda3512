package org.geco.asd.nn.tensor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

import org.geco.asd.nn.tensor.Weights.Tensor;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndexAll;

/**
 * Arrays with a shape but without values and memory, as PyTorch's device "meta" has them: a network that is made of
 * them and runs once has asked for everything it needs, and nothing was allocated or computed. {@link Ops} skips them;
 * what changes an array in place does nothing. In C order; ND4J need not have been started.
 */
final class MetaArray implements InvocationHandler {

    /** Two arrays have different addresses, as real ones do. */
    private static final AtomicLong ADDRESSES = new AtomicLong();

    private final DataType m_precision;

    private final long m_address;

    private final long[] m_shape;

    private MetaArray(final DataType precision, final long address, final long... shape) {
        m_precision = precision;
        m_address = address;
        m_shape = shape;
    }

    /** @return a new array */
    static INDArray of(final DataType precision, final long... shape) {
        return new MetaArray(precision, ADDRESSES.incrementAndGet(), shape.clone()).proxy(INDArray.class);
    }

    /** @return whether the array is one of these */
    static boolean is(final INDArray array) {
        return array instanceof Proxy;
    }

    /** @return an array of another shape on the same memory */
    static INDArray view(final INDArray array, final long... shape) {
        return ((MetaArray)Proxy.getInvocationHandler(array)).view(shape);
    }

    private INDArray view(final long... shape) {
        return new MetaArray(m_precision, m_address, shape).proxy(INDArray.class);
    }

    private <T> T proxy(final Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, this));
    }

    @Override
    public Object invoke(final Object self, final Method method, final Object[] arguments) {
        return switch (method.getName()) {
            case "shape" -> m_shape.clone();
            case "size" -> m_shape[(int)arguments[0]];
            case "length" -> Tensor.elements(m_shape);
            case "stride" -> arguments == null ? strides() : (Object)(int)strides()[(int)arguments[0]];
            case "offset" -> 0L;
            case "dataType" -> m_precision;
            case "reshape" -> view(filled(arguments));
            case "get" -> view(indexed((INDArrayIndex[])arguments[0]));
            case "data" -> proxy(DataBuffer.class);
            case "platformAddress" -> m_address;
            case "close" -> null;
            default -> {
                if (method.getReturnType() != INDArray.class) {
                    throw new UnsupportedOperationException("An array without values has no " + method.getName());
                }
                yield self; // changed in place
            }
        };
    }

    private long[] strides() {
        final long[] strides = new long[m_shape.length];
        long stride = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= m_shape[i];
        }
        return strides;
    }

    /** −1 in a shape stands for what is left. */
    private long[] filled(final Object... arguments) {
        final long[] shape = arguments[0] instanceof final long[] all ? all
            : Arrays.stream(arguments).mapToLong(size -> ((Number)size).longValue()).toArray();
        final long known = Arrays.stream(shape).filter(size -> size >= 0).reduce(1, (a, b) -> a * b);
        return Arrays.stream(shape).map(size -> size >= 0 ? size : Tensor.elements(m_shape) / known).toArray();
    }

    private long[] indexed(final INDArrayIndex[] indices) {
        final long[] shape = m_shape.clone();
        for (int i = 0; i < indices.length; i++) {
            shape[i] = indices[i] instanceof NDArrayIndexAll ? shape[i] : indices[i].length();
        }
        return shape;
    }
}
