package org.geco.asd.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.geco.asd.cluster.Hashes;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.concurrent.Prefetch;
import org.geco.asd.detector.Detection;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.DetectorScorer;
import org.geco.asd.detector.Recording;
import org.geco.asd.engine.NamedClip;
import org.geco.asd.engine.Recordings;
import org.geco.asd.nn.runtime.Nd4jRuntime;

/** Judges recordings with a detector, of which each worker's process has one. */
final class ScoreWork implements Work {
    private static final long serialVersionUID = 1L;

    private final Broadcast<byte[]> m_detector;
    private final String m_hash;
    private final List<String> m_scores;
    private final Cut m_cut;

    /** @param detector the detector's file, as it is sent to each worker once */
    ScoreWork(final Broadcast<byte[]> detector, final List<String> scores, final Cut cut) {
        m_detector = detector;
        m_cut = cut;
        m_hash = Hashes.sha256(detector.value());
        m_scores = new ArrayList<>(scores); // a list that can be sent
    }

    @Override
    public String fingerprint() {
        return "score with detector " + m_hash + m_cut;
    }

    @Override
    public StructType columns() {
        StructType columns = Work.recording();
        for (final String score : m_scores) {
            columns = columns.add(score, DataTypes.DoubleType);
        }
        return columns.add("p-value", DataTypes.DoubleType).add("Threshold", DataTypes.DoubleType)
            .add("Anomalous", DataTypes.BooleanType).add(REASON, DataTypes.StringType);
    }

    @Override
    public void rows(final List<NamedClip> recordings, final Consumer<Row> to) throws AsdException {
        OfProcess.of(m_hash, m_detector).judge(new Recordings(recordings, LocalFiles::of, m_cut.cutting()),
            (piece, detection) -> {
                if (piece.last()) {
                    LocalFiles.done(piece.clip().path(), piece.file());
                }
                to.accept(row(piece, detection));
            });
    }

    private static Row row(final Recordings.Piece piece, final Detection detection) {
        final List<Object> cells = new ArrayList<>(List.of(piece.clip().path(), piece.clip().type(),
            piece.clip().id()));
        detection.scores().forEach(score -> cells.add(score.toOptional().orElse(null)));
        cells.add(detection.pValue().toOptional().orElse(null));
        cells.add(detection.threshold().toOptional().orElse(null));
        cells.add(detection.anomalous().toOptional().orElse(null));
        cells.add(detection.reason().map(reason -> LocalFiles.named(reason, piece.clip().path(), piece.file()))
            .orElse(null));
        return RowFactory.create(cells.toArray());
    }

    /** The one detector of a process: its tasks judge one after the other, with all threads that they may use. */
    private static final class OfProcess {
        private static OfProcess current;

        private final String m_hash;
        private final DetectorScorer m_scorer;

        private OfProcess(final String hash, final DetectorScorer scorer) {
            m_hash = hash;
            m_scorer = scorer;
        }

        static synchronized OfProcess of(final String hash, final Broadcast<byte[]> file) throws AsdException {
            if (current == null || !current.m_hash.equals(hash)) {
                if (current != null) {
                    current.close();
                }
                Nd4jRuntime.start();
                try {
                    current = new OfProcess(hash,
                        new DetectorScorer(Detector.read(new ByteArrayInputStream(file.value()))));
                } catch (final IOException e) {
                    throw new AsdException("The detector cannot be read: " + e.getMessage(), e,
                        "Check its file, or write it again.");
                }
            }
            return current;
        }

        synchronized void judge(final Prefetch.Source<Recording<Recordings.Piece>> source,
            final BiConsumer<Recordings.Piece, Detection> to) throws AsdException {
            m_scorer.judge(source, to, ProgressMonitor.NONE);
        }

        private synchronized void close() {
            m_scorer.close();
        }
    }
}
