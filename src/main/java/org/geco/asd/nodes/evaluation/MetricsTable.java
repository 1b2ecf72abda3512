package org.geco.asd.nodes.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import org.geco.asd.common.Outcome;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.MachineResult;
import org.geco.asd.evaluation.Means;
import org.geco.asd.evaluation.Metric;
import org.geco.asd.evaluation.Metrics;
import org.geco.asd.evaluation.TypeResult;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
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

    static final DataTableSpec SPEC = spec();

    private final BufferedDataContainer m_container;

    private long m_rows;

    private MetricsTable(final BufferedDataContainer container) {
        m_container = container;
    }

    private static DataTableSpec spec() {
        final DataTableSpecCreator spec = new DataTableSpecCreator();
        spec.addColumns(column("Score", StringCell.TYPE), column("Level", StringCell.TYPE),
            column(Columns.MACHINE_TYPE, StringCell.TYPE), column(Columns.MACHINE_ID, StringCell.TYPE),
            column("Normal clips", IntCell.TYPE), column("Anomalous clips", IntCell.TYPE),
            column("Clips left out", IntCell.TYPE));
        for (final String mean : List.of("", " (harmonic mean)")) {
            for (final Metric metric : Metric.values()) {
                spec.addColumns(column(metric.title() + mean, DoubleCell.TYPE));
            }
        }
        return spec.addColumns(column("Note", StringCell.TYPE)).createSpec();
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
        addRow(score, MACHINE_LEVEL, new StringCell(machine.machine().type()), new StringCell(machine.machine().id()),
            List.of(machine), machine.metrics(), Metrics.of(metric -> Outcome.failed("one machine has no mean")),
            note(machine));
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
        addRow(score, level, type, new MissingCell("all machine IDs"), machines, means.arithmetic(), means.harmonic(),
            "mean of " + (means.isPartial() ? means.contributing() + " of " : "") + means.members() + " " + members);
    }

    private void addRow(final String score, final String level, final DataCell type, final DataCell id,
        final List<MachineResult> machines, final Metrics metrics, final Metrics harmonic, final String note) {
        final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(score), new StringCell(level), type, id));
        cells.add(sum(machines, m -> m.scores().normals()));
        cells.add(sum(machines, m -> m.scores().anomalies()));
        cells.add(sum(machines, MachineResult::clipsLeftOut));
        for (final Metrics kind : List.of(metrics, harmonic)) {
            kind.values().values().forEach(value -> cells.add(ScoreCells.cell(value)));
        }
        cells.add(new StringCell(note));
        m_container.addRowToTable(new DefaultRow(RowKey.createRowKey(m_rows++), cells));
    }

    private static DataCell sum(final List<MachineResult> machines, final ToIntFunction<MachineResult> count) {
        return new IntCell(machines.stream().mapToInt(count).sum());
    }
}
