package org.geco.asd.nodes.fusion;

import java.util.SortedSet;
import java.util.TreeSet;

import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Where a row has what its fused score is made of. */
final class FusionColumns {
    /** Stands for every machine type where γ is the same for all and the table need not tell the type. */
    static final String ALL = "(all)";

    private final int m_error;
    private final int m_distance;
    private final int m_type;

    FusionColumns(final DataTableSpec spec, final ScoreFusionNodeParameters parameters,
        final FusedPair pair) throws InvalidSettingsException {
        m_error = Columns.require(spec, ScoreFusionNodeParameters.PAE_SCORE, pair.error(), DoubleValue.class);
        m_distance =
            Columns.require(spec, ScoreFusionNodeParameters.GECO_SCORE, pair.distance(), DoubleValue.class);
        m_type = parameters.m_gammaMode == GammaMode.FIXED ? -1
            : Columns.require(spec, Titles.MACHINE_TYPE, parameters.m_machineType, StringValue.class);
    }

    Outcome<Double> error(final DataRow row) {
        return ScoreCells.value(row.getCell(m_error));
    }

    Outcome<Double> distance(final DataRow row) {
        return ScoreCells.value(row.getCell(m_distance));
    }

    /** @return the machine type, empty if the row does not tell it */
    String type(final DataRow row) {
        return m_type < 0 ? ALL : ScoreCells.text(row.getCell(m_type));
    }

    /** @return the machine types of all rows */
    SortedSet<String> types(final BufferedDataTable table, final ProgressMonitor progress) {
        final SortedSet<String> types = new TreeSet<>();
        if (m_type < 0) {
            types.add(ALL);
            return types;
        }
        for (final DataRow row : table) {
            progress.checkCanceled();
            types.add(type(row));
        }
        types.remove("");
        return types;
    }
}
