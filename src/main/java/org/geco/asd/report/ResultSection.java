package org.geco.asd.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.geco.asd.common.Outcome;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.MachineResult;
import org.geco.asd.evaluation.Metric;
import org.geco.asd.evaluation.Metrics;
import org.geco.asd.evaluation.TypeResult;

/** The table of AUC and pAUC: a row for each machine ID, each machine type and overall, two columns for each score. */
final class ResultSection implements Section {

    @Override
    public String html(final Report report) {
        if (!report.isLabelled()) {
            return "";
        }
        final StringBuilder html = new StringBuilder("""
            <section><h2>Results by machine</h2>
            <div class="scroll" tabindex="0"><table class="results"><thead><tr><th scope="col" rowspan="2">Machine</th>
            <th scope="col" rowspan="2" class="num">Normal</th><th scope="col" rowspan="2" class="num">Anomalous</th>
            """);
        final List<Integer> scores =
            IntStream.rangeClosed(0, report.main()).map(i -> report.main() - i).boxed().toList();
        scores.forEach(i -> html.append("<th scope=\"colgroup\" colspan=\"" + Metric.values().length + "\" class=\"group ")
            .append(ScoreStyle.of(report, i)).append("\"><span class=\"key\" aria-hidden=\"true\"></span>")
            .append(Html.escape(report.scoreNames().get(i))).append("</th>"));
        html.append("</tr><tr>");
        scores.forEach(i -> Stream.of(Metric.values())
            .forEach(metric -> html.append("<th scope=\"col\" class=\"num\">" + metric.title() + " %</th>")));
        html.append("</tr></thead>");
        final List<TypeResult> types = report.mainEvaluation().types();
        for (int t = 0; t < types.size(); t++) {
            html.append(body(report, scores, t));
        }
        return html.append("<tbody class=\"overall\">")
            .append(row("Overall", "mean of machine types", "", "",
                cells(report, scores, e -> e.means().arithmetic())))
            .append(row("Overall", "harmonic mean", "", "", cells(report, scores, e -> e.means().harmonic())))
            .append("</tbody></table></div></section>").toString();
    }

    /** All scores have the same machines in the same order, because all were evaluated on the same clips. */
    private static String body(final Report report, final List<Integer> scores, final int type) {
        final TypeResult main = report.mainEvaluation().types().get(type);
        final StringBuilder html = new StringBuilder("<tbody>");
        for (int m = 0; m < main.machines().size(); m++) {
            final int machine = m;
            final MachineResult result = main.machines().get(m);
            html.append(row(result.machine().type(), result.machine().id(),
                Integer.toString(result.scores().normals()), Integer.toString(result.scores().anomalies()),
                cells(report, scores, e -> e.types().get(type).machines().get(machine).metrics())));
        }
        final String members = main.means().isPartial()
            ? "mean of " + main.means().contributing() + " of " + main.means().members() + " IDs" : "mean of IDs";
        return html.append(row(main.type(), members, "", "",
            cells(report, scores, e -> e.types().get(type).means().arithmetic())).replace("<tr>", "<tr class=\"mean\">"))
            .append("</tbody>").toString();
    }

    private static String row(final String type, final String id, final String normals, final String anomalies,
        final String cells) {
        return "<tr><th scope=\"row\">" + Html.escape(type) + " <span>" + Html.escape(id)
            + "</span></th><td class=\"num\">" + normals + "</td><td class=\"num\">" + anomalies + "</td>" + cells
            + "</tr>\n";
    }

    private static String cells(final Report report, final List<Integer> scores,
        final Function<Evaluation, Metrics> which) {
        final StringBuilder html = new StringBuilder();
        for (final int i : scores) {
            final Metrics metrics = which.apply(report.evaluations().get(i));
            for (final Metric metric : Metric.values()) {
                html.append(cell(metrics.of(metric),
                    ScoreStyle.of(report, i) + (metric.ordinal() == 0 ? " first" : "")));
            }
        }
        return html.toString();
    }

    /** The bar behind a number starts at chance: half the range, because below it there is nothing to be proud of. */
    private static String cell(final Outcome<Double> value, final String style) {
        final double aboveChance = value.isPresent() ? Math.max(0, 2 * value.value() - 1) : 0;
        return String.format(Locale.ROOT, "<td class=\"num bar %s\" style=\"--v:%.1f%%\">%s</td>", style,
            100 * aboveChance, Html.percent(value));
    }
}
