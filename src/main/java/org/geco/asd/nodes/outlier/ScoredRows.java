package org.geco.asd.nodes.outlier;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.Outcome;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.outlier.OutlierModel;
import org.geco.asd.outlier.VectorSample;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Rows with a score appended; those without one are counted. */
final class ScoredRows implements AutoCloseable {
    private final BufferedDataContainer m_container;
    private final BadClips m_badClips = new BadClips();

    ScoredRows(final ExecutionContext exec, final DataTableSpec spec) {
        m_container = exec.createDataContainer(spec);
    }

    void add(final DataRow row, final VectorSample sample, final OutlierModel model) {
        final Outcome<double[]> vector = sample.vector();
        final Outcome<Double> score = vector.flatMap(values -> model.score(sample.machine(), values));
        final List<DataCell> cells = new ArrayList<>(row.stream().toList());
        cells.add(m_badClips.cell(m_container.size(), score, DoubleCell::new));
        m_container.addRowToTable(new DefaultRow(row.getKey(), cells));
    }

    /** @return the table; the warnings hear how many rows have no score */
    BufferedDataTable closed(final NodeWarnings warnings) {
        close();
        if (m_container.size() == 0) {
            warnings.add("No row was used: check the setting \"" + Titles.ROWS + "\".");
        }
        warnings.add(m_badClips.warning(m_container.size(), "clips could not be scored"));
        return m_container.getTable();
    }

    @Override
    public void close() {
        m_container.close();
    }
}
