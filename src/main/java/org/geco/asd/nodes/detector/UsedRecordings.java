package org.geco.asd.nodes.detector;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.geco.asd.cluster.ClusterScorer;
import org.geco.asd.cluster.Listed;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.concurrent.Prefetch;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.DetectorScorer;
import org.geco.asd.detector.Recording;
import org.geco.asd.nodes.knime.RowSelection;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** The recordings in those rows of a table that are used. */
record UsedRecordings(BufferedDataTable table, RowSelection.RowTest used, RecordingColumns columns)
    implements Listed.All<DataRow> {
    /** Judges them on this computer. */
    void judge(final Detector detector, final ClusterScorer.Judged<DataRow> to, final ProgressMonitor progress)
        throws AsdException {
        final AtomicLong count = new AtomicLong();
        try (DetectorScorer scorer = new DetectorScorer(detector); CloseableRowIterator rows = table.iterator()) {
            scorer.judge(source(rows, used, columns), (row, detection) -> {
                to.accept(row, detection, Optional.empty());
                progress.report((double)count.incrementAndGet() / table.size(),
                    "Recording " + count + " of " + table.size());
            }, progress);
        }
    }

    @Override
    public void forEach(final Listed.To<DataRow> to) throws AsdException, IOException {
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (used.test(row)) {
                    to.accept(columns.listed(row));
                }
            }
        }
    }

    /** Asked by the scorer's thread only. */
    static Prefetch.Source<Recording<DataRow>> source(final CloseableRowIterator rows,
        final RowSelection.RowTest used, final RecordingColumns columns) {
        return () -> {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (used.test(row)) {
                    return Optional.of(columns.recording(row));
                }
            }
            return Optional.empty();
        };
    }
}
