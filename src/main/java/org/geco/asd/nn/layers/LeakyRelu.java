package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/** max(x, 0) + slope·min(x, 0), with a slope for each column of a matrix. */
final class LeakyRelu {
    private LeakyRelu() { }

    /** x [n, c] ← of x; slopes [1, c]. */
    static void forward(final Arena arena, final INDArray x, final INDArray slopes) {
        final INDArray positive = arena.take(x.shape());
        final INDArray rest = rest(arena, slopes);
        Ops.relu(x, positive);
        Ops.multiply(positive, rest, positive);
        Ops.multiply(x, slopes, x);
        Ops.add(x, positive, x);
        arena.give(rest);
        arena.give(positive);
    }

    /** d [n, c] ← dL/dx for d = dL/dy and any array of the sign of x: x itself, or y where no slope is negative. */
    static void backward(final Arena arena, final INDArray sign, final INDArray slopes, final INDArray d) {
        final INDArray factors = arena.take(sign.shape());
        final INDArray rest = rest(arena, slopes);
        Ops.step(sign, factors);
        Ops.multiply(factors, rest, factors);
        Ops.add(factors, slopes, factors);
        Ops.multiply(d, factors, d);
        arena.give(rest);
        arena.give(factors);
    }

    private static INDArray rest(final Arena arena, final INDArray slopes) {
        final INDArray rest = arena.take(slopes.shape());
        if (!arena.isDryRun()) {
            slopes.rsub(1, rest);
        }
        return rest;
    }
}
