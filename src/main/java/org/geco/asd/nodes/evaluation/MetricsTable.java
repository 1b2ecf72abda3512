package org.geco.asd.nodes.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Decisions;
import org.geco.asd.evaluation.DomainEvaluation;
import org.geco.asd.evaluation.DomainEvaluation.MachineDomains;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluation.MachineResult;
import org.geco.asd.evaluation.Evaluation.TypeResult;
import org.geco.asd.evaluation.Means;
import org.geco.asd.evaluation.Metric;
import org.geco.asd.evaluation.Metrics;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.table.NewTable;
import org.geco.asd.nodes.table.PaperDifferences;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The table of AUC and pAUC, with what became of decisions beside the main score. */
final class MetricsTable {
    static final String SCORE = "Score";
    static final String LEVEL = "Level";
    static final String NORMAL = "Normal clips";
    static final String ANOMALOUS = "Anomalous clips";
    static final String MACHINE_LEVEL = "machine ID";
    static final String TYPE_LEVEL = "machine type";
    static final String OVERALL_LEVEL = "overall";
    static final String OFFICIAL_LEVEL = "official score";
    private static final List<String> COUNTS =
        List.of("True positives", "False positives", "False negatives", "True negatives");

    private final NewTable m_table;

    /** Empty if there are none, or they are not those of the score whose rows are added. */
    private Map<MachineId, Decisions> m_decisions = Map.of();
    private final boolean m_withDecisions;

    private MetricsTable(final ExecutionContext exec, final DataTableSpec spec, final boolean withDecisions) {
        m_table = new NewTable(exec, spec);
        m_withDecisions = withDecisions;
    }

    static DataTableSpec spec(final boolean withDecisions) {
        final DataTableSpecCreator spec = new DataTableSpecCreator();
        spec.addColumns(NewTable.text(SCORE), NewTable.text(LEVEL), NewTable.text(Columns.MACHINE_TYPE),
            NewTable.text(Columns.MACHINE_ID), NewTable.count(NORMAL), NewTable.count(ANOMALOUS),
            NewTable.count("Clips left out"));
        for (final String mean : List.of("", " (harmonic mean)")) {
            for (final Metric metric : Metric.values()) {
                spec.addColumns(NewTable.number(metric.title() + mean));
            }
        }
        if (withDecisions) {
            COUNTS.forEach(count -> spec.addColumns(NewTable.count(count)));
            Decisions.RATES.forEach(rate -> spec.addColumns(NewTable.number(rate)));
        }
        return spec.addColumns(NewTable.text("Note")).createSpec();
    }

    /**
     * @param scored the table of the scores, whose columns know how they were made
     * @param decisions those of the main score, the last one, if there are any
     * @param domains of each score, or none
     */
    static BufferedDataTable create(final ExecutionContext exec, final DataTableSpec scored,
        final List<String> scores, final List<Evaluation> evaluations,
        final Optional<Map<MachineId, Decisions>> decisions, final List<DomainEvaluation> domains) {
        final DataTableSpec spec = spec(decisions.isPresent());
        final int names = spec.findColumnIndex(SCORE);
        final DataTableSpec told = new DataTableSpecCreator(spec).replaceColumn(names,
            PaperDifferences.handedOn(spec.getColumnSpec(names), scored, scores)).createSpec();
        final MetricsTable table = new MetricsTable(exec, told, decisions.isPresent());
        for (int i = 0; i < scores.size(); i++) {
            table.m_decisions = i == scores.size() - 1 ? decisions.orElse(Map.of()) : Map.of();
            table.add(scores.get(i), evaluations.get(i));
        }
        table.m_decisions = Map.of();
        for (int i = 0; i < domains.size(); i++) {
            table.add(scores.get(i), domains.get(i));
        }
        return table.m_table.closed();
    }

    private void add(final String score, final Evaluation evaluation) {
        for (final TypeResult type : evaluation.types()) {
            type.machines().forEach(machine -> addMachine(score, machine));
            addMeans(score, TYPE_LEVEL, type.type(), type.machines(), type.means(), decisions(type), "machine IDs");
        }
        addMeans(score, OVERALL_LEVEL, new MissingCell("all machine types"), evaluation.machines().toList(),
            evaluation.means(), Decisions.mean(evaluation.types().stream().map(this::decisions).toList()),
            "machine types");
    }

