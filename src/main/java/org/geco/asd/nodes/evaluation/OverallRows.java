package org.geco.asd.nodes.evaluation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.SoftwareVersion;
import org.geco.asd.evaluation.Circumstances;
import org.geco.asd.evaluation.CollectedRun;
import org.geco.asd.evaluation.Metric;
import org.geco.asd.evaluation.RunData;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.MemberScore;
import org.geco.asd.nodes.table.PaperDifferences;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** What the Anomaly Scorer's table says of all machines together, and of which clips. */
record OverallRows(DataTableSpec spec) {
    private static final String ALL = ", all members";
    private static final String NO_DIFFERENCE = "nothing";

    /** Fails if the table is another one. */
    static OverallRows on(final DataTableSpec spec) throws InvalidSettingsException {
        for (final String text : List.of(MetricsTable.SCORE, MetricsTable.LEVEL, Columns.MACHINE_TYPE,
            Columns.MACHINE_ID)) {
            require(Columns.find(spec, text, StringValue.class), text);
        }
        for (final String number : List.of(MetricsTable.NORMAL, MetricsTable.ANOMALOUS, Metric.AUC.title(),
            Metric.PARTIAL_AUC.title())) {
            require(Columns.find(spec, number, DoubleValue.class), number);
        }
        return new OverallRows(spec);
    }

    private static void require(final int column, final String name) throws InvalidSettingsException {
        if (column < 0) {
            throw NodeFailures.settings("The table has no column \"" + name + "\".",
                "Connect the first output of the Anomaly Scorer.");
        }
    }

    /**
     * @param clips what was learned from and scored, if it is connected
     * @return a run of each score that has an AUC, the others are counted in a warning; scores of single members are
     *         runs of the score that they belong to, which itself is one of all members
     */
    List<CollectedRun> read(final BufferedDataTable table, final int seed, final String settings,
        final Optional<ConnectedClips> clips, final NodeWarnings warnings) {
        final String test = data(table);
        final RunData data =
            clips.map(all -> all.data(test)).orElseGet(() -> new RunData(test, "", Optional.empty()));
        final Circumstances circumstances = Circumstances.now(Clock.systemUTC(), SoftwareVersion.get());
        final List<DataRow> overall = new ArrayList<>();
        table.forEach(row -> {
            if (text(row, MetricsTable.LEVEL).equals(MetricsTable.OVERALL_LEVEL)) {
                overall.add(row);
            }
        });
        final Set<String> ensembles = overall.stream().flatMap(row -> member(row).stream()).map(MemberScore::score)
            .collect(Collectors.toSet());
        final List<CollectedRun> runs = new ArrayList<>();
        for (final DataRow row : overall) {
            final String score = text(row, MetricsTable.SCORE);
            final MemberScore run =
                member(row).orElseGet(() -> new MemberScore(score + (ensembles.contains(score) ? ALL : ""), 0));
            final Outcome<Double> auc = number(row, Metric.AUC.title());
            final Outcome<Double> partialAuc = number(row, Metric.PARTIAL_AUC.title());
            if (auc.isPresent() && partialAuc.isPresent()) {
                runs.add(new CollectedRun(run.score(), seed, run.member(), settings.strip(), differences(score), data,
                    auc.value(), partialAuc.value(), circumstances));
            } else {
                warnings.add(score + " is not collected: it has no AUC.");
            }
        }
        return runs;
    }

    /** What the predictors put on the column of the score, and the scorer handed on. */
    private String differences(final String score) {
        return PaperDifferences.named(spec.getColumnSpec(MetricsTable.SCORE), score)
            .map(text -> text.isEmpty() ? NO_DIFFERENCE : text).orElse("");
    }

    private Optional<MemberScore> member(final DataRow row) {
        return MemberScore.of(text(row, MetricsTable.SCORE));
    }

    /** Machines and how many clips each has: all that the table knows of them. */
    private String data(final BufferedDataTable table) {
        final SortedMap<MachineId, String> machines = new TreeMap<>();
        int normal = 0;
        int anomalous = 0;
        for (final DataRow row : table) {
            final int normals = count(row, MetricsTable.NORMAL);
            final int anomalies = count(row, MetricsTable.ANOMALOUS);
            final MachineId machine = new MachineId(text(row, Columns.MACHINE_TYPE), text(row, Columns.MACHINE_ID));
            if (text(row, MetricsTable.LEVEL).equals(MetricsTable.MACHINE_LEVEL)
                && machines.putIfAbsent(machine, normals + " + " + anomalies) == null) {
                normal += normals;
                anomalous += anomalies;
            }
        }
        final CRC32 sum = new CRC32();
        sum.update(machines.toString().getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%d machines, %d normal and %d anomalous clips, counts %08x", machines.size(),
            normal, anomalous, sum.getValue());
    }

    private String text(final DataRow row, final String column) {
        return ScoreCells.text(row.getCell(spec.findColumnIndex(column)));
    }

    private Outcome<Double> number(final DataRow row, final String column) {
        return ScoreCells.value(row.getCell(spec.findColumnIndex(column)));
    }

    private int count(final DataRow row, final String column) {
        return number(row, column).toOptional().map(Double::intValue).orElse(0);
    }
}
