package org.geco.asd.files;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an {@link Archive}. The same content gives the same bytes: entries have one fixed time. Nothing is compressed;
 * trained weights hardly get smaller, and checkpoints are written after every epoch.
 * <p>
 * The comment at the end of the zip is its seal: the CRC-32 of everything before it, as eight hexadecimal digits. A
 * zip's own checksums do not cover its directory and headers; with the seal any changed, missing or additional byte is
 * noticed.
 */
public final class ArchiveWriter implements Closeable {
    /** The first time that a zip can hold without a remark about the time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final int BUFFER = 1 << 16;

    static final int SEAL = 8;

    private final CheckedOutputStream m_out;
    private final Below m_belowZip;
    private final ZipOutputStream m_zip;

    /** What is written into an entry, twice: once for its size and checksum, which come first. */
    @FunctionalInterface
    public interface Content {
        /** Writes the same bytes each time. */
        void write(OutputStream out) throws IOException;
    }

    /** Only counts and sums. */
    private static final class Measured extends OutputStream {
        private final CRC32 m_sum = new CRC32();
        private long m_size;

        @Override
        public void write(final int value) {
            m_sum.update(value);
            m_size++;
        }

        @Override
        public void write(final byte[] bytes, final int from, final int length) {
            m_sum.update(bytes, from, length);
            m_size += length;
        }
    }

    /** What the zip is written to, which changes at its end. */
    private static final class Below extends FilterOutputStream {
        Below(final OutputStream out) {
            super(out);
        }

        void to(final OutputStream other) {
            out = other;
        }

        @Override
        public void write(final byte[] bytes, final int from, final int length) throws IOException {
            out.write(bytes, from, length);
        }
    }

    /** @param out where to; it stays open */
    public ArchiveWriter(final OutputStream out) {
        m_out = new CheckedOutputStream(new BufferedOutputStream(out, BUFFER), new CRC32());
        m_belowZip = new Below(m_out);
        m_zip = new ZipOutputStream(m_belowZip);
        m_zip.setComment(" ".repeat(SEAL)); // replaced by the seal
    }

    /** Writes, once, the record of a kind of archive, e.g. "PAE model"; what reads it asks for the same kind. */
    public void settings(final String kind, final Object settings) throws IOException {
        json(Archive.SETTINGS, new Archive.Envelope<>(kind, Archive.FORMAT, settings));
    }

    /** Writes a record into an entry of its own, e.g. {@code provenance.json}. */
    public void json(final String name, final Object value) throws IOException {
        final byte[] text = Json.text(value).getBytes(StandardCharsets.UTF_8);
        entry(name, out -> out.write(text));
    }

    /** Writes an array under a name in parts, separated by {@code /}. */
    public void array(final String name, final Tensor array) throws IOException {
        entry(name + Archive.ARRAY, array::write);
    }

    /** Writes a whole other archive under a name. */
    public void nested(final String name, final Content archive) throws IOException {
        entry(name + Archive.NESTED, archive);
    }

    private void entry(final String name, final Content content) throws IOException {
        final Measured measured = new Measured();
        content.write(measured);
        final ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(TIME);
        entry.setSize(measured.m_size);
        entry.setCrc(measured.m_sum.getValue());
        m_zip.putNextEntry(entry);
        content.write(m_zip);
        m_zip.closeEntry();
    }

    /** Writes the zip's directory and the seal. The stream below stays open. */
    @Override
    public void close() throws IOException {
        final ByteArrayOutputStream end = new ByteArrayOutputStream();
        m_belowZip.to(end);
        m_zip.close();
        m_out.write(end.toByteArray(), 0, end.size() - SEAL);
        m_out.write(seal(m_out.getChecksum()));
        m_out.flush();
    }

    static byte[] seal(final Checksum sum) {
        return String.format(Locale.ROOT, "%08x", sum.getValue()).getBytes(StandardCharsets.US_ASCII);
    }
}
