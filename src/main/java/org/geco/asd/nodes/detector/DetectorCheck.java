package org.geco.asd.nodes.detector;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detector.Detection;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.DetectorScorer;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Whether a detector gives clips the scores that the nodes it was composed of gave them. */
final class DetectorCheck {
    /** Scores from another device may differ in their last bits. */
    private static final double TOLERANCE = 1e-4;

    private final RecordingColumns m_columns;
    private final int m_count;

    DetectorCheck(final DataTableSpec spec, final DetectorComposerNodeParameters parameters)
        throws InvalidSettingsException {
        m_columns = new RecordingColumns(spec, parameters.m_path, parameters.m_machine);
        m_count = parameters.m_checked;
    }

    /** Fails if a score is not that of the table; warns of what could not be compared. */
    void run(final Detector detector, final BufferedDataTable table, final ProgressMonitor progress,
        final NodeWarnings warnings) throws AsdException {
        final List<String> scores = detector.scores();
        final List<Integer> columns = scores.stream()
            .map(score -> Columns.find(table.getDataTableSpec(), score, DoubleValue.class)).toList();
        final List<DataRow> rows = rows(table, columns);
        if (rows.size() < m_count) {
            warnings.add("Only " + rows.size() + " clips of the table have scores to check the detector with.");
        }
        if (rows.isEmpty()) {
            return; // loading the networks takes seconds
        }
        final List<String> wrong = new ArrayList<>();
        final Iterator<DataRow> next = rows.iterator();
        try (DetectorScorer scorer = new DetectorScorer(detector)) {
            scorer.judge(() -> next.hasNext() ? Optional.of(m_columns.recording(next.next())) : Optional.empty(),
                (row, detection) -> compare(row, detection, scores, columns, wrong), progress);
        }
        if (!wrong.isEmpty()) {
            throw new AsdException(wrong.get(0), "Choose the settings of the node that computed the score: the channel "
                + "of the Log-Mel Extractor, the statistics of Spectral Statistics, the frames of the PAE Predictor.",
                "Or connect the models that the table was scored with.");
        }
    }

    /** The first clips that have every score the detector gives and the table has. */
    private List<DataRow> rows(final BufferedDataTable table, final List<Integer> columns) {
        final List<Integer> known = columns.stream().filter(column -> column >= 0).toList();
        final List<DataRow> rows = new ArrayList<>();
        if (known.isEmpty()) {
            return rows;
        }
        try (CloseableRowIterator all = table.iterator()) {
            while (rows.size() < m_count && all.hasNext()) {
                final DataRow row = all.next();
                if (known.stream().noneMatch(column -> row.getCell(column).isMissing())) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static void compare(final DataRow row, final Detection detection, final List<String> scores,
        final List<Integer> columns, final List<String> wrong) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) >= 0) {
                final double told = ScoreCells.value(row.getCell(columns.get(i))).value();
                final Outcome<Double> given = detection.scores().get(i);
                if (!given.isPresent()
                    || !(Math.abs(given.value() - told) <= TOLERANCE * Math.max(1, Math.abs(told)))) {
                    wrong.add("The detector gives \"" + row.getKey().getString() + "\" the score \"" + scores.get(i)
                        + "\" " + given + ", the table has " + told + ".");
                }
            }
        }
    }
}
