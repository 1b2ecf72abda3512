package org.geco.asd.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.geco.asd.dataset.Label;
import org.geco.asd.evaluation.ScoredClip;

/**
 * How one score is distributed over the clips of one machine: a histogram, normal clips above the line and anomalous
 * ones below; clips without label stand above it in grey where there are no labels at all.
 */
final class DistributionChart {

    private static final int BINS = 36;

    private static final double MIDDLE = 44;

    private static final double HALF = 38;

    private static final double LEFT = 6;

    private static final double RIGHT = 474;

    private DistributionChart() {
    }

    /**
     * @param clips clips of one machine
     * @param score which of their scores
     * @param name name of the score
     * @return an SVG element, empty if no clip has the score
     */
    static String svg(final List<ScoredClip> clips, final int score, final String name) {
        final List<ScoredClip> present = clips.stream().filter(c -> c.scores().get(score).isPresent()).toList();
        if (present.isEmpty()) {
            return "";
        }
        final double[] all = values(present.stream(), score);
        final Axis axis = Axis.around(Arrays.stream(all).min().orElseThrow(), Arrays.stream(all).max().orElseThrow(),
            LEFT, RIGHT);
        final int[] normal = bins(values(present.stream().filter(c -> c.label() == Label.NORMAL), score), axis);
        final int[] anomalous = bins(values(present.stream().filter(c -> c.label() == Label.ANOMALY), score), axis);
        final int[] unknown = bins(values(present.stream().filter(c -> c.label() == Label.UNKNOWN), score), axis);
        final double most = Stream.of(normal, anomalous, unknown).flatMapToInt(Arrays::stream).max().orElseThrow();
        final StringBuilder svg = new StringBuilder("<svg class=\"distribution\" viewBox=\"0 0 480 98\" role=\"img\" "
            + "aria-label=\"Distribution of " + Html.escape(name) + "\">");
        // grey first: where a machine has both, its labelled clips stand in front
        svg.append(bars(unknown, most, axis, "unknown", -1)).append(bars(normal, most, axis, "normal", -1))
            .append(bars(anomalous, most, axis, "anomaly", 1));
        svg.append(String.format(Locale.ROOT, "<path class=\"frame\" d=\"M%.0f %.0fH%.0f\"/>", LEFT, MIDDLE, RIGHT));
        for (final double tick : axis.ticks()) {
            svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"94\" class=\"mid\">%s</text>", axis.at(tick),
                tick == 0 ? "0" : String.format(Locale.ROOT, "%.4g", tick).replaceAll("\\.?0+($|e)", "$1")));
        }
        return svg.append("</svg>").toString();
    }

    private static double[] values(final Stream<ScoredClip> clips, final int score) {
        return clips.mapToDouble(c -> c.scores().get(score).value()).toArray();
    }

    private static int[] bins(final double[] values, final Axis axis) {
        final int[] bins = new int[BINS];
        for (final double value : values) {
            bins[Math.min(BINS - 1, (int)((value - axis.min()) / (axis.max() - axis.min()) * BINS))]++;
        }
        return bins;
    }

    /** @param direction −1 grows upwards, 1 downwards */
    private static String bars(final int[] bins, final double most, final Axis axis, final String style,
        final int direction) {
        final StringBuilder svg = new StringBuilder();
        final double width = (axis.to() - axis.from()) / BINS;
        final double binWidth = (axis.max() - axis.min()) / BINS;
        for (int i = 0; i < BINS; i++) {
            if (bins[i] > 0) {
                final double height = HALF * bins[i] / most;
                svg.append(String.format(Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s, %s to %s</title>"
                        + "</rect>",
                    style, axis.from() + i * width + 0.5, direction < 0 ? MIDDLE - height : MIDDLE, width - 1, height,
                    Html.count(bins[i], style + " clip").replace("anomaly", "anomalous"),
                    Html.number(axis.min() + i * binWidth), Html.number(axis.min() + (i + 1) * binWidth)));
            }
        }
        return svg.toString();
    }
}
