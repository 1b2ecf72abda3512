package org.geco.asd.nn.layers;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.geco.asd.nn.tensor.HostPieces;
import org.geco.asd.nn.tensor.HostValues;

/**
 * What lies under each element of a kernel at a run of neighbouring pixels in a row of the output, with all their
 * channels; 0 beyond the image. Goes down an image row by row, so that each row of the input is read once a run. For
 * one thread.
 */
final class RowsUnder {
    private final HostPieces m_images;
    private final FeatureMap m_in;
    private final Convolution m_convolution;

    /** Of as many rows of the input as the kernel has, by their index modulo that: for each column of the kernel. */
    private final List<List<HostValues>> m_rows;
    private final HostValues m_row;
    private int m_image;
    private int m_column;
    private int m_count;
    private int m_next;

    /** For images of a size and runs of so many pixels at most. */
    RowsUnder(final HostPieces images, final FeatureMap in, final Convolution convolution, final int run) {
        m_images = images;
        m_in = in;
        m_convolution = convolution;
        m_rows = Stream.generate(() -> elements(convolution.kernel(), run)).limit(convolution.kernel()).toList();
        m_row = images.zeros((long)((run - 1) * convolution.stride() + convolution.kernel()) * in.channels());
    }

    private List<HostValues> elements(final int count, final int run) {
        return IntStream.range(0, count).mapToObj(i -> m_images.zeros((long)run * m_in.channels())).toList();
    }

    /** Starts above an image, at a column of the output, with so many pixels in each run. */
    void start(final int image, final int column, final int count) {
        m_image = image;
        m_column = column * m_convolution.stride() - m_convolution.padding();
        m_count = count;
        m_next = -m_convolution.padding();
    }

    /** Goes down to a row of the output. */
    void goTo(final int row) {
        final int end = row * m_convolution.stride() - m_convolution.padding() + m_convolution.kernel();
        for (int from = Math.max(m_next, end - m_convolution.kernel()); from < end; from++) {
            read(from);
        }
        m_next = end;
    }

    /** @return what each element of a kernel's row sees in the output's; what lies behind the run is arbitrary */
    List<HostValues> under(final int row) {
        return row(m_next - m_convolution.kernel() + row);
    }

    private List<HostValues> row(final int row) {
        return m_rows.get(Math.floorMod(row, m_convolution.kernel()));
    }

    private void read(final int row) {
        final List<HostValues> elements = row(row);
        if (row < 0 || row >= m_in.height()) {
            elements.forEach(HostValues::clear);
            return;
        }
        final int channels = m_in.channels();
        final int stride = m_convolution.stride();
        final int end = m_column + (m_count - 1) * stride + m_convolution.kernel();
        final int first = Math.max(0, m_column);
        final int last = Math.min(m_in.width(), end);
        if (first > m_column || last < end) {
            m_row.clear();
        }
        m_images.get((((long)m_image * m_in.height() + row) * m_in.width() + first) * channels, m_row,
            (first - m_column) * channels, (last - first) * channels);
        final int apart = stride == 1 ? m_count : 1;
        for (int element = 0; element < elements.size(); element++) {
            for (int i = 0; i < m_count; i += apart) {
                m_row.copy((element + i * stride) * channels, elements.get(element), i * channels, apart * channels);
            }
        }
    }
}
