package org.geco.asd.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The last bytes of a stream, kept apart from the rest and compared with its checksum. The seal of an archive is the
 * comment at the end of the zip: the CRC-32 of everything before it, as eight hexadecimal digits. A zip's own checksums
 * do not cover its directory and headers; with the seal any changed, missing or additional byte is noticed.
 */
final class Seal {

    static final int LENGTH = 8;

    private final CRC32 m_sum = new CRC32();

    private byte[] m_last = new byte[0];

    /** Takes the bytes that are known not to be the seal. */
    @FunctionalInterface
    interface Sink<E extends Exception> {
        void accept(byte[] bytes, int from, int length) throws E;
    }

    /**
     * Lets bytes pass, but for the last of all so far.
     *
     * @param bytes more of the stream
     * @param sink gets, in order, some of the bytes given before, then some of these
     */
    <E extends Exception> void pass(final byte[] bytes, final int from, final int length, final Sink<E> sink)
        throws E {
        final int ready = Math.max(0, m_last.length + length - LENGTH);
        final int old = Math.min(ready, m_last.length);
        m_sum.update(m_last, 0, old);
        m_sum.update(bytes, from, ready - old);
        final byte[] last = Arrays.copyOfRange(m_last, old, m_last.length + length - ready + old);
        System.arraycopy(bytes, from + ready - old, last, m_last.length - old, length - ready + old);
        sink.accept(m_last, 0, old);
        sink.accept(bytes, from, ready - old);
        m_last = last;
    }

    /** @return the seal that the bytes passed so far should have */
    byte[] right() {
        return String.format(Locale.ROOT, "%08x", m_sum.getValue()).getBytes(StandardCharsets.US_ASCII);
    }

    /** @return true if the last bytes are the right seal of those before them */
    boolean isRight() {
        return Arrays.equals(m_last, right());
    }
}
