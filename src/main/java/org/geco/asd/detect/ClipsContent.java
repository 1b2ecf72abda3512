package org.geco.asd.detect;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** How many clips there are, and a checksum of what they hold, in their order. */
public final class ClipsContent {
    private final CRC32 m_sum = new CRC32();
    private int m_count;

    /** Adds a clip by its spectrogram's checksum. */
    public void add(final long checksum) {
        m_sum.update(ByteBuffer.allocate(Long.BYTES).putLong(checksum).flip());
        m_count++;
    }

    /** Adds a clip of which something else counts as well, e.g. its machine. */
    public void add(final String what, final long checksum) {
        add((long)what.hashCode() << Integer.SIZE | checksum);
    }

    /** @return how many clips there are */
    public int count() {
        return m_count;
    }

    /** @return the checksum in hexadecimal digits */
    public String text() {
        return Long.toHexString(m_sum.getValue());
    }
}
