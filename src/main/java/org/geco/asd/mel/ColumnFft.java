package org.geco.asd.mel;

/**
 * The Fourier transform of many complex signals at once: element n of all signals is one row, each signal a column.
 * Every loop runs along a row, over few arrays and without other indices, which is what the Java compiler turns into
 * vector instructions; each step handles four rows. In double precision, and the same bits for a signal whatever the
 * signals beside it. Decimation in frequency in place, radix 4, with a last step of radix 2 where the length needs it:
 * the results come out in bit-reversed order.
 */
final class ColumnFft {
    private final int m_length;

    /** cos and sin of −2πk / length. */
    private final double[] m_cos;
    private final double[] m_sin;
    private final int[] m_rows;

    /** @param length of a signal, a power of two */
    ColumnFft(final int length) {
        m_length = length;
        m_cos = new double[length];
        m_sin = new double[length];
        m_rows = new int[length];
        final int unused = Integer.numberOfLeadingZeros(length) + 1;
        for (int k = 0; k < length; k++) {
            m_cos[k] = Math.cos(2 * Math.PI * k / length);
            m_sin[k] = -Math.sin(2 * Math.PI * k / length);
            m_rows[k] = length == 1 ? 0 : Integer.reverse(k) >>> unused;
        }
    }

    /** @return the row that holds a frequency, 0 to length − 1, after the transform */
    int row(final int frequency) {
        return m_rows[frequency];
    }

    /** Transforms the first columns (signals) of real and imaginary parts in place, a row for each element. */
    void transform(final double[][] re, final double[][] im, final int columns) {
        int size = m_length;
        while (size >= 4) {
            for (int block = 0; block < m_length; block += size) {
                quarters(re, im, block, size / 4, columns);
            }
            size /= 4;
        }
        if (size == 2) {
            for (int row = 0; row < m_length; row += 2) {
                sumAndDifference(re[row], re[row + 1], columns);
                sumAndDifference(im[row], im[row + 1], columns);
            }
        }
    }

    /** One step of radix 4 on the {@code 4 · quarter} rows from {@code block} on. */
    private void quarters(final double[][] re, final double[][] im, final int block, final int quarter,
        final int columns) {
        final int step = m_length / (4 * quarter);
        for (int p = 0; p < quarter; p++) {
            final int a = block + p;
            final int b = a + quarter;
            final int c = b + quarter;
            final int d = c + quarter;
            sums(re[a], re[b], re[c], re[d], columns);
            sums(im[a], im[b], im[c], im[d], columns);
            if (p > 0) {
                rotate(re[b], im[b], m_cos[2 * p * step], m_sin[2 * p * step], columns);
            }
            rotations(re[c], im[c], re[d], im[d], m_cos[p * step], m_sin[p * step], m_cos[3 * p * step],
                m_sin[3 * p * step], columns);
        }
    }

    private static void sumAndDifference(final double[] a, final double[] b, final int n) {
        for (int i = 0; i < n; i++) {
            final double sum = a[i] + b[i];
            final double difference = a[i] - b[i];
            a[i] = sum;
            b[i] = difference;
        }
    }

    /** a, b, c, d become (a + c) + (b + d), (a + c) − (b + d), a − c, b − d. */
    private static void sums(final double[] a, final double[] b, final double[] c, final double[] d, final int n) {
        for (int i = 0; i < n; i++) {
            final double ac = a[i] + c[i];
            final double bd = b[i] + d[i];
            final double c2 = a[i] - c[i];
            final double d2 = b[i] - d[i];
            a[i] = ac + bd;
            b[i] = ac - bd;
            c[i] = c2;
            d[i] = d2;
        }
    }

    /** (re, im) · (cos, sin). */
    private static void rotate(final double[] re, final double[] im, final double cos, final double sin,
        final int n) {
        for (int i = 0; i < n; i++) {
            final double x = re[i];
            final double y = im[i];
            re[i] = x * cos - y * sin;
            im[i] = x * sin + y * cos;
        }
    }

    /** c and d become (c − i·d) · (cos1, sin1) and (c + i·d) · (cos3, sin3). */
    private static void rotations(final double[] cRe, final double[] cIm, final double[] dRe, final double[] dIm,
        final double cos1, final double sin1, final double cos3, final double sin3, final int n) {
        for (int i = 0; i < n; i++) {
            final double x1 = cRe[i] + dIm[i];
            final double x3 = cRe[i] - dIm[i];
            final double y1 = cIm[i] - dRe[i];
            final double y3 = cIm[i] + dRe[i];
            cRe[i] = x1 * cos1 - y1 * sin1;
            cIm[i] = x1 * sin1 + y1 * cos1;
            dRe[i] = x3 * cos3 - y3 * sin3;
            dIm[i] = x3 * sin3 + y3 * cos3;
        }
    }
}
