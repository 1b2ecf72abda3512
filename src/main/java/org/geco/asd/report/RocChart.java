package org.geco.asd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Evaluation.MachineResult;
import org.geco.asd.evaluation.RocCurve;

/**
 * The ROC curves of the scores of one machine, as far as they have clips of both classes; the page's script shows the
 * values under the pointer, {@code lowWidth} is the width of the pAUC's area.
 */
record RocChart(MachineId machine, double lowWidth, List<Curve> curves) {
    /** More corners than this cannot be told apart on screen. */
    private static final int MOST_POINTS = 300;
    private static final Axis X = new Axis(0, 1, 34, 214);
    private static final Axis Y = new Axis(0, 1, 190, 10);

    record Curve(Page.Score score, String data, String line) { }

    /** @return the curves, if any score has clips of both classes */
    static Optional<RocChart> of(final Report report, final List<Page.Score> scores,
        final List<MachineResult> results) {
        final List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).scores().hasBothClasses()) {
                curves.add(curve(scores.get(report.main() - i), results.get(i)));
            }
        }
        final double lowWidth = X.at(report.settings().maxFpr()) - X.from();
        return curves.isEmpty() ? Optional.empty()
            : Optional.of(new RocChart(results.get(0).machine(), lowWidth, curves));
    }

    private static Curve curve(final Page.Score score, final MachineResult result) {
        final List<RocCurve.Point> points = thinned(RocCurve.of(result.scores()).points());
        final String line = points.stream().map(p -> String.format(Locale.ROOT, "%.1f,%.1f",
            X.at(p.falsePositiveRate()), Y.at(p.truePositiveRate()))).collect(Collectors.joining(" "));
        final String data = points.stream()
            .map(p -> String.format(Locale.ROOT, "%.4f %.4f %s", p.falsePositiveRate(), p.truePositiveRate(),
                Double.isInfinite(p.threshold()) ? "∞" : Html.number(p.threshold())))
            .collect(Collectors.joining(";"));
        return new Curve(score, data, line);
    }

    private static List<RocCurve.Point> thinned(final List<RocCurve.Point> points) {
        if (points.size() <= MOST_POINTS) {
            return points;
        }
        final List<RocCurve.Point> few = new ArrayList<>();
        for (int i = 0; i < MOST_POINTS; i++) {
            few.add(points.get((int)Math.round(i * (points.size() - 1.0) / (MOST_POINTS - 1))));
        }
        return few;
    }
}
