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
import java.util.Set;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;

/** Finds the sound files of a folder, in the same order on every system. */
final class DatasetFiles {
    private static final Set<String> EXTENSIONS = Set.of("wav", "aif", "aiff", "au");

    private DatasetFiles() { }

    /**
     * @return absolute paths of all sound files below an existing folder, links followed, hidden ones left out, sorted
     *         by their path with '/'
     */
    static List<Path> find(final Path root, final ProgressMonitor progress) throws AsdException {
        if (!Files.isDirectory(root)) {
            final String what = Files.exists(root) ? "not a folder." : "no existing folder.";
            throw new AsdException("'" + root + "' is " + what, "Set the folder to the one that holds the data set.");
        }
        final List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE,
                collector(files, progress));
        } catch (IOException e) {
            throw new AsdException("The folder '" + root + "' could not be read: " + e.getMessage(), e,
                "Check that you may read the folder and everything in it.");
        }
        return sorted(files);
    }

    static List<Path> sorted(final List<Path> files) {
        return files.stream().sorted(Comparator.comparing(NamingScheme::slashed)).toList();
    }

    private static boolean isSound(final String name) {
        final String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && EXTENSIONS.contains(extension);
    }

    private static SimpleFileVisitor<Path> collector(final List<Path> files, final ProgressMonitor progress) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
                progress.checkCanceled();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isSound(file.getFileName().toString())) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(final Path file, final IOException e) throws IOException {
                if (e instanceof FileSystemLoopException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        };
    }
}
