package org.geco.asd.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detector.Detection;
import org.geco.asd.detector.Detector;
import org.geco.asd.files.WholeFile;

/**
 * Judges recordings with a detector on a cluster. What a recording gets is, bit for bit, what a {@code DetectorScorer}
 * gives it; one reason stands for all that is missing of it, and nothing is told of its samples but that it is cut off.
 */
public final class ClusterScorer {
    /** p-value, threshold, decision, reason. */
    private static final int BESIDE_SCORES = 4;

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
        final int scores = m_detector.scores().size();
        new ClusterJob(m_settings,
            new ClusterJob.Kind("score", "scores.csv", scores + BESIDE_SCORES))
                .run(recordings, folder -> {
                    final Path file = folder.resolve("plant.detector");
                    WholeFile.write(file, m_detector::write);
                    return List.of("--detector", Submission.uri(file));
                }, (of, cells) -> {
                    final Detection detection = cells.isPresent() ? detection(cells.value(), scores)
                        : Detection.failed(scores, cells.reason());
                    // what is lacked is told only if nothing is missing
                    to.accept(of, detection, detection.reason().isPresent() ? Optional.empty()
                        : Optional.of(cells.value().reason()).filter(reason -> !reason.isEmpty()));
                }, progress);
    }

    private static Detection detection(final ResultLines.Cells cells, final int scores) {
        final List<Outcome<Double>> each = IntStream.range(0, scores).mapToObj(cells::number).toList();
        return new Detection(each, cells.number(scores), cells.number(scores + 1),
            cells.text(scores + 2).map(Boolean::parseBoolean), Optional.empty());
    }
}
