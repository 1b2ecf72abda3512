package org.geco.asd.files;

import java.io.IOException;
import java.io.OutputStream;

/** Replaces the last bytes that are written by the {@link Seal} of those before them. The stream below stays open. */
final class SealingOutputStream extends OutputStream {

    private final OutputStream m_out;

    private final Seal m_seal = new Seal();

    SealingOutputStream(final OutputStream out) {
        m_out = out;
    }

    @Override
    public void write(final int value) throws IOException {
        write(new byte[]{(byte)value}, 0, 1);
    }

    @Override
    public void write(final byte[] bytes, final int from, final int length) throws IOException {
        m_seal.pass(bytes, from, length, m_out::write);
    }

    @Override
    public void flush() throws IOException {
        m_out.flush();
    }

    @Override
    public void close() throws IOException {
        m_out.write(m_seal.right());
        m_out.flush();
    }
}
