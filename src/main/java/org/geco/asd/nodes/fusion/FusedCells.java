package org.geco.asd.nodes.fusion;

import java.util.Optional;

import org.geco.asd.common.Outcome;
import org.geco.asd.fusion.Gammas;
import org.geco.asd.fusion.ScorePair;
import org.geco.asd.nodes.knime.BadClips;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DoubleCell;

/** The fused score of each row. */
final class FusedCells extends SingleCellFactory {
    private final FusionColumns m_columns;
    private final Gammas m_gammas;
    private final BadClips m_badClips = new BadClips();

    FusedCells(final DataColumnSpec column, final FusionColumns columns, final Gammas gammas) {
        super(column);
        m_columns = columns;
        m_gammas = gammas;
    }

    @Override
    public DataCell getCell(final DataRow row, final long rowIndex) {
        return m_badClips.cell(rowIndex, fused(row), DoubleCell::new);
    }

    private Outcome<Double> fused(final DataRow row) {
        final String type = m_columns.type(row);
        if (type.isEmpty()) {
            return Outcome.failed("the row does not tell the machine type");
        }
        return Outcome.attempt(() -> m_gammas.of(type))
            .flatMap(gamma -> ScorePair.fuse(m_columns.error(row), m_columns.distance(row), gamma.value()));
    }

    /** @return the warning that counts the rows without a fused score, so far */
    Optional<String> warning(final long rows) {
        return m_badClips.warning(rows, "clips could not be fused");
    }
}
