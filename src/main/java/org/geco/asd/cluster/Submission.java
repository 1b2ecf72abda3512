package org.geco.asd.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.concurrent.ChildProcess;
import org.geco.asd.files.TemporaryFolder;

/**
 * A job that is submitted and waited for. Its files are in a folder of their own, which goes with it, unless the job
 * fails.
 *
 * @param command of the job, which its folder is named after
 */
record Submission(ClusterSettings settings, String command) {
    private static final String ENGINE = "geco-engine";

    /** Where the engine's jars may be: beside the job's, or where the build leaves them. */
    private static final List<String> ENGINES = List.of(ENGINE, "../../engine/target/" + ENGINE);
    private static final String LOG = "spark.log";

    /** What is done with the job. */
    interface Work<T> {
        /** Writes the job's files into its folder, submits it, and reads what it found. */
        T in(Path folder, Submit job) throws AsdException, IOException;
    }

    /** Submits the job. */
    interface Submit {
        /**
         * Waits until it has ended; fails if it does.
         *
         * @param what is done, for whoever looks, e.g. "20 recordings"
         * @param words after the command
         */
        void with(String what, List<String> words, ProgressMonitor progress) throws AsdException, IOException;
    }

    /** @return what the work gives; fails if there is no such cluster, or the job fails */
    <T> T run(final Work<T> work) throws AsdException {
        ClusterSettings.check(settings.master(), settings.properties());
        final SparkHome spark = settings.spark();
        final String jars = engine(settings.job());
        final Path folder = settings.shared().resolve("geco-" + command + "-" + UUID.randomUUID());
        final TemporaryFolder job = new TemporaryFolder(folder);
        final T result;
        try {
            Files.createDirectories(folder);
            result = work.in(folder, (what, words, progress) -> submit(
                spark.submit(arguments(jars, what, words)), folder, what, progress));
        } catch (final CancellationException e) {
            job.close();
            throw e;
        } catch (final AsdException e) {
            if (!Files.exists(folder.resolve(LOG))) {
                job.close(); // nothing to look into
            }
            throw e;
        } catch (final IOException e) {
            throw new AsdException("The folder '" + folder + "' of the job cannot be used: " + e.getMessage(), e,
                "Name a shared folder that this computer and each worker may write to, with room in it.");
        }
        job.close();
        return result;
    }

    /** @return the jars that the job needs, as spark-submit takes them */
    private static String engine(final Path job) throws AsdException {
        final Optional<Path> folder = ENGINES.stream().map(place -> job.resolveSibling(place).normalize())
            .filter(Files::isDirectory).findFirst();
        Checks.require(folder.isPresent(), "There is no folder '" + ENGINE + "' beside '" + job + "'.",
            "Put it there, as the build of this project leaves it in releng/engine/target: with the native code of "
                + "the workers' platform.");
        try (Stream<Path> files = Files.walk(folder.get())) {
            return files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted()
                .collect(Collectors.joining(","));
        } catch (final IOException e) {
            throw new AsdException("The folder '" + folder.get() + "' cannot be read: " + e.getMessage(), e,
                "Check that you may read it.");
        }
    }

    private List<String> arguments(final String jars, final String what, final List<String> words)
        throws AsdException {
        final List<String> arguments = new ArrayList<>(List.of("--master", settings.master(), "--deploy-mode",
            "client", "--name", "GeCo: " + what));
        settings.properties().forEach(property -> arguments.addAll(List.of("--conf", property)));
        arguments.addAll(List.of("--jars", jars, settings.job().toString(), command));
        arguments.addAll(words);
        return arguments;
    }

    /** A file of this computer also where paths are otherwise those of a cluster's file system. */
    static String uri(final Path file) {
        final String path = file.toString().replace('\\', '/');
        return "file:" + (path.startsWith("/") ? "" : "/") + path;
    }

    private static void submit(final ProcessBuilder command, final Path folder, final String what,
        final ProgressMonitor progress) throws IOException, AsdException {
        final Path file = folder.resolve(LOG);
        final JobLog log = new JobLog(file, progress);
        progress.report(0, "Starting Spark for " + what);
        final Process process = command.start();
        process.getOutputStream().close();
        final Thread listener = log.listen(process);
        try {
            ChildProcess.await(process, progress);
        } finally {
            JobLog.end(listener);
        }
        Checks.require(process.exitValue() == 0, "Spark's job failed: " + log.reason(),
            "All that Spark said is in '" + file + "'.");
    }
}
