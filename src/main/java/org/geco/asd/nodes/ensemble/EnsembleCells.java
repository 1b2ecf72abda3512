package org.geco.asd.nodes.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.ensemble.ScoreEnsemble;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.InvalidSettingsException;

/** The combined score of each row. */
final class EnsembleCells extends SingleCellFactory {
    private final ScoreEnsemble m_ensemble;
    private final MachineColumns.Cells m_machine;
    private final List<Integer> m_scores = new ArrayList<>();
    private final Set<MachineId> m_known;
    private final Set<MachineId> m_unknown = new ConcurrentSkipListSet<>();
    private final BadClips m_badClips = new BadClips();

    /** Fails if the table lacks a score that the ensemble combines. */
    EnsembleCells(final DataColumnSpec column, final DataTableSpec spec, final MachineColumns machine,
        final ScoreEnsemble ensemble) throws InvalidSettingsException {
        super(column);
        m_ensemble = ensemble;
        m_machine = machine.on(spec);
        m_known = Set.copyOf(ensemble.machines());
        for (final String score : ensemble.settings().scores()) {
            m_scores.add(Columns.require(spec, Titles.SCORES, score, DoubleValue.class));
        }
    }

    /** @return where the view finds what, in the table of this spec with the combined score appended */
    EnsembleView.Source source(final DataTableSpec spec) {
        return EnsembleView.Source.of(spec, m_machine, m_scores);
    }

    @Override
    public DataCell getCell(final DataRow row, final long rowIndex) {
        final Outcome<Double> score = m_machine.of(row).flatMap(machine -> score(machine, row));
        return m_badClips.cell(rowIndex, score, DoubleCell::new);
    }

    private Outcome<Double> score(final MachineId machine, final DataRow row) {
        final Outcome<Double> score = m_ensemble.score(machine,
            m_scores.stream().map(column -> ScoreCells.value(row.getCell(column))).toList());
        if (score.isPresent() && !m_known.contains(machine)) {
            m_unknown.add(machine);
        }
        return score;
    }

    /** Warns, after the last row, of rows without a score and of machines without a level of their own. */
    void warn(final NodeWarnings warnings, final long rows) {
        warnings.add(m_badClips.warning(rows, "clips have no combined score"));
        warnings.add(m_unknown.isEmpty() ? Optional.empty()
            : Optional.of("Machines without a held-out clip were taken for usual ones of their type: "
                + m_unknown.stream().map(MachineId::toString).collect(Collectors.joining(", ")) + "."));
    }
}
