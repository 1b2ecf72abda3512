package org.geco.asd.learn.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.geco.asd.common.AsdException;
import org.geco.asd.files.WholeFile;

/**
 * Checkpoints of one training as files {@code NAME.EPOCHS.checkpoint} in a folder. A new file is written beside its
 * place, forced to the disk and then moved there in one step; the last two are kept. A file that is torn all the same
 * is noticed, and the one before it is used.
 */
final class CheckpointFiles implements CheckpointStore {
    private static final int KEPT = 2;

    private final Path m_folder;
    private final String m_name;
    private final int m_every;
    private final Pattern m_pattern;

    CheckpointFiles(final Path folder, final String name, final int every) {
        m_folder = folder;
        m_name = name;
        m_every = every;
        m_pattern = Pattern.compile(Pattern.quote(name) + "\\.(\\d{1,9})\\.checkpoint(\\.part)?");
    }

    @Override
    public int every() {
        return m_every;
    }

    @Override
    public Optional<Checkpoint> latest(final Fingerprint training, final Consumer<String> warnings)
        throws AsdException {
        for (final Path file : newestFirst()) {
            try {
                final Checkpoint found = read(file);
                requireSame(found.training().differences(training), training, file);
                return Optional.of(found);
            } catch (final IOException e) {
                warnings.accept("The checkpoint " + file + " is damaged (" + reason(e)
                    + "): the one before it is used, if there is one.");
            }
        }
        return Optional.empty();
    }

    private static Checkpoint read(final Path file) throws IOException, AsdException {
        try (InputStream in = Files.newInputStream(file)) {
            return Checkpoint.read(in);
        } catch (final AsdException e) {
            throw new AsdException("The file " + file + " cannot be gone on from. " + e.getMessage(), e,
                e.resolutions().toArray(String[]::new));
        }
    }

    private static void requireSame(final List<String> differences, final Fingerprint training, final Path file)
        throws AsdException {
        if (!differences.isEmpty()) {
            throw new AsdException("The checkpoint " + file + " is not of this training of " + training.what() + ": "
                + String.join("; ", differences) + ".",
                "To go on with the training of the checkpoint, use the settings and clips it was started with.",
                "To start anew, choose another checkpoint folder or delete the file.");
        }
    }

    @Override
    public void write(final Checkpoint checkpoint) throws IOException {
        // a user's wish to cancel interrupts the thread, and must not keep it from saving what there is
        final boolean interrupted = Thread.interrupted();
        try {
            final Path file = m_folder.resolve(
                String.format(Locale.ROOT, "%s.%05d.checkpoint", m_name, checkpoint.epochs()));
            WholeFile.write(file, checkpoint::write);
            removeOld();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void removeOld() throws IOException {
        final List<Path> files = List.copyOf(files(false).values());
        for (final Path file : files.subList(0, Math.max(0, files.size() - KEPT))) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void remove() {
        try {
            for (final boolean part : new boolean[]{true, false}) {
                for (final Path file : files(part).values()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (final IOException e) {
            // what is left is of a finished training: found again, it gives the same model
        }
    }

    private List<Path> newestFirst() throws AsdException {
        try {
            return files(false).entrySet().stream()
                .sorted(Map.Entry.<Integer, Path> comparingByKey(Comparator.reverseOrder())).map(Map.Entry::getValue)
                .toList();
        } catch (final IOException e) {
            throw new AsdException("The checkpoint folder " + m_folder + " cannot be read: " + reason(e) + ".", e,
                "Check that the folder may be read, or choose another one.");
        }
    }

    /** Epochs → file, ascending. */
    private Map<Integer, Path> files(final boolean unfinished) throws IOException {
        final TreeMap<Integer, Path> files = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(m_folder)) {
            for (final Path file : all) {
                final Matcher matcher = m_pattern.matcher(file.getFileName().toString());
                if (matcher.matches() && (matcher.group(2) != null) == unfinished) {
                    files.put(Integer.valueOf(matcher.group(1)), file);
                }
            }
        }
        return files;
    }

    static String reason(final IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
