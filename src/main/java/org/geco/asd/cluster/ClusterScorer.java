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
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.concurrent.ChildProcess;
import org.geco.asd.detector.Detection;
import org.geco.asd.detector.Detector;
import org.geco.asd.files.Csv;
import org.geco.asd.files.TemporaryFolder;
import org.geco.asd.files.WholeFile;

/**
 * Judges recordings with a detector on a cluster. What a recording gets is, bit for bit, what a {@code DetectorScorer}
 * gives it; one reason stands for all that is missing of it, and nothing is told of its samples but that it is cut off.
 */
public final class ClusterScorer {
    private static final List<String> COLUMNS = List.of("Path", "Machine type", "Machine ID");
    private static final String ENGINE = "geco-engine";

    /** Where the engine's jars may be: beside the job's, or where the build leaves them. */
    private static final List<String> ENGINES = List.of(ENGINE, "../../engine/target/" + ENGINE);

    /** Recordings of a task at most, and the tasks that few recordings are spread over. */
    private static final long PER_TASK = 100;
    private static final long TASKS = 50;

    private final Detector m_detector;
    private final ClusterSettings m_settings;

    /** What hears of judged recordings. */
    public interface Judged<T> {
        /**
         * Takes the next one.
         *
         * @param lack what a recording that is cut off lacks
         */
        void accept(T of, Detection detection, Optional<String> lack);
    }

    /** Nothing is looked at until recordings are judged. */
    public ClusterScorer(final Detector detector, final ClusterSettings settings) {
        m_detector = detector;
        m_settings = settings;
    }

    /**
     * Judges recordings, and tells of them in their order. The job's folder goes with it, unless the job fails.
     *
     * @throws AsdException if there is no such cluster, or the job fails
     */
    public <T> void judge(final Listed.All<T> recordings, final Judged<T> to, final ProgressMonitor progress)
        throws AsdException {
        ClusterSettings.check(m_settings.master(), m_settings.properties());
        final SparkHome spark = m_settings.spark();
        final String jars = engine(m_settings.job());
        final Path folder = m_settings.shared().resolve("geco-score-" + UUID.randomUUID());
        final TemporaryFolder job = new TemporaryFolder(folder);
        try {
            Files.createDirectories(folder);
            final long count = list(recordings, folder.resolve("clips.csv"));
            if (count > 0) {
                WholeFile.write(folder.resolve("plant.detector"), m_detector::write);
                run(spark.submit(arguments(jars, folder, count)), folder, count, progress);
            }
            tell(recordings, folder.resolve("out/scores.csv"), to, progress);
        } catch (final CancellationException e) {
            job.close();
            throw e;
        } catch (final IOException e) {
            throw new AsdException("The folder '" + folder + "' of the job cannot be used: " + e.getMessage(), e,
                "Name a shared folder that this computer and each worker may write to, with room in it.");
        }
        job.close();
    }

    private static <T> long list(final Listed.All<T> recordings, final Path file) throws AsdException, IOException {
        final AtomicLong count = new AtomicLong();
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write(Csv.line(COLUMNS) + "\n");
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

    private List<String> arguments(final String jars, final Path folder, final long count) throws AsdException {
        final List<String> arguments = new ArrayList<>(List.of("--master", m_settings.master(), "--deploy-mode",
            "client", "--name", "GeCo: " + count + " recordings"));
        m_settings.properties().forEach(property -> arguments.addAll(List.of("--conf", property)));
        arguments.addAll(List.of("--jars", jars, m_settings.job().toString(), "score", "--detector",
            uri(folder.resolve("plant.detector")), "--clips", uri(folder.resolve("clips.csv")), "--out",
            uri(folder.resolve("out")), "--per-task",
            String.valueOf(Math.min(PER_TASK, (count + TASKS - 1) / TASKS))));
        return arguments;
    }

    /** A file of this computer also where paths are otherwise those of a cluster's file system. */
    private static String uri(final Path file) {
        final String path = file.toString().replace('\\', '/');
        return "file:" + (path.startsWith("/") ? "" : "/") + path;
    }

    private static void run(final ProcessBuilder command, final Path folder, final long count,
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

    /** The results have a line for each line of the list. */
    private <T> void tell(final Listed.All<T> recordings, final Path file, final Judged<T> to,
        final ProgressMonitor progress) throws AsdException, IOException {
        final int scores = m_detector.scores().size();
        try (ResultLines results = new ResultLines(file, scores)) {
            recordings.forEach(recording -> {
                progress.checkCanceled();
                if (recording.fields().isPresent()) {
                    final ResultLines.Result result = results.next(recording.fields().value());
                    to.accept(recording.of(), result.detection(), result.lack());
                } else {
                    to.accept(recording.of(), Detection.failed(scores, recording.fields().reason()), Optional.empty());
                }
            });
        }
    }
}
