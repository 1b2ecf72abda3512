package org.geco.asd.cluster;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.concurrent.ChildProcess;
import org.geco.asd.files.Csv;
import org.geco.asd.files.TemporaryFolder;

/**
 * Work on recordings that a cluster does: lists them, submits the job, waits for it and reads what it found. The job's
 * files are in a folder of their own, which goes with it, unless the job fails.
 */
final class ClusterJob {
    private static final String ENGINE = "geco-engine";

    /** Where the engine's jars may be: beside the job's, or where the build leaves them. */
    private static final List<String> ENGINES = List.of(ENGINE, "../../engine/target/" + ENGINE);

    /** Recordings of a task at most, and the tasks that few recordings are spread over. */
    private static final long PER_TASK = 100;
    private static final long TASKS = 50;

    private final ClusterSettings m_settings;
    private final Kind m_kind;

    /**
     * What is done.
     *
     * @param command of the job that does it
     * @param results the file among the results with a line for each line of the list
     * @param cells of such a line, after those that were listed
     */
    record Kind(String command, String results, int cells) { }

    /** What the job is given beside its list. */
    interface Given {
        /** Writes files into the job's folder; returns the words that tell the job of them. */
        List<String> in(Path folder) throws AsdException, IOException;
    }

    /** What hears of results. */
    interface Told<T> {
        /** Takes what was found of the next recording, or why it could not be listed. */
        void accept(T of, Outcome<ResultLines.Cells> found) throws AsdException;
    }

    ClusterJob(final ClusterSettings settings, final Kind kind) {
        m_settings = settings;
        m_kind = kind;
    }

    /** Does it, and tells of the recordings in their order; fails if there is no such cluster, or the job fails. */
    <T> void run(final Listed.All<T> recordings, final Given given, final Told<T> to, final ProgressMonitor progress)
        throws AsdException {
        ClusterSettings.check(m_settings.master(), m_settings.properties());
        final SparkHome spark = m_settings.spark();
        final String jars = engine(m_settings.job());
        final Path folder = m_settings.shared().resolve("geco-" + m_kind.command() + "-" + UUID.randomUUID());
        final TemporaryFolder job = new TemporaryFolder(folder);
        try {
            Files.createDirectories(folder);
            final long count = list(recordings, folder.resolve("clips.csv"));
            if (count > 0) {
                submit(spark.submit(arguments(jars, folder, count, given.in(folder))), folder, count, progress);
            }
            tell(recordings, folder.resolve("out").resolve(m_kind.results()), to, progress);
        } catch (final CancellationException e) {
            job.close();
            throw e;
        } catch (final IOException e) {
            throw new AsdException("The folder '" + folder + "' of the job cannot be used: " + e.getMessage(), e,
                "Name a shared folder that this computer and each worker may write to, with room in it.");
        }
        job.close();
    }

    private <T> long list(final Listed.All<T> recordings, final Path file) throws AsdException, IOException {
        final AtomicLong count = new AtomicLong();
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write(Csv.line(Listed.COLUMNS) + "\n");
            recordings.forEach(recording -> {
                if (recording.fields().isPresent()) {
                    writer.write(Csv.line(recording.fields().value()) + "\n");
                    count.incrementAndGet();
                }
            });
        }
        return count.get();
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

    private List<String> arguments(final String jars, final Path folder, final long count, final List<String> given)
        throws AsdException {
        final List<String> arguments = new ArrayList<>(List.of("--master", m_settings.master(), "--deploy-mode",
            "client", "--name", "GeCo: " + count + " recordings"));
        m_settings.properties().forEach(property -> arguments.addAll(List.of("--conf", property)));
        arguments.addAll(List.of("--jars", jars, m_settings.job().toString(), m_kind.command()));
        arguments.addAll(given);
        arguments.addAll(List.of("--clips", uri(folder.resolve("clips.csv")), "--out", uri(folder.resolve("out")),
            "--per-task", String.valueOf(Math.min(PER_TASK, (count + TASKS - 1) / TASKS))));
        return arguments;
    }

    /** A file of this computer also where paths are otherwise those of a cluster's file system. */
    static String uri(final Path file) {
        final String path = file.toString().replace('\\', '/');
        return "file:" + (path.startsWith("/") ? "" : "/") + path;
    }

    private static void submit(final ProcessBuilder command, final Path folder, final long count,
        final ProgressMonitor progress) throws IOException, AsdException {
        final Path file = folder.resolve("spark.log");
        final JobLog log = new JobLog(file, progress);
        progress.report(0, "Starting Spark for " + count + " recordings");
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

    private <T> void tell(final Listed.All<T> recordings, final Path file, final Told<T> to,
        final ProgressMonitor progress) throws AsdException, IOException {
        try (ResultLines results = new ResultLines(file, m_kind.cells())) {
            recordings.forEach(recording -> {
                progress.checkCanceled();
                to.accept(recording.of(), recording.fields().isPresent()
                    ? Outcome.of(results.next(recording.fields().value()))
                    : Outcome.failed(recording.fields().reason()));
            });
        }
    }
}
