package org.geco.asd.nodes.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.MachineResult;
import org.geco.asd.evaluation.Means;
import org.geco.asd.evaluation.Metrics;
import org.geco.asd.evaluation.TypeResult;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The table of AUC and pAUC. */
final class MetricsTable {

    static final String MACHINE_LEVEL = "machine ID";

    static final String TYPE_LEVEL = "machine type";

    static final String OVERALL_LEVEL = "overall";

    static final DataTableSpec SPEC = new DataTableSpec( //
        column("Score", StringCell.TYPE), column("Level", StringCell.TYPE), //
        column(Columns.MACHINE_TYPE, StringCell.TYPE), column(Columns.MACHINE_ID, StringCell.TYPE), //
        column("Normal clips", IntCell.TYPE), column("Anomalous clips", IntCell.TYPE), //
        column("Clips left out", IntCell.TYPE), //
        column("AUC", DoubleCell.TYPE), column("pAUC", DoubleCell.TYPE), //
        column("AUC (harmonic mean)", DoubleCell.TYPE), column("pAUC (harmonic mean)", DoubleCell.TYPE), //
        column("Note", StringCell.TYPE));

    private final BufferedDataContainer m_container;

    private long m_rows;

    private MetricsTable(final BufferedDataContainer container) {
        m_container = container;
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    static BufferedDataTable create(final ExecutionContext exec, final List<String> scores,
        final List<Evaluation> evaluations) {
        final MetricsTable table = new MetricsTable(exec.createDataContainer(SPEC));
        for (int i = 0; i < scores.size(); i++) {
            table.add(scores.get(i), evaluations.get(i));
        }
        table.m_container.close();
        return table.m_container.getTable();
    }

    private void add(final String score, final Evaluation evaluation) {
        for (final TypeResult type : evaluation.types()) {
            type.machines().forEach(machine -> addMachine(score, machine));
            addMeans(score, TYPE_LEVEL, new StringCell(type.type()), type.machines(), type.means(), "machine IDs");
        }
        addMeans(score, OVERALL_LEVEL, new MissingCell("all machine types"), evaluation.machines().toList(),
            evaluation.means(), "machine types");
    }

    private void addMachine(final String score, final MachineResult machine) {
        final DataCell noMean = new MissingCell("one machine has no mean");
        addRow(new StringCell(score), new StringCell(MACHINE_LEVEL), new StringCell(machine.machine().type()),
            new StringCell(machine.machine().id()), new IntCell(machine.scores().normals()),
            new IntCell(machine.scores().anomalies()), new IntCell(machine.clipsLeftOut()),
            ScoreCells.cell(machine.metrics().auc()), ScoreCells.cell(machine.metrics().partialAuc()), noMean, noMean,
            new StringCell(note(machine)));
    }

    private static String note(final MachineResult machine) {
        final String leftOut = machine.leftOut().entrySet().stream().map(MetricsTable::leftOut)
            .collect(Collectors.joining("; "));
        if (machine.metrics().auc().isPresent()) {
            return leftOut;
        }
        return machine.metrics().auc().reason() + (leftOut.isEmpty() ? "" : "; " + leftOut);
    }

    private static String leftOut(final Map.Entry<String, Integer> reason) {
        return reason.getValue() + " left out: " + reason.getKey();
    }

    private void addMeans(final String score, final String level, final DataCell type,
        final List<MachineResult> machines, final Means means, final String members) {
        final Metrics arithmetic = means.arithmetic();
        final Metrics harmonic = means.harmonic();
        addRow(new StringCell(score), new StringCell(level), type, new MissingCell("all machine IDs"),
            new IntCell(machines.stream().mapToInt(m -> m.scores().normals()).sum()),
            new IntCell(machines.stream().mapToInt(m -> m.scores().anomalies()).sum()),
            new IntCell(machines.stream().mapToInt(MachineResult::clipsLeftOut).sum()),
            ScoreCells.cell(arithmetic.auc()), ScoreCells.cell(arithmetic.partialAuc()),
            ScoreCells.cell(harmonic.auc()), ScoreCells.cell(harmonic.partialAuc()),
            new StringCell("mean of " + (means.isPartial() ? means.contributing() + " of " : "") + means.members()
                + " " + members));
    }

    private void addRow(final DataCell... cells) {
        m_container.addRowToTable(new DefaultRow(RowKey.createRowKey(m_rows++), cells));
    }
}
