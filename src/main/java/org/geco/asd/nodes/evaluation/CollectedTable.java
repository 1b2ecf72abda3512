package org.geco.asd.nodes.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.evaluation.CollectedRun;
import org.geco.asd.evaluation.MeanOfRuns;
import org.geco.asd.evaluation.Metric;
import org.geco.asd.evaluation.PaperTable;
import org.geco.asd.evaluation.RunData;
import org.geco.asd.files.Csv;
import org.geco.asd.files.WholeFile;
import org.geco.asd.nodes.fusion.GammaTable;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Means and deviations of runs, beside published figures if there are any. */
record CollectedTable(List<MeanOfRuns> means, Optional<PaperTable> paper) {
    private static final String DIFFERENCES = "Differs from the paper";

    static DataTableSpec spec(final boolean withPaper) {
        final DataTableSpecCreator spec = new DataTableSpecCreator();
        spec.addColumns(NewTable.text(MetricsTable.SCORE), NewTable.count("Runs"));
        for (final Metric metric : Metric.values()) {
            spec.addColumns(NewTable.number(metric.title()), NewTable.number(metric.title() + " deviation"));
            if (withPaper) {
                spec.addColumns(NewTable.number(metric.title() + " in the paper"),
                    NewTable.number(metric.title() + " difference"));
            }
        }
        Stream.of("Seeds", "Settings", DIFFERENCES, "Test clips", "Training clips").map(NewTable::text)
            .forEach(spec::addColumns);
        spec.addColumns(NewTable.count("Repeated clips"));
        Stream.of("Labels used", "Measured", "Version", "Computer").map(NewTable::text).forEach(spec::addColumns);
        return spec.createSpec();
    }

    private List<Object> row(final MeanOfRuns mean) {
        final List<Object> row = new ArrayList<>(List.of(mean.score(), mean.runs().size()));
        for (final Metric metric : Metric.values()) {
            row.add(mean.mean(metric));
            row.add(mean.deviation(metric));
            if (paper.isPresent()) {
                final Outcome<Double> published = paper.get().of(mean.score()).map(figures -> figures.of(metric))
                    .map(Outcome::of).orElse(Outcome.failed("the paper's table does not have it"));
                row.add(published);
                row.add(published.map(value -> mean.mean(metric) - value));
            }
        }
        row.addAll(circumstances(mean));
        return row;
    }

    /** All runs of a table are of the same settings and clips. */
    private static List<Object> circumstances(final MeanOfRuns mean) {
        final CollectedRun run = mean.runs().get(0);
        final RunData data = run.data();
        final Outcome<String> differences = run.differences().isEmpty()
            ? Outcome.failed("the score's column does not tell") : Outcome.of(run.differences());
        return List.of(mean.all(CollectedRun::seed), run.settings(), differences, data.test(), data.training(),
            data.repeated().map(Outcome::of).orElse(Outcome.failed("the clips are not connected")),
            GammaTable.usesLabels(mean.score()) ? "to choose γ, and to measure" : "to measure",
            mean.span(each -> each.circumstances().made()), mean.all(each -> each.circumstances().software()),
            mean.all(each -> each.circumstances().computer()));
    }

    BufferedDataTable create(final ExecutionContext exec) {
        final NewTable table = new NewTable(exec, spec(paper.isPresent()));
        means.forEach(mean -> table.add(row(mean).toArray()));
        return table.closed();
    }

    /** The same as CSV beside the runs, for those who have no KNIME to look into the table. */
    Path write(final Path runs) throws AsdException {
        final String name = runs.getFileName().toString();
        final Path file =
            runs.resolveSibling((name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name) + "-means.csv");
        final Stream<List<String>> lines = Stream.concat(Stream.of(Arrays.asList(spec(paper.isPresent())
            .getColumnNames())), means.stream().map(mean -> row(mean).stream().map(CollectedTable::text).toList()));
        try {
            WholeFile.write(file, lines.map(line -> Csv.line(line) + "\n").collect(Collectors.joining()));
        } catch (final IOException e) {
            throw new AsdException("The file '" + file + "' cannot be written: " + e.getMessage(), e,
                "Choose a place that you may write to, on a disk with free space.");
        }
        return file;
    }

    private static String text(final Object value) {
        return value instanceof final Outcome<?> outcome ? outcome.toOptional().map(Object::toString).orElse("")
            : value.toString();
    }
}
