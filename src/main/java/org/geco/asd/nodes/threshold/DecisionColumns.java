package org.geco.asd.nodes.threshold;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.InvalidSettingsException;

/** Where a row has what is judged, and what is appended to it. */
final class DecisionColumns {
    private final int m_score;
    private final MachineColumns.Cells m_machine;
    private final boolean m_gamma;
    private final List<DataColumnSpec> m_appended = new ArrayList<>();

    DecisionColumns(final DataTableSpec spec, final ThresholdPredictorNodeParameters parameters)
        throws InvalidSettingsException {
        m_score = Columns.require(spec, "Score", parameters.m_score, DoubleValue.class);
        m_machine = parameters.m_machine.on(spec);
        m_gamma = parameters.m_gamma;
        append(spec, Columns.P_VALUE + parameters.m_suffix, DoubleCell.TYPE);
        append(spec, Columns.THRESHOLD + parameters.m_suffix, DoubleCell.TYPE);
        append(spec, Columns.ANOMALOUS + parameters.m_suffix, BooleanCell.TYPE);
        if (m_gamma) {
            append(spec, Columns.P_VALUE + " (gamma)" + parameters.m_suffix, DoubleCell.TYPE);
            append(spec, Columns.ANOMALOUS + " (gamma)" + parameters.m_suffix, BooleanCell.TYPE);
        }
    }

    private void append(final DataTableSpec spec, final String name, final DataType type)
        throws InvalidSettingsException {
        m_appended.add(Columns.newColumn(spec, ThresholdPredictorNodeParameters.SUFFIX, name, type));
    }

    DataColumnSpec[] appended() {
        return m_appended.toArray(DataColumnSpec[]::new);
    }

    boolean withGamma() {
        return m_gamma;
    }

    Outcome<Double> score(final DataRow row) {
        return ScoreCells.value(row.getCell(m_score));
    }

    Outcome<MachineId> machine(final DataRow row) {
        return m_machine.of(row);
    }
}
