package org.geco.asd.cluster;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.files.Csv;

/** Work on recordings that a cluster does: lists them, submits the job, waits for it and reads what it found. */
final class ClusterJob {
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
        new Submission(m_settings, m_kind.command()).run((folder, job) -> {
            final long count = list(recordings, folder.resolve("clips.csv"));
            if (count > 0) {
                job.with(count + " recordings", words(folder, count, given.in(folder)), progress);
            }
            tell(recordings, folder.resolve("out").resolve(m_kind.results()), to, progress);
            return count;
        });
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

    private static List<String> words(final Path folder, final long count, final List<String> given) {
        final List<String> words = new ArrayList<>(given);
        words.addAll(List.of("--clips", Submission.uri(folder.resolve("clips.csv")), "--out",
            Submission.uri(folder.resolve("out")), "--per-task",
            String.valueOf(Math.min(PER_TASK, (count + TASKS - 1) / TASKS))));
        return words;
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
