package org.geco.asd.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.geco.asd.audio.Section;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;

/** Gives files of any Hadoop file system a place on the worker's own disk as long as they are read. */
final class LocalFiles {
    private static final Configuration CONFIGURATION = SparkHadoopUtil.get().conf();

    private LocalFiles() { }

    /** @return the file itself if it is local, else a copy; or why there is none */
    static Outcome<Path> of(final String path) {
        final org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(path);
        if (from.toUri().getScheme() == null || "file".equals(from.toUri().getScheme())) {
            return Outcome.of(Path.of(from.toUri().getPath()));
        }
        return Outcome.attempt(() -> copy(from));
    }

    private static Path copy(final org.apache.hadoop.fs.Path from) throws AsdException {
        try {
            final Path copy = Files.createTempFile("geco", from.getName());
            final FileSystem system = from.getFileSystem(CONFIGURATION);
            system.copyToLocalFile(false, from, new org.apache.hadoop.fs.Path(copy.toUri()), true);
            return copy;
        } catch (final IOException e) {
            throw new AsdException("'" + from + "' cannot be read: " + e.getMessage(), e,
                "Check that it is still there, and that the cluster may read it.");
        }
    }

    /** @return a text in which a copy has the name of its file */
    static String named(final String text, final String path, final Outcome<Path> local) {
        return local.isPresent() ? text.replace(local.value().toString(), Section.path(path)) : text;
    }

    /** Removes the copy of a file, if there is one. */
    static void done(final String path, final Outcome<Path> local) {
        if (local.isPresent() && !new org.apache.hadoop.fs.Path(Section.path(path)).toUri().getPath()
            .equals(local.value().toString())) {
            try {
                Files.deleteIfExists(local.value());
            } catch (final IOException e) { // NOSONAR: the worker's temporary folder goes with the worker
                local.value().toFile().deleteOnExit();
            }
        }
    }
}
