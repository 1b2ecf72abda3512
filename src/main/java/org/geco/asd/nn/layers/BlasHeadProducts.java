package org.geco.asd.nn.layers;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import java.util.stream.IntStream;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One BLAS call for each window and head, directly on the rows of the large matrices: no copy in another order, and
 * three times as fast as ND4J's batched product (docs/performance.md). Windows are shared by the threads of ND4J; every
 * element is computed by one thread in a fixed order.
 */
final class BlasHeadProducts implements HeadProducts {
    private final Sizes m_sizes;
    private final int m_threads;

    BlasHeadProducts(final Sizes sizes) {
        m_sizes = sizes;
        m_threads = Math.max(1, Math.min(Nd4j.getEnvironment().maxThreads(), sizes.windows() / 16));
    }

    /** One matrix operand: where the block of a window and head starts and how far its rows are apart. */
    private record Operand(INDArray array, long start, long perWindow, long perHead, int perRow) {
        long at(final int window, final int head) {
            return start + window * perWindow + head * perHead;
        }
    }

    /** C ← α·op(A)·op(B), C being m × n; a and b are what BLAS calls the operations. */
    private record Product(int a, int b, int m, int n, int k, double alpha) { }

    /** The product of one window and head, whose operands start at these elements. */
    @FunctionalInterface
    private interface Block {
        void multiply(long a, long b, long c);
    }

    private Operand values(final Values values) {
        return new Operand(values.matrix(), values.column(), values.columns(), m_sizes.size(),
            values.columns() * m_sizes.windows());
    }

    private Operand weights(final INDArray weights) {
        final long block = (long)m_sizes.queries() * m_sizes.keys();
        return new Operand(weights, 0, block * m_sizes.heads(), block, m_sizes.keys());
    }

    @Override
    public void weights(final double alpha, final Values queries, final Values keys, final INDArray weights) {
        multiply(new Product(CblasNoTrans, CblasTrans, m_sizes.queries(), m_sizes.keys(), m_sizes.size(), alpha),
            values(queries), values(keys), weights(weights));
    }

    @Override
    public void mix(final double alpha, final INDArray weights, final boolean transposed, final Values values,
        final Values out) {
        final Product product = transposed
            ? new Product(CblasTrans, CblasNoTrans, m_sizes.keys(), m_sizes.size(), m_sizes.queries(), alpha)
            : new Product(CblasNoTrans, CblasNoTrans, m_sizes.queries(), m_sizes.size(), m_sizes.keys(), alpha);
        multiply(product, weights(weights), values(values), values(out));
    }

    private void multiply(final Product product, final Operand a, final Operand b, final Operand c) {
        if (m_threads == 1) {
            multiply(product, a, b, c, 0, m_sizes.windows());
            return;
        }
        IntStream.range(0, m_threads).parallel().forEach(t -> multiply(product, a, b, c,
            m_sizes.windows() * t / m_threads, m_sizes.windows() * (t + 1) / m_threads));
    }

    private void multiply(final Product product, final Operand a, final Operand b, final Operand c, final int from,
        final int to) {
        final Block block =
            a.array().dataType() == DataType.DOUBLE ? doubles(product, a, b, c) : floats(product, a, b, c);
        for (int w = from; w < to; w++) {
            for (int h = 0; h < m_sizes.heads(); h++) {
                block.multiply(a.at(w, h), b.at(w, h), c.at(w, h));
            }
        }
    }

    private static Block floats(final Product p, final Operand a, final Operand b, final Operand c) {
        final FloatPointer pa = new FloatPointer(a.array().data().pointer());
        final FloatPointer pb = new FloatPointer(b.array().data().pointer());
        final FloatPointer pc = new FloatPointer(c.array().data().pointer());
        final float alpha = (float)p.alpha();
        return (atA, atB, atC) -> openblas_nolapack.cblas_sgemm(CblasRowMajor, p.a(), p.b(), p.m(), p.n(), p.k(),
            alpha, pa.position(atA), a.perRow(), pb.position(atB), b.perRow(), 0f, pc.position(atC), c.perRow());
    }

    private static Block doubles(final Product p, final Operand a, final Operand b, final Operand c) {
        final DoublePointer pa = new DoublePointer(a.array().data().pointer());
        final DoublePointer pb = new DoublePointer(b.array().data().pointer());
        final DoublePointer pc = new DoublePointer(c.array().data().pointer());
        return (atA, atB, atC) -> openblas_nolapack.cblas_dgemm(CblasRowMajor, p.a(), p.b(), p.m(), p.n(), p.k(),
            p.alpha(), pa.position(atA), a.perRow(), pb.position(atB), b.perRow(), 0, pc.position(atC), c.perRow());
    }
}
