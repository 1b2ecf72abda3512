package org.geco.asd.nodes.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.calibration.GammaFit;
import org.geco.asd.calibration.MachineThreshold;
import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.common.Outcome;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.def.DoubleCell;

/** P-value, threshold and decision of each row. */
final class DecisionCells extends AbstractCellFactory {
    private final DecisionColumns m_columns;
    private final ThresholdModel m_model;
    private final BadClips m_badClips = new BadClips();

    DecisionCells(final DecisionColumns columns, final ThresholdModel model) {
        super(columns.appended());
        m_columns = columns;
        m_model = model;
    }

    @Override
    public DataCell[] getCells(final DataRow row, final long rowIndex) {
        final Outcome<MachineThreshold> machine = m_columns.machine(row)
            .flatMap(id -> Outcome.attempt(() -> m_model.threshold(id)));
        final Outcome<Double> score = m_columns.score(row);
        final List<DataCell> cells = new ArrayList<>();
        cells.add(ScoreCells.cell(machine.flatMap(m -> score.map(m::pValue)), DoubleCell::new));
        cells.add(ScoreCells.cell(machine.flatMap(MachineThreshold::threshold), DoubleCell::new));
        cells.add(m_badClips.cell(rowIndex, machine.flatMap(m -> score.flatMap(m::isAnomalous)),
            ScoreCells::decision));
        if (m_columns.withGamma()) {
            final Outcome<GammaFit> gamma = machine.flatMap(MachineThreshold::gamma);
            final Outcome<Double> pValue = gamma.flatMap(fit -> score.map(fit::pValue));
            cells.add(ScoreCells.cell(pValue, DoubleCell::new));
            cells.add(ScoreCells.cell(pValue.map(p -> p <= m_model.settings().rate()), ScoreCells::decision));
        }
        return cells.toArray(DataCell[]::new);
    }

    /** @return the warning that counts the rows without a decision, so far */
    Optional<String> warning(final long rows) {
        return m_badClips.warning(rows, "clips could not be judged");
    }
}
