package org.geco.embedded.runner.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the workflow directory in what the user named: a directory, or a zip file that is unpacked first. */
public final class WorkflowArchive {

    private WorkflowArchive() {
    }

    /**
     * @param workflow a directory or zip file
     * @param temporary an existing folder to unpack into
     * @return the directory that holds {@code workflow.knime}: the top level or its only sub-folder with one
     * @throws WorkflowLoadException if there is none, or the zip file can't be read
     */
    public static Path locate(final Path workflow, final Path temporary) throws WorkflowLoadException {
        try {
            return find(Files.isDirectory(workflow) ? workflow.toAbsolutePath() : unzip(workflow, temporary));
        } catch (IOException e) {
            throw new WorkflowLoadException(workflow + ": can't be read: " + e.getMessage(), e);
        }
    }

    private static Path find(final Path folder) throws IOException, WorkflowLoadException {
        if (Files.isRegularFile(folder.resolve(WorkflowFile.NAME))) {
            return folder;
        }
        try (Stream<Path> children = Files.list(folder)) {
            final List<Path> found =
                children.filter(child -> Files.isRegularFile(child.resolve(WorkflowFile.NAME))).toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            throw new WorkflowLoadException(found.isEmpty() ? "There is no " + WorkflowFile.NAME + " in " + folder
                : folder + " holds " + found.size() + " workflows; name one of them");
        }
    }

    private static Path unzip(final Path archive, final Path temporary) throws IOException, WorkflowLoadException {
        final Path target = Files.createTempDirectory(temporary, "workflow");
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            final Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                final ZipEntry entry = entries.nextElement();
                final Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new WorkflowLoadException(archive + ": entry '" + entry.getName() + "' leads out of the zip");
                }
                extract(zip, entry, file);
            }
        }
        return target;
    }

    private static void extract(final ZipFile zip, final ZipEntry entry, final Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        try (var in = zip.getInputStream(entry)) {
            Files.copy(in, file);
        }
    }
}
