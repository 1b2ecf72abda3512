package org.geco.asd.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;

/**
 * The content of a model or checkpoint, as {@link ArchiveWriter} wrote it: a zip of records ({@code settings.json} and
 * others), arrays ({@code .npy} of NumPy) and other archives ({@code .zip}). The file's checksum is looked at before
 * there is anything to ask; until then, memory is taken only for bytes that are there.
 */
public final class Archive {
    static final String SETTINGS = "settings.json";
    static final String ARRAY = ".npy";
    static final String NESTED = ".zip";
    static final int FORMAT = 1;

    private static final int BUFFER = 1 << 16;

    private final Map<String, String> m_texts = new LinkedHashMap<>();
    private final Map<String, Tensor> m_arrays = new LinkedHashMap<>();
    private final Map<String, byte[]> m_nested = new LinkedHashMap<>();

    /** {@code settings.json}: what the archive is, in which version of the format, and what only this kind has. */
    record Envelope<T>(String kind, int format, T content) { }

    /** What is asked before the content is looked at. */
    private record Head(String kind, int format) { }

    /** Makes something of a whole archive; an IllegalArgumentException means that parts do not belong together. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @return what the archive holds */
        T read(Archive archive) throws DamagedException, AsdException;
    }

    private Archive() { }

    /** Reads a whole stream, which stays open; a DamagedException if it is not, or no longer, a whole archive. */
    public static Archive read(final InputStream in) throws IOException {
        final InputStream buffered = new BufferedInputStream(in, BUFFER);
        final CRC32 sum = new CRC32();
        final Archive archive = new Archive();
        try {
            archive.readEntries(new ZipInputStream(new CheckedInputStream(buffered, sum)));
        } catch (final EOFException e) {
            throw new DamagedException("it ends too early", e);
        } catch (final ZipException | IllegalArgumentException e) {
            throw new DamagedException("it is cut off or was changed", e);
        }
        if (archive.m_texts.isEmpty() && archive.m_arrays.isEmpty()) {
            throw new DamagedException("it does not start as files of this extension do");
        }
        checkSeal(sum, buffered.readAllBytes());
        return archive;
    }

    /** The sum is of what was read as entries; after it come the zip's directory and the seal. */
    private static void checkSeal(final CRC32 sum, final byte[] end) throws DamagedException {
        final int seal = Math.max(0, end.length - ArchiveWriter.SEAL);
        sum.update(end, 0, seal);
        if (!Arrays.equals(end, seal, end.length, ArchiveWriter.seal(sum), 0, ArchiveWriter.SEAL)) {
            throw new DamagedException("its checksum is wrong");
        }
    }

    /** Reads something, e.g. a "PAE model"; an archive that is damaged, of another kind or later version is refused. */
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
            if (entry.getMethod() != ZipEntry.STORED || m_texts.containsKey(name) || m_arrays.containsKey(name)
                || m_nested.containsKey(name)) {
                throw new ZipException(name);
            }
            if (name.endsWith(ARRAY)) {
                m_arrays.put(name, Tensor.read(name, zip));
            } else if (name.endsWith(NESTED)) {
                m_nested.put(name, zip.readAllBytes());
            } else {
                m_texts.put(name, new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** The record, of these parameters, that was written as the settings; fails if it is of another kind or version. */
    public <T> T settings(final String kind, final Class<T> type, final Class<?>... parameters)
        throws DamagedException, AsdException {
        final Head head = Json.readPart(text(SETTINGS), Head.class);
        Checks.require(head.kind().equals(kind),
            "This is a " + head.kind() + ", not a " + kind + ".", "Choose a " + kind + ".");
        Checks.require(head.format() == FORMAT,
            "The " + kind + " is in format " + head.format() + ", this version reads format " + FORMAT + ".",
            "Use the version of the extension that wrote it, or a later one.");
        final Envelope<T> envelope = Json.readEnvelope(text(SETTINGS), type, parameters);
        return envelope.content();
    }

    /** @return the record in this entry; empty if there is no such entry; damaged if it is of another record */
    public <T> Optional<T> json(final String name, final Class<T> type) throws DamagedException {
        return m_texts.containsKey(name) ? Optional.of(Json.read(m_texts.get(name), type)) : Optional.empty();
    }

    private String text(final String name) throws DamagedException {
        if (!m_texts.containsKey(name)) {
            throw new DamagedException("it has no " + name);
        }
        return m_texts.get(name);
    }

    /** @return the arrays whose names start so, e.g. {@code weights/}, in the order written, without the start */
    public Map<String, Tensor> arrays(final String folder) {
        final Map<String, Tensor> arrays = new LinkedHashMap<>();
        m_arrays.forEach((name, array) -> {
            if (name.startsWith(folder)) {
                arrays.put(name.substring(folder.length(), name.length() - ARRAY.length()), array);
            }
        });
        return arrays;
    }

    /** @return an archive within this one, from its beginning; damaged if there is none of this name */
    public InputStream nested(final String name) throws DamagedException {
        final byte[] bytes = m_nested.get(name + NESTED);
        if (bytes == null) {
            throw new DamagedException("it has no " + name + NESTED);
        }
        return new ByteArrayInputStream(bytes);
    }
}
