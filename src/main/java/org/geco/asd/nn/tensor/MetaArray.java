package org.geco.asd.nn.tensor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

import org.geco.asd.files.Tensor;
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
record MetaArray(DataType precision, long address, long[] shape) implements InvocationHandler {
    /** Two arrays have different addresses, as real ones do. */
    private static final AtomicLong ADDRESSES = new AtomicLong();

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

    private INDArray view(final long... other) {
        return new MetaArray(precision, address, other).proxy(INDArray.class);
    }

    private <T> T proxy(final Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, this));
    }

    @Override
    public Object invoke(final Object self, final Method method, final Object[] arguments) {
        return switch (method.getName()) {
            case "shape" -> shape.clone();
            case "size" -> shape[(int)arguments[0]];
            case "length" -> Tensor.elements(shape);
            case "stride" -> arguments == null ? strides() : (Object)(int)strides()[(int)arguments[0]];
            case "offset" -> 0L;
            case "dataType" -> precision;
            case "reshape" -> view(filled(arguments));
            case "get" -> view(indexed((INDArrayIndex[])arguments[0]));
            case "data" -> proxy(DataBuffer.class);
            case "platformAddress" -> address;
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
        final long[] strides = new long[shape.length];
        long stride = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }

    /** −1 in a shape stands for what is left. */
    private long[] filled(final Object... arguments) {
        final long[] wanted = arguments[0] instanceof final long[] all ? all
            : Arrays.stream(arguments).mapToLong(size -> ((Number)size).longValue()).toArray();
        final long known = Arrays.stream(wanted).filter(size -> size >= 0).reduce(1, (a, b) -> a * b);
        return Arrays.stream(wanted).map(size -> size >= 0 ? size : Tensor.elements(shape) / known).toArray();
    }

    private long[] indexed(final INDArrayIndex[] indices) {
        final long[] part = shape.clone();
        for (int i = 0; i < indices.length; i++) {
            part[i] = indices[i] instanceof NDArrayIndexAll ? part[i] : indices[i].length();
        }
        return part;
    }
}
