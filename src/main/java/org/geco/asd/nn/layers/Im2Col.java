package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * im2col: the pixels under each element of a kernel, side by side, so that a convolution's gradient is one matrix
 * product. Copied with a {@link StridedView} for each element of the kernel; what lies in the padding is never written
 * and stays 0.
 */
final class Im2Col {
    private final Convolution m_convolution;
    private final FeatureMap m_in;
    private final FeatureMap m_out;
    private final INDArray m_columns;

    /** For inputs of a size; the arena keeps the columns, which layers of the same sizes share. */
    Im2Col(final Arena arena, final Convolution convolution, final FeatureMap in) {
        m_convolution = convolution;
        m_in = in;
        m_out = convolution.output(in);
        final int kernel = convolution.kernel() * convolution.kernel();
        // with one channel the pixels under one kernel element lie together, so that they are written in one piece
        m_columns = in.channels() == 1
            ? arena.shared("columns of " + in, kernel, m_out.batch(), m_out.height(), m_out.width())
            : arena.shared("columns of " + in + convolution.stride(), m_out.batch(), m_out.height(), m_out.width(),
                kernel, in.channels());
    }

    /**
     * @return the images' columns until the next call by any layer: [out pixels, kernel² · channels], or the transpose
     *         of it, [kernel², out pixels], if there is one channel
     */
    INDArray of(final INDArray images) {
        final int kernel = m_convolution.kernel();
        for (int y = 0; y < kernel; y++) {
            for (int x = 0; x < kernel; x++) {
                copy(images, y, x);
            }
        }
        return m_in.channels() == 1 ? m_columns.reshape((long)kernel * kernel, m_out.rows())
            : m_columns.reshape(m_out.rows(), (long)kernel * kernel * m_in.channels());
    }

    private void copy(final INDArray images, final int y, final int x) {
        final Range rows = range(y, m_in.height(), m_out.height());
        final Range columns = range(x, m_in.width(), m_out.width());
        if (rows.count() <= 0 || columns.count() <= 0) {
            return;
        }
        final long element = (long)y * m_convolution.kernel() + x;
        under(element).of(rows.to(), columns.to())
            .assign(StridedView.all(images).of(rows.from(), columns.from()));
    }

    /** Where the pixels under one element of the kernel go, as an image of the output's size. */
    private StridedView under(final long element) {
        final long[] shape = {m_out.batch(), m_out.height(), m_out.width(), m_in.channels()};
        return m_in.channels() == 1
            ? new StridedView(m_columns, shape, new long[]{(long)m_out.height() * m_out.width(), m_out.width(), 1, 1},
                element * m_out.rows())
            : new StridedView(m_columns, shape,
                new long[]{m_columns.stride(0), m_columns.stride(1), m_columns.stride(2), 1},
                element * m_in.channels());
    }

    /** Output positions that see a pixel of the image, and these pixels, in one direction. */
    private record Range(StridedView.Steps to, StridedView.Steps from) {
        int count() {
            return to.count();
        }
    }

    private Range range(final int element, final int in, final int out) {
        final int stride = m_convolution.stride();
        final int offset = element - m_convolution.padding();
        final int first = Math.max(0, Math.floorDiv(-offset + stride - 1, stride));
        final int last = Math.min(out - 1, Math.floorDiv(in - 1 - offset, stride));
        final int count = last - first + 1;
        return new Range(new StridedView.Steps(first, 1, count),
            new StridedView.Steps(first * stride + offset, stride, count));
    }
}
