package org.geco.asd.pictures;

import java.awt.BasicStroke;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluation.MachineResult;
import org.geco.asd.evaluation.Histogram;
import org.geco.asd.evaluation.LabelledScores;
import org.geco.asd.evaluation.Metric;
import org.geco.asd.evaluation.RocCurve;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * How well scores tell anomalous clips from normal ones, a row for each machine: the ROC curves of all scores with the
 * part that the pAUC measures, and how the main score, the last one, is distributed.
 */
public final class DetectionPicture {
    private static final int MOST = 12;
    private static final BasicStroke BAR = new BasicStroke(9, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private DetectionPicture() { }

    /** @return a PNG file of the evaluations of these scores, on the same clips; the first {@value #MOST} machines */
    public static byte[] png(final List<String> scores, final List<Evaluation> evaluations) {
        final int main = scores.size() - 1;
        final List<List<MachineResult>> results = evaluations.stream().map(e -> e.machines().toList()).toList();
        final List<Sheet.Key> keys = new ArrayList<>();
        for (int curve = 0; curve <= main; curve++) {
            keys.add(Charts.key(scores.get(main - curve), curve));
        }
        keys.add(new Sheet.Key("normal clips", Colour.NORMAL, BAR));
        keys.add(new Sheet.Key("anomalous clips", Colour.ANOMALY, BAR));
        final List<JFreeChart> charts = new ArrayList<>();
        for (int i = 0; i < results.get(main).size() && charts.size() < 2 * MOST; i++) {
            final int machine = i;
            final MachineResult result = results.get(main).get(machine);
            if (result.scores().normals() + result.scores().anomalies() > 0) {
                charts.add(roc(results.stream().map(r -> r.get(machine)).toList(), evaluations.get(main).maxFpr()));
                charts.add(histogram(scores.get(main), result.scores()));
            }
        }
        return new Sheet(title(charts.size() / 2, results.get(main).size()), keys, 2, 440, 270, charts).png();
    }

    private static String title(final int shown, final int all) {
        return shown == 0 ? "No machine has a clip with a label and a score"
            : "Detection on each machine" + (shown < all ? " (" + shown + " of " + all + ")" : "");
    }

    private static JFreeChart roc(final List<MachineResult> results, final double maxFpr) {
        final DefaultXYDataset data = new DefaultXYDataset();
        for (int i = results.size() - 1; i >= 0; i--) {
            if (results.get(i).scores().hasBothClasses()) {
                final List<RocCurve.Point> points = RocCurve.of(results.get(i).scores()).points();
                data.addSeries(i, new double[][]{
                    points.stream().mapToDouble(RocCurve.Point::falsePositiveRate).toArray(),
                    points.stream().mapToDouble(RocCurve.Point::truePositiveRate).toArray()});
            }
        }
        final XYPlot plot =
            new XYPlot(data, rate("False-positive rate"), rate("True-positive rate"), Charts.lines(data));
        final IntervalMarker measured = new IntervalMarker(0, maxFpr, Colour.WASH.color());
        measured.setAlpha(1);
        plot.addDomainMarker(measured, Layer.BACKGROUND);
        plot.addAnnotation(new XYLineAnnotation(0, 0, 1, 1, new BasicStroke(1), Colour.UNKNOWN.color()));
        final MachineResult main = results.get(results.size() - 1);
        return Charts.chart(main.machine() + Stream.of(Metric.values()).map(metric -> " · " + metric.title() + " "
            + main.metrics().of(metric).map(v -> String.format(Locale.ROOT, "%.3f", v)).toOptional().orElse("–"))
            .collect(Collectors.joining()), plot);
    }

    private static NumberAxis rate(final String label) {
        final NumberAxis axis = Charts.axis(label);
        axis.setRange(-0.01, 1.02); // lines along the edge, too, are seen
        axis.setTickUnit(new NumberTickUnit(0.2));
        return axis;
    }

    /** Normal clips above the line, anomalous ones below. */
    private static JFreeChart histogram(final String score, final LabelledScores scores) {
        final Histogram histogram = Histogram.of(scores);
        final DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
        data.addSeries("normal", bars(histogram, histogram.normal(), 1));
        data.addSeries("anomalous", bars(histogram, histogram.anomalous(), -1));
        final XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, Colour.NORMAL.color());
        renderer.setSeriesPaint(1, Colour.ANOMALY.color());
        final NumberAxis counts = Charts.axis("Clips");
        counts.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        counts.setNumberFormatOverride(new DecimalFormat("0; 0"));
        return Charts.chart(scores.normals() + " normal, " + scores.anomalies() + " anomalous",
            new XYPlot(data, Charts.axis(score), counts, renderer));
    }

    /** Centres, ends and signed heights of the bars, with a gap between them. */
    private static double[][] bars(final Histogram histogram, final int[] counts, final int sign) {
        final double[][] bars = new double[6][counts.length];
        Arrays.setAll(bars[1], i -> histogram.low() + (i + 0.05) * histogram.width());
        Arrays.setAll(bars[2], i -> histogram.low() + (i + 0.95) * histogram.width());
        Arrays.setAll(bars[0], i -> (bars[1][i] + bars[2][i]) / 2);
        Arrays.setAll(bars[3], i -> sign * (double)counts[i]);
        bars[4] = bars[3];
        bars[5] = bars[3];
        return bars;
    }
}
