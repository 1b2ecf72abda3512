package org.geco.asd.nn.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;

import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Values that go to arrays and come back by the host's way and by a device's are copies, so equal to the bit. */
class HostArrayTest {
    private static final float UNTOUCHED = -7;

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    private static INDArray ascending(final long... shape) {
        return Nd4j.linspace(DataType.FLOAT, 0, 0.1, Arrays.stream(shape).reduce(1, (a, b) -> a * b)).reshape(shape);
    }

    static Stream<Arguments> arrays() throws Exception {
        Nd4jRuntime.start();
        final INDArray images = ascending(2, 5, 7, 3);
        final INDArray matrix = ascending(5, 7);
        return Stream.of(Arguments.of("one value", ascending(1)), Arguments.of("a vector", ascending(13)),
            Arguments.of("a row", ascending(1, 13)), Arguments.of("a column", ascending(13, 1)),
            Arguments.of("a matrix", matrix), Arguments.of("images", images),
            Arguments.of("another shape", matrix.reshape(7, 5)), Arguments.of("in F order", matrix.dup('f')),
            Arguments.of("a transpose", matrix.transpose()), Arguments.of("permuted", images.permute(0, 3, 1, 2)),
            Arguments.of("the first rows", matrix.get(NDArrayIndex.interval(0, 2), NDArrayIndex.all())),
            Arguments.of("the last rows", matrix.get(NDArrayIndex.interval(3, 5), NDArrayIndex.all())),
            Arguments.of("columns", matrix.get(NDArrayIndex.all(), NDArrayIndex.interval(2, 5))),
            Arguments.of("the last image", images.get(NDArrayIndex.interval(1, 2), NDArrayIndex.all(),
                NDArrayIndex.all(), NDArrayIndex.all())),
            Arguments.of("every second pixel", Ops.view(images, new long[]{2, 3, 4, 3}, new long[]{105, 42, 6, 1}, 0)),
            Arguments.of("a part of a vector as a matrix",
                ascending(40).get(NDArrayIndex.interval(9, 21)).reshape(3, 4)));
    }

    /** One value after the other, as ND4J gives them. */
    private static float[] expected(final INDArray array, final int length) {
        final float[] values = new float[length];
        Arrays.fill(values, UNTOUCHED);
        for (int i = 0; i < array.length(); i++) {
            values[i] = array.getFloat(position(array.shape(), i));
        }
        return values;
    }

    private static long[] position(final long[] shape, final long index) {
        final long[] position = new long[shape.length];
        long rest = index;
        for (int i = shape.length - 1; i >= 0; i--) {
            position[i] = rest % shape[i];
            rest /= shape[i];
        }
        return position;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("arrays")
    void bothWaysReadTheSameValuesAndNoMore(final String name, final INDArray array) throws Exception {
        final int length = Math.toIntExact(array.length()) + 2;
        final DevicePath.Both<float[]> read = DevicePath.both(() -> {
            final float[] values = new float[length];
            Arrays.fill(values, UNTOUCHED);
            HostArray.download(array, values);
            return values;
        });
        assertThat(read.host()).as(name).containsExactly(expected(array, length));
        assertThat(read.device()).as(name).containsExactly(expected(array, length));
        final HostValues copy = DevicePath.device(() -> HostValues.of(array));
        assertThat(((HostValues.Floats)copy).values()).containsExactly(Arrays.copyOf(read.host(), length - 2));
    }

    static Stream<long[]> shapes() {
        return Stream.of(new long[]{1}, new long[]{13}, new long[]{1, 7}, new long[]{7, 1}, new long[]{3, 5},
            new long[]{1, 5, 7, 3}, new long[]{2, 1, 3, 1});
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void bothWaysWriteTheSameValuesStepAfterStep(final long... shape) throws Exception {
        final float[] values = ascending(shape).data().asFloat();
        assertThat(DevicePath.both(() -> written(values, shape))).satisfies(both -> {
            assertThat(both.host()).containsExactly(values);
            assertThat(both.device()).containsExactly(values);
        });
    }

    private static float[] written(final float[] values, final long... shape) {
        try (HostArray array = new HostArray(shape); Arena arena = new Arena(DataType.FLOAT, true)) {
            Arrays.fill(array.values(), UNTOUCHED);
            final INDArray first = array.upload();
            assertThat(first.sumNumber().floatValue()).isEqualTo(UNTOUCHED * values.length);
            System.arraycopy(values, 0, array.values(), 0, values.length);
            assertThat(array.upload()).isSameAs(first);
            final INDArray lent = arena.take(shape);
            new HostValues.Floats(values).store(lent);
            assertThat(lent.dup('c').data().asFloat()).containsExactly(values);
            return first.dup('c').data().asFloat();
        }
    }

    @Test
    void aDevicesWayIsTakenOnlyAsLongAsItIsAskedFor() throws Exception {
        assertThat(DevicePath.both(HostArray::isInHostMemory)).isEqualTo(new DevicePath.Both<>(true, false));
        assertThat(HostArray.isInHostMemory()).isTrue();
    }
}
