package org.geco.asd.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Gives all bytes but the {@link Seal} at their end, and tells then whether it is right. */
final class SealedInputStream extends InputStream {

    private final InputStream m_in;

    private final Seal m_seal = new Seal();

    private final byte[] m_buffer = new byte[1 << 16];

    /** Bytes that the last read gave. */
    private int m_given;

    SealedInputStream(final InputStream in) {
        m_in = in;
    }

    @Override
    public int read() throws IOException {
        final byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(final byte[] bytes, final int from, final int length) throws IOException {
        m_given = 0;
        while (m_given == 0 && length > 0) {
            final int n = m_in.read(m_buffer, 0, Math.min(length, m_buffer.length));
            if (n < 0) {
                return -1;
            }
            m_seal.pass(m_buffer, 0, n, (ready, start, count) -> {
                System.arraycopy(ready, start, bytes, from + m_given, count);
                m_given += count;
            });
        }
        return m_given;
    }

    /**
     * Reads what is left.
     *
     * @return true if nothing was lost, changed or added since the stream was sealed
     */
    boolean isWhole() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return m_seal.isRight();
    }
}
