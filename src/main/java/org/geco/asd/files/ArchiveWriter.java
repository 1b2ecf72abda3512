package org.geco.asd.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an {@link Archive}. The same content gives the same bytes: entries have one fixed time. Nothing is compressed;
 * trained weights hardly get smaller, and checkpoints are written after every epoch.
 */
public final class ArchiveWriter implements Closeable {

    /** The first time that a zip can hold without a remark about the time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream m_zip;

    /** What is written into an entry, twice: once for its checksum, which comes first. */
    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** @param out where to; it stays open */
    public ArchiveWriter(final OutputStream out) {
        m_zip = new ZipOutputStream(new SealingOutputStream(new BufferedOutputStream(out, BUFFER)));
        m_zip.setComment(" ".repeat(Seal.LENGTH)); // replaced by the seal
    }

    /**
     * Writes what the archive holds beside arrays, once.
     *
     * @param kind what it is, e.g. "PAE model"; what reads it asks for the same
     * @param settings a record
     * @throws IOException if it cannot be written
     */
    public void settings(final String kind, final Object settings) throws IOException {
        json(Archive.SETTINGS, new Envelope<>(kind, Archive.FORMAT, settings));
    }

    /**
     * Writes a record into an entry of its own.
     *
     * @param name the entry's, e.g. {@code provenance.json}
     * @param value a record
     * @throws IOException if it cannot be written
     */
    public void json(final String name, final Object value) throws IOException {
        final byte[] text = Json.text(value).getBytes(StandardCharsets.UTF_8);
        entry(name, text.length, out -> out.write(text));
    }

    /**
     * Writes an array.
     *
     * @param name its own, without {@code .npy}; parts are separated by {@code /}
     * @param shape dimensions; empty for a scalar
     * @param values values in C order
     * @throws IOException if it cannot be written
     */
    public void array(final String name, final long[] shape, final float[] values) throws IOException {
        final Npy array = new Npy(shape, values);
        entry(name + Archive.ARRAY, array.size(), array::write);
    }

    private void entry(final String name, final long size, final Content content) throws IOException {
        final CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        content.write(sum);
        final ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(TIME);
        entry.setSize(size);
        entry.setCrc(sum.getChecksum().getValue());
        m_zip.putNextEntry(entry);
        content.write(m_zip);
        m_zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        m_zip.close();
    }
}
