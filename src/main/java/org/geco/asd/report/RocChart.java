package org.geco.asd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.geco.asd.evaluation.MachineResult;
import org.geco.asd.evaluation.RocCurve;
import org.geco.asd.evaluation.RocPoint;

/** The ROC curves of all scores of one machine; the page's script shows the values under the pointer. */
final class RocChart {

    /** More corners than this cannot be told apart on screen. */
    private static final int MOST_POINTS = 300;

    private static final Axis X = new Axis(0, 1, 34, 214);

    private static final Axis Y = new Axis(0, 1, 190, 10);

    private RocChart() {
    }

    /**
     * @param report the results
     * @param results results of one machine, one for each score
     * @return an SVG element
     */
    static String svg(final Report report, final List<MachineResult> results) {
        final StringBuilder svg = new StringBuilder(String.format(Locale.ROOT, """
            <svg class="roc" viewBox="0 0 224 226" role="img" aria-label="ROC curves of %s">
            <rect class="low" x="%.1f" y="%.1f" width="%.1f" height="%.1f"><title>%s</title></rect>
            <path class="frame" d="M34 10H214V190H34Z"/><path class="chance" d="M34 190L214 10"/>
            """, Html.escape(results.get(0).machine().toString()), X.from(), Y.to(),
            X.at(report.settings().maxFpr()) - X.from(), Y.from() - Y.to(),
            "pAUC: false-positive rates up to " + Html.number(report.settings().maxFpr())));
        for (final String tick : List.of("0", "0.5", "1")) {
            final double value = Double.parseDouble(tick);
            svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"203\" class=\"mid\">%s</text>", X.at(value), tick))
                .append(String.format(Locale.ROOT, "<text x=\"29\" y=\"%.1f\" class=\"end\">%s</text>",
                    Y.at(value) + 3.5, tick));
        }
        svg.append("<text x=\"124\" y=\"219\" class=\"mid\">false-positive rate</text>")
            .append("<text transform=\"translate(9 100) rotate(-90)\" class=\"mid\">true-positive rate</text>");
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).scores().hasBothClasses()) {
                svg.append(curve(report, i, results.get(i)));
            }
        }
        return svg.append("<circle class=\"spot\" r=\"3.5\"/></svg>").toString();
    }

    private static String curve(final Report report, final int score, final MachineResult result) {
        final List<RocPoint> points = thinned(RocCurve.of(result.scores()).points());
        final String line = points.stream().map(p -> String.format(Locale.ROOT, "%.1f,%.1f",
            X.at(p.falsePositiveRate()), Y.at(p.truePositiveRate()))).collect(Collectors.joining(" "));
        final String data = points.stream()
            .map(p -> String.format(Locale.ROOT, "%.4f %.4f %s", p.falsePositiveRate(), p.truePositiveRate(),
                Double.isInfinite(p.threshold()) ? "∞" : Html.number(p.threshold())))
            .collect(Collectors.joining(";"));
        return "<polyline class=\"curve " + ScoreStyle.of(report, score) + "\" data-name=\""
            + Html.escape(report.scoreNames().get(score)) + "\" data-points=\"" + data + "\" points=\"" + line
            + "\"/>\n";
    }

    private static List<RocPoint> thinned(final List<RocPoint> points) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        final List<RocPoint> few = new ArrayList<>();
        for (int i = 0; i < MOST_POINTS; i++) {
            few.add(points.get((int)Math.round(i * (points.size() - 1.0) / (MOST_POINTS - 1))));
        }
        return few;
    }
}
