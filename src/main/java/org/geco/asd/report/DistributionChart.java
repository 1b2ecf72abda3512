package org.geco.asd.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.geco.asd.dataset.Label;
import org.geco.asd.evaluation.Histogram;
import org.geco.asd.evaluation.ScoredClip;

/**
 * How one score is distributed over the clips of one machine: a histogram, normal clips above the line and anomalous
 * ones below; clips without label stand above it in grey where there are no labels at all.
 */
record DistributionChart(List<Bar> bars, List<Tick> ticks) {
    private static final int BINS = 36;
    private static final double MIDDLE = 44;
    private static final double HALF = 38;
    private static final double LEFT = 6;
    private static final double RIGHT = 474;

    record Bar(String style, double x, double y, double width, double height, String title) { }

    record Tick(double x, String text) { }

    /** @return a histogram of one of the scores of one machine's clips, if any clip has it */
    static Optional<DistributionChart> of(final List<ScoredClip> clips, final int score) {
        final List<ScoredClip> present = clips.stream().filter(c -> c.scores().get(score).isPresent()).toList();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        final double[] all = values(present.stream(), score);
        final Axis axis = Axis.around(Arrays.stream(all).min().orElseThrow(), Arrays.stream(all).max().orElseThrow(),
            LEFT, RIGHT);
        final List<Bar> bars = new ArrayList<>();
        // grey first: where a machine has both, its labelled clips stand in front
        final List<Label> labels = List.of(Label.UNKNOWN, Label.NORMAL, Label.ANOMALY);
        final List<int[]> bins = labels.stream()
            .map(label -> Histogram.counts(values(present.stream().filter(c -> c.label() == label), score),
                axis.min(), (axis.max() - axis.min()) / BINS, BINS)).toList();
        final double most = bins.stream().flatMapToInt(Arrays::stream).max().orElseThrow();
        for (int i = 0; i < bins.size(); i++) {
            addBars(labels.get(i), bins.get(i), most, axis, bars);
        }
        return Optional.of(new DistributionChart(bars, axis.ticks().stream()
            .map(tick -> new Tick(axis.at(tick), text(tick))).toList()));
    }

    private static String text(final double tick) {
        return tick == 0 ? "0" : String.format(Locale.ROOT, "%.4g", tick).replaceAll("\\.?0+($|e)", "$1");
    }

    private static double[] values(final Stream<ScoredClip> clips, final int score) {
        return clips.mapToDouble(c -> c.scores().get(score).value()).toArray();
    }

    private static void addBars(final Label label, final int[] bins, final double most, final Axis axis,
        final List<Bar> bars) {
        final double width = (axis.to() - axis.from()) / BINS;
        final double binWidth = (axis.max() - axis.min()) / BINS;
        final String noun = (label == Label.ANOMALY ? "anomalous" : label.text()) + " clip";
        for (int i = 0; i < BINS; i++) {
            if (bins[i] > 0) {
                final double height = HALF * bins[i] / most;
                bars.add(new Bar(label.text(), axis.from() + i * width + 0.5,
                    label == Label.ANOMALY ? MIDDLE : MIDDLE - height, width - 1, height,
                    Html.count(bins[i], noun) + ", " + Html.number(axis.min() + i * binWidth) + " to "
                        + Html.number(axis.min() + (i + 1) * binWidth)));
            }
        }
    }
}
