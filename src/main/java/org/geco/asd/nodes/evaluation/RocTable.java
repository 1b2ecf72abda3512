package org.geco.asd.nodes.evaluation;

import java.util.List;

import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.MachineResult;
import org.geco.asd.evaluation.RocCurve;
import org.geco.asd.evaluation.RocPoint;
import org.geco.asd.nodes.knime.Columns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** The table of the corners of all ROC curves. */
final class RocTable {

    static final DataTableSpec SPEC = new DataTableSpec( //
        new DataColumnSpecCreator("Score", StringCell.TYPE).createSpec(), //
        new DataColumnSpecCreator(Columns.MACHINE_TYPE, StringCell.TYPE).createSpec(), //
        new DataColumnSpecCreator(Columns.MACHINE_ID, StringCell.TYPE).createSpec(), //
        new DataColumnSpecCreator("Threshold", DoubleCell.TYPE).createSpec(), //
        new DataColumnSpecCreator("False-positive rate", DoubleCell.TYPE).createSpec(), //
        new DataColumnSpecCreator("True-positive rate", DoubleCell.TYPE).createSpec());

    private RocTable() {
    }

    static BufferedDataTable create(final ExecutionContext exec, final List<String> scores,
        final List<Evaluation> evaluations) throws CanceledExecutionException {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        for (int i = 0; i < scores.size(); i++) {
            for (final MachineResult machine : evaluations.get(i).machines().toList()) {
                exec.checkCanceled();
                if (machine.scores().hasBothClasses()) {
                    add(container, scores.get(i), machine);
                }
            }
        }
        container.close();
        return container.getTable();
    }

    private static void add(final BufferedDataContainer container, final String score, final MachineResult machine) {
        for (final RocPoint point : RocCurve.of(machine.scores()).points()) {
            // the curve starts above all scores; an infinite number would spoil every chart of thresholds
            final DataCell threshold = Double.isInfinite(point.threshold())
                ? new MissingCell("above all scores") : new DoubleCell(point.threshold());
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), new StringCell(score),
                new StringCell(machine.machine().type()), new StringCell(machine.machine().id()), threshold,
                new DoubleCell(point.falsePositiveRate()), new DoubleCell(point.truePositiveRate())));
        }
    }
}
