package org.geco.asd.nodes.fusion;

import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Label;
import org.geco.asd.evaluation.ValueOrReason;
import org.geco.asd.fusion.Gammas;
import org.geco.asd.fusion.ScorePair;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.SingleCellFactory;

/** The fused score of each row. The rows' machine types were checked before: each has a γ. */
final class FusedCells extends SingleCellFactory {

    private final FusionColumns m_columns;

    private final Gammas m_gammas;

    private int m_missing;

    private String m_firstReason = "";

    FusedCells(final DataColumnSpec column, final FusionColumns columns, final Gammas gammas) {
        super(column);
        m_columns = columns;
        m_gammas = gammas;
    }

    @Override
    public DataCell getCell(final DataRow row) {
        final DataCell cell = fused(row);
        if (cell.isMissing()) {
            m_firstReason = m_missing++ == 0 ? ((MissingCell)cell).getError() : m_firstReason;
        }
        return cell;
    }

    private DataCell fused(final DataRow row) {
        final String type = m_columns.type(row);
        if (type.isEmpty()) {
            return new MissingCell("the row does not tell the machine type");
        }
        final ValueOrReason error = m_columns.error(row);
        final ValueOrReason distance = m_columns.distance(row);
        try {
            return ScoreCells.cell(new ScorePair(new MachineId(type, ""), Label.UNKNOWN, error, distance)
                .fuse(m_gammas.of(type).value()));
        } catch (final AsdException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return number of rows without a fused score, so far */
    int missing() {
        return m_missing;
    }

    /** @return why the first of them has none */
    String firstReason() {
        return m_firstReason;
    }
}
