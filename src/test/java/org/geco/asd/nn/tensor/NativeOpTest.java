package org.geco.asd.nn.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.geco.asd.nn.runtime.NativeThreads;
import org.geco.asd.nn.runtime.Nd4jRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a thread keeps for an operation remembers nothing of the call before. */
class NativeOpTest {
    private static final NativeOp PRODUCT = new NativeOp("matmul", List.of(0, 0, 0), List.of(1.0, 0.0));
    private static final NativeOp OF_TRANSPOSED = new NativeOp("matmul", List.of(1, 0, 0), List.of(1.0, 0.0));

    @BeforeAll
    static void start() throws Exception {
        Nd4jRuntime.start();
    }

    private static INDArray ascending(final int rows, final int columns) {
        return Nd4j.arange(1, rows * columns + 1).castTo(DataType.FLOAT).reshape(rows, columns);
    }

    private static INDArray run(final NativeOp op, final INDArray a, final INDArray b, final long rows) {
        final INDArray out = Nd4j.create(DataType.FLOAT, rows, b.size(1));
        op.run(List.of(a, b), List.of(out));
        return out;
    }

    @Test
    void eachCallSeesItsOwnArraysAndArguments() {
        for (int size = 1; size < 5; size++) {
            final INDArray a = ascending(size, 3);
            final INDArray b = ascending(3, size + 1);
            assertThat(run(PRODUCT, a, b, size)).isEqualTo(a.mmul(b));
            final INDArray c = ascending(size, 2);
            assertThat(run(OF_TRANSPOSED, a, c, 3)).isEqualTo(a.transpose().mmul(c));
        }
    }

    @Test
    void severalThreadsComputeSideBySide() throws Exception {
        final ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            final List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 1; i <= 40; i++) {
                final int size = i;
                all.add(threads.submit(() -> {
                    NativeThreads.enter();
                    final INDArray a = ascending(size, 7);
                    final INDArray b = ascending(7, 5);
                    return run(PRODUCT, a, b, size).equals(a.mmul(b));
                }));
            }
            for (final Future<Boolean> equal : all) {
                assertThat(equal.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theNextCallSucceedsAfterOneThatFailed() {
        final INDArray a = ascending(2, 3);
        assertThatThrownBy(() -> run(PRODUCT, a, ascending(5, 2), 2)).isInstanceOf(RuntimeException.class);
        final INDArray b = ascending(3, 2);
        assertThat(run(PRODUCT, a, b, 2)).isEqualTo(a.mmul(b));
    }
}
