package org.geco.asd.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import org.geco.asd.common.AsdException;

/**
 * The content of a model or checkpoint, as {@link ArchiveWriter} wrote it: a zip of records ({@code settings.json} and
 * others) and arrays ({@code .npy} of NumPy). The file's checksum is looked at before there is anything to ask; until
 * then, memory is taken only for bytes that are there.
 */
public final class Archive {

    static final String SETTINGS = "settings.json";

    static final String ARRAY = ".npy";

    static final int FORMAT = 1;

    private static final int BUFFER = 1 << 16;

    private final Map<String, String> m_texts = new LinkedHashMap<>();

    private final Map<String, Npy> m_arrays = new LinkedHashMap<>();

    /** Hears of an array. */
    @FunctionalInterface
    public interface Arrays {
        /**
         * @param name its name
         * @param shape dimensions; empty for a scalar
         * @param values values in C order, for whoever asks
         */
        void accept(String name, long[] shape, float[] values);
    }

    /**
     * Makes something of an archive.
     *
     * @param <T> what it makes
     */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * @param archive a whole archive
         * @return what was made of it
         * @throws DamagedException if something is missing
         * @throws AsdException if it is another kind of archive or of a later version
         * @throws IllegalArgumentException if parts do not belong together
         */
        T read(Archive archive) throws DamagedException, AsdException;
    }

    private Archive() {
    }

    /**
     * Reads a whole stream, which stays open.
     *
     * @param in from the archive's first byte; the archive's last byte is the stream's last
     * @return the content
     * @throws DamagedException if it is not, or no longer, a whole archive
     * @throws IOException if reading fails
     */
    public static Archive read(final InputStream in) throws IOException {
        final SealedInputStream sealed = new SealedInputStream(in);
        final Archive archive = new Archive();
        try {
            archive.readEntries(new ZipInputStream(new BufferedInputStream(sealed, BUFFER)));
        } catch (final EOFException e) {
            throw new DamagedException("it ends too early", e);
        } catch (final ZipException | IllegalArgumentException e) {
            throw new DamagedException("it is cut off or was changed", e);
        }
        if (archive.m_texts.isEmpty() && archive.m_arrays.isEmpty()) {
            throw new DamagedException("it does not start as files of this extension do");
        }
        if (!sealed.isWhole()) {
            throw new DamagedException("its checksum is wrong");
        }
        return archive;
    }

    /**
     * Reads something for which a damaged archive has no replacement.
     *
     * @param <T> what it is
     * @param what its name in messages, e.g. "PAE model"
     * @param in as for {@link #read(InputStream)}
     * @param reader makes it of the archive
     * @return what was made
     * @throws AsdException if the archive is damaged, of another kind or of a later version
     * @throws IOException if reading fails
     */
    public static <T> T read(final String what, final InputStream in, final Reader<T> reader)
        throws IOException, AsdException {
        try {
            return reader.read(read(in));
        } catch (final DamagedException | IllegalArgumentException e) {
            throw new AsdException("The " + what + " is damaged: " + e.getMessage() + ".", e,
                "Train the model again, or restore the file from a backup.");
        }
    }

    private void readEntries(final ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            final String name = entry.getName();
            if (entry.getMethod() != ZipEntry.STORED || m_texts.containsKey(name) || m_arrays.containsKey(name)) {
                throw new ZipException(name);
            }
            if (name.endsWith(ARRAY)) {
                m_arrays.put(name, Npy.read(name, zip));
            } else {
                m_texts.put(name, new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /**
     * @param <T> the record
     * @param kind what the archive should be, as it was given to the writer
     * @param type the record
     * @return the record that was written with {@link ArchiveWriter#settings}
     * @throws DamagedException if it is not there
     * @throws AsdException if the archive is of another kind or a later version
     */
    public <T> T settings(final String kind, final Class<T> type) throws DamagedException, AsdException {
        final Envelope.Head head = Json.readPart(text(SETTINGS), Envelope.Head.class);
        if (!head.kind().equals(kind)) {
            throw new AsdException("This is a " + head.kind() + ", not a " + kind + ".", "Choose a " + kind + ".");
        }
        if (head.format() != FORMAT) {
            throw new AsdException("The " + kind + " is in format " + head.format() + ", this version reads format "
                + FORMAT + ".", "Use the version of the extension that wrote it, or a later one.");
        }
        final Envelope<T> envelope = Json.read(text(SETTINGS), Envelope.class, type);
        return envelope.content();
    }

    /**
     * @param <T> the record
     * @param name the entry's, as it was given to the writer
     * @param type the record
     * @return the record; empty if there is no such entry
     * @throws DamagedException if it is there, but of another record
     */
    public <T> Optional<T> json(final String name, final Class<T> type) throws DamagedException {
        return m_texts.containsKey(name) ? Optional.of(Json.read(m_texts.get(name), type)) : Optional.empty();
    }

    private String text(final String name) throws DamagedException {
        if (!m_texts.containsKey(name)) {
            throw new DamagedException("it has no " + name);
        }
        return m_texts.get(name);
    }

    /**
     * @param folder start of the arrays' names, e.g. {@code weights/}
     * @param arrays hears of each array whose name starts so, in the order in which they were written; the start is
     *            left out
     */
    public void arrays(final String folder, final Arrays arrays) {
        m_arrays.forEach((name, array) -> {
            if (name.startsWith(folder)) {
                arrays.accept(name.substring(folder.length(), name.length() - ARRAY.length()), array.shape(),
                    array.values());
            }
        });
    }
}
