package org.geco.asd.nodes.evaluation;

import java.util.List;

import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluation.MachineResult;
import org.geco.asd.evaluation.RocCurve;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/** The table of the corners of all ROC curves. */
final class RocTable {
    static final DataTableSpec SPEC = new DataTableSpec(NewTable.text("Score"), NewTable.text(Columns.MACHINE_TYPE),
        NewTable.text(Columns.MACHINE_ID), NewTable.number("Threshold"), NewTable.number("False-positive rate"),
        NewTable.number("True-positive rate"));

    private RocTable() { }

    static BufferedDataTable create(final ExecutionContext exec, final List<String> scores,
        final List<Evaluation> evaluations) throws CanceledExecutionException {
        final NewTable table = new NewTable(exec, SPEC);
        for (int i = 0; i < scores.size(); i++) {
            for (final MachineResult machine : evaluations.get(i).machines().toList()) {
                exec.checkCanceled();
                if (machine.scores().hasBothClasses()) {
                    add(table, scores.get(i), machine);
                }
            }
        }
        return table.closed();
    }

    private static void add(final NewTable table, final String score, final MachineResult machine) {
        for (final RocCurve.Point point : RocCurve.of(machine.scores()).points()) {
            // the curve starts above all scores; an infinite number would spoil every chart of thresholds
            table.add(score, machine.machine().type(), machine.machine().id(),
                Double.isInfinite(point.threshold()) ? new MissingCell("above all scores") : point.threshold(),
                point.falsePositiveRate(), point.truePositiveRate());
        }
    }
}