    private void add(final String score, final DomainEvaluation domains) {
        final boolean from2022 = domains.rule() == DomainEvaluation.Rule.FROM_2022;
        for (final MachineDomains machine : domains.machines()) {
            machine.metrics().forEach((domain, own) -> {
                final Metrics metrics = from2022 ? ofBoth(own.auc()) : own;
                addRow(score, domain.text() + " domain", machine.machine().type(), machine.machine().id(),
                    List.of(new MachineResult(machine.machine(), machine.scores().get(domain), metrics, Map.of())),
                    metrics, Metrics.of(metric -> Outcome.failed("one machine has no mean")), null,
                    from2022 ? "normal clips of the domain, anomalous clips of both" : "clips of the domain");
            });
        }
        final Outcome<Double> official = domains.official();
        addRow(score, OFFICIAL_LEVEL, new MissingCell("all machine types"), new MissingCell("all machine IDs"),
            List.of(), Metrics.of(metric -> Outcome.failed("the official score is a harmonic mean")),
            Metrics.of(metric -> metric == Metric.AUC ? official
                : Outcome.failed("the official score is one number, beside AUC")), null,
            "harmonic mean of " + (from2022 ? 3 : 4) * domains.machines().size() + " values: each machine's AUC in "
                + (from2022 ? "both domains and pAUC" : "both domains and pAUC in both")
                + (domains.withoutDomain() > 0 ? "; " + domains.withoutDomain() + " clips left out: nothing tells their"
                    + " domain" : ""));
    }

    private static Metrics ofBoth(final Outcome<Double> auc) {
        return Metrics.of(metric -> metric == Metric.AUC ? auc
            : Outcome.failed("pAUC is of both domains together, in the row of the machine"));
    }

    private Decisions decisions(final TypeResult type) {
        return Decisions.mean(type.machines().stream().map(machine -> m_decisions.get(machine.machine()))
            .filter(Objects::nonNull).toList());
    }

    private void addMachine(final String score, final MachineResult machine) {
        addRow(score, MACHINE_LEVEL, machine.machine().type(), machine.machine().id(), List.of(machine),
            machine.metrics(), Metrics.of(metric -> Outcome.failed("one machine has no mean")),
            m_decisions.get(machine.machine()), note(machine));
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

    private void addMeans(final String score, final String level, final Object type,
        final List<MachineResult> machines, final Means means, final Decisions decisions,
        final String members) {
        addRow(score, level, type, new MissingCell("all machine IDs"), machines, means.arithmetic(), means.harmonic(),
            decisions, "mean of " + (means.isPartial() ? means.contributing() + " of " : "") + means.members() + " "
                + members);
    }

    private void addRow(final String score, final String level, final Object type, final Object id,
        final List<MachineResult> machines, final Metrics metrics, final Metrics harmonic, final Decisions decisions,
        final String note) {
        final List<Object> values = new ArrayList<>(List.of(score, level, type, id));
        values.add(machines.stream().mapToInt(m -> m.scores().normals()).sum());
        values.add(machines.stream().mapToInt(m -> m.scores().anomalies()).sum());
        values.add(machines.stream().mapToInt(MachineResult::clipsLeftOut).sum());
        values.addAll(metrics.values().values());
        values.addAll(harmonic.values().values());
        if (m_withDecisions) {
            values.addAll(cells(decisions));
        }
        values.add(note);
        m_table.add(values.toArray());
    }

    private List<?> cells(final Decisions decisions) {
        if (m_decisions.isEmpty()) {
            return Collections.nCopies(COUNTS.size() + Decisions.RATES.size(),
                new MissingCell("decisions are evaluated beside the main score, the last one"));
        }
        final List<Object> cells = new ArrayList<>(List.of(decisions.truePositives(), decisions.falsePositives(),
            decisions.falseNegatives(), decisions.trueNegatives()));
        cells.addAll(decisions.rates());
        return cells;
    }
}
