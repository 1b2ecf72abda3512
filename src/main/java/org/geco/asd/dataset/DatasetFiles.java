package org.geco.asd.dataset;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;

/**
 * What a folder holds, in the same order on every system: absolute paths of sound files, sorted by their path with '/';
 * sound files that can't be read, by their extension; folders and links that may not be opened.
 */
record DatasetFiles(List<Path> files, Map<String, List<Path>> unreadable, List<Path> closed) {
    /** The extensions of files that can be read, for messages. */
    static final String READABLE = ".wav, .rf64, .w64, .aif, .aiff, .aifc, .au, .snd, .flac, .ogg, .oga, .mp3";

    private static final Set<String> EXTENSIONS = Set.of(READABLE.split(", "));

    private static final Set<String> OTHERS = Set.of(".m4a", ".mp4", ".aac", ".wma", ".opus", ".spx", ".amr", ".3gp",
        ".ape", ".wv", ".tta", ".caf", ".mka", ".webm", ".ac3", ".dts", ".dsf", ".dff", ".voc", ".sph", ".mpc", ".ra");

    /** @return all sound files below an existing folder, links followed, hidden ones left out */
    static DatasetFiles find(final Path root, final ProgressMonitor progress) throws AsdException {
        if (!Files.isDirectory(root)) {
            final String what = Files.exists(root) ? "not a folder." : "no existing folder.";
            throw new AsdException("'" + root + "' is " + what, "Set the folder to the one that holds the data set.");
        }
        final DatasetFiles found = new DatasetFiles(new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE,
                found.new Collector(root, progress));
        } catch (IOException e) {
            throw new AsdException("The folder '" + root + "' could not be read.", e,
                "Check that you may read the folder and everything in it.");
        }
        return new DatasetFiles(sorted(found.files), found.unreadable, sorted(found.closed));
    }

    static boolean isReadable(final String name) {
        return !name.startsWith(".") && EXTENSIONS.contains(extension(name));
    }

    private static String extension(final String name) {
        return name.contains(".") ? name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT) : "";
    }

    static List<Path> sorted(final List<Path> files) {
        return files.stream().sorted(Comparator.comparing(NamingScheme::slashed)).toList();
    }

    /** @return a warning that counts the sound files that can't be read, if there are any */
    Optional<String> others() {
        if (unreadable.isEmpty()) {
            return Optional.empty();
        }
        final String counts = unreadable.entrySet().stream()
            .map(e -> e.getValue().size() + " " + e.getKey() + (e.getValue().size() == 1 ? " file" : " files"))
            .collect(Collectors.joining(", "));
        final Path first = sorted(unreadable.values().iterator().next()).get(0);
        return Optional.of(counts + ": not supported and left out, for example '" + first
            + "'. Convert them, for example by: ffmpeg -i file clip.wav");
    }

    /** @return a warning that counts the folders and links that may not be opened, if there are any */
    Optional<String> closedFolders() {
        return closed.isEmpty() ? Optional.empty() : Optional.of("What is in '" + closed.get(0) + "'"
            + (closed.size() == 1 ? "" : " and " + (closed.size() - 1) + " more folders or links")
            + " is missing: it could not be read. Check that you may read it, and where links lead.");
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final Path m_root;
        private final ProgressMonitor m_progress;

        Collector(final Path root, final ProgressMonitor progress) {
            m_root = root;
            m_progress = progress;
        }

        @Override
        public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
            m_progress.checkCanceled();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
            final String name = file.getFileName().toString();
            if (attributes.isSymbolicLink()) {
                // it leads nowhere: others are followed
                closed.add(file);
            } else if (attributes.isRegularFile() && isReadable(name)) {
                files.add(file);
            } else if (attributes.isRegularFile() && !name.startsWith(".") && OTHERS.contains(extension(name))) {
                unreadable.computeIfAbsent(extension(name), e -> new ArrayList<>()).add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(final Path file, final IOException e) throws IOException {
            return goOn(file, e);
        }

        @Override
        public FileVisitResult postVisitDirectory(final Path folder, final IOException e) throws IOException {
            return e == null ? FileVisitResult.CONTINUE : goOn(folder, e);
        }

        private FileVisitResult goOn(final Path place, final IOException e) throws IOException {
            if (place.equals(m_root)) {
                throw e;
            }
            if (!(e instanceof FileSystemLoopException)) {
                closed.add(place);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
