package org.geco.asd.audio;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The frames of a decoder, as bytes one after the other. They end where it can make no sense of the file. */
final class DecodedStream extends InputStream {
    private final Closeable m_file;
    private final Decoder m_decoder;
    private long m_skip;
    private ByteBuffer m_block = ByteBuffer.allocate(0);

    /** Leaves out the first bytes, and closes the file with it. */
    DecodedStream(final Closeable file, final Decoder decoder, final long skip) {
        m_file = file;
        m_decoder = decoder;
        m_skip = skip;
    }

    /** Gives one block of frames after the other. */
    @FunctionalInterface
    interface Decoder {
        /** @return the next frames; null after the last. Whatever it throws, unchecked too, says that they end here */
        ByteBuffer next() throws Exception;
    }

    @Override
    public int read() throws IOException {
        return fill() ? m_block.get() & 0xFF : -1;
    }

    @Override
    public int read(final byte[] bytes, final int from, final int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        final int count = Math.min(length, m_block.remaining());
        m_block.get(bytes, from, count);
        return count;
    }

    private boolean fill() throws IOException {
        while (m_block != null && !m_block.hasRemaining()) {
            m_block = next();
            if (m_block != null) {
                final int skipped = (int)Math.min(m_skip, m_block.remaining());
                m_block.position(m_block.position() + skipped);
                m_skip -= skipped;
            }
        }
        return m_block != null;
    }

    private ByteBuffer next() throws IOException {
        try {
            return m_decoder.next();
        } catch (final IOException e) {
            throw e;
        } catch (final Exception e) { // NOSONAR: decoders fail in every way on damaged sound
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        m_file.close();
    }
}
