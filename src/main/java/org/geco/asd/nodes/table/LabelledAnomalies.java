package org.geco.asd.nodes.table;

import java.util.Optional;

import org.geco.asd.dataset.Label;
import org.geco.asd.nodes.knime.BadClips;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;

/** Rows that a label marks as anomalies: learners leave them out and count them. */
public final class LabelledAnomalies {
    private final int m_label;
    private final BadClips m_rows = new BadClips();

    /** Without such a column, or if the table lacks it, nothing is known of any row. */
    public LabelledAnomalies(final DataTableSpec spec, final Optional<String> column) {
        m_label = column.map(spec::findColumnIndex).orElse(-1);
    }

    /** @return whether the row is an anomaly, which is counted then */
    public boolean leavesOut(final DataRow row) {
        final boolean isAnomaly =
            m_label >= 0 && Label.of(ScoreCells.text(row.getCell(m_label))).equals(Optional.of(Label.ANOMALY));
        if (isAnomaly) {
            m_rows.add(m_rows.count(), "row \"" + row.getKey().getString() + "\" is the first");
        }
        return isAnomaly;
    }

    /** @return number of rows left out */
    public long count() {
        return m_rows.count();
    }

    /** @return a sentence that counts them, of so many rows with them, if there are any */
    public Optional<String> warning(final long rows) {
        return m_rows.warning(rows,
            "rows are labelled as anomalies and are left out, for only normal clips are learned from");
    }
}
