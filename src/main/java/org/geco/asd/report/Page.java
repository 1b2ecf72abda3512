package org.geco.asd.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluation.MachineResult;
import org.geco.asd.evaluation.Evaluation.TypeResult;
import org.geco.asd.evaluation.Means;
import org.geco.asd.evaluation.Metric;
import org.geco.asd.evaluation.Metrics;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.pictures.Colour;

/** What the template {@code report.html} shows, by the names it has there; of the scores the main one first. */
record Page(Report report) {
    private static final int GAPS_SHOWN = 500;

    /** The path of a clip, whichever system it was written on: its folder with the separator, its base name. */
    record ClipPath(String folder, String baseName) {
        static ClipPath of(final String path) {
            final int start = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
            return new ClipPath(path.substring(0, start), path.substring(start));
        }
    }

    /** A number, or a dash that tells the reason on hovering: one of the two is empty. */
    record Value(String text, String reason) {
        static Value of(final Outcome<Double> value, final Function<Double, String> text) {
            return value.isPresent() ? new Value(text.apply(value.value()), "") : new Value("", value.reason());
        }

        /** @return a metric in percent with two decimals */
        static Value percent(final Outcome<Double> metric) {
            return of(metric, value -> String.format(Locale.ROOT, "%.2f", 100 * value));
        }
    }

    /** A score's name and how it looks: the main one always the same, the others follow in turn. */
    record Score(int index, String name, String style, boolean isMain) {
        private static final int STYLES = 5;

        static Score of(final Report report, final int index) {
            final boolean isMain = index == report.main();
            return new Score(index, report.scoreNames().get(index),
                isMain ? "s0" : "s" + (1 + (report.main() - 1 - index) % STYLES), isMain);
        }
    }

    record NamedValue(String title, Value value) {
        static List<NamedValue> all(final Metrics metrics) {
            return Stream.of(Metric.values()).map(m -> new NamedValue(m.title(), Value.percent(metrics.of(m))))
                .toList();
        }
    }

    record Card(Score score, List<NamedValue> arithmetic, List<NamedValue> harmonic) { }

    record Fact(String what, long number) { }

    record Cell(String style, double bar, Value value) { }

    record Row(String style, String name, String detail, Object normals, Object anomalies, List<Cell> cells) { }

    record Body(String style, List<Row> rows) { }

    record Ranked(int rank, ClipPath path, MachineId machine, Label label, double bar, String deviations,
        List<Value> values) {
        String chip() {
            return label == Label.UNKNOWN ? "chip" : "chip " + label.text();
        }
    }

    record Gap(ClipPath path, MachineId machine, List<Reason> reasons) { }

    record Reason(String scores, String text) { }

    /** @return those of the light theme that pictures have, too */
    List<Colour> colours() {
        return List.of(Colour.values());
    }

    String date() {
        return report.settings().date().isBlank() ? "" : report.settings().date();
    }

    String notes() {
        return report.settings().notes().isBlank() ? "" : report.settings().notes();
    }

    String maxFpr() {
        return Html.number(report.settings().maxFpr());
    }

    String main() {
        return report.scoreNames().get(report.main());
    }

    List<Metric> metrics() {
        return List.of(Metric.values());
    }

    int columnsPerScore() {
        return metrics().size();
    }

    List<Score> scores() {
        return IntStream.rangeClosed(0, report.main()).mapToObj(i -> Score.of(report, report.main() - i)).toList();
    }

    /** @return the overall numbers of each score */
    List<Card> cards() {
        return scores().stream().map(score -> {
            final Means means = report.evaluations().get(score.index()).means();
            return new Card(score, NamedValue.all(means.arithmetic()), NamedValue.all(means.harmonic()));
        }).toList();
    }

    /** @return what stands in the place of the cards if there are no labels */
    List<Fact> facts() {
        return List.of(new Fact("clips", report.clips().size()),
            new Fact("machines", report.mainEvaluation().machines().count()),
            new Fact("clips without a score", report.clips().stream()
                .filter(clip -> !clip.scores().get(report.main()).isPresent()).count()));
    }

    List<String> caveats() {
        return Caveats.of(report);
    }

    /** @return the rows of each machine type, with its mean, and the overall ones */
    List<Body> results() {
        final List<Body> bodies = new ArrayList<>();
        for (int type = 0; type < report.mainEvaluation().types().size(); type++) {
            bodies.add(body(type));
        }
        bodies.add(new Body("overall",
            List.of(new Row("", "Overall", "mean of machine types", "", "", cells(e -> e.means().arithmetic())),
                new Row("", "Overall", "harmonic mean", "", "", cells(e -> e.means().harmonic())))));
        return bodies;
    }

    /** All scores have the same machines in the same order, because all were evaluated on the same clips. */
    private Body body(final int type) {
        final TypeResult main = report.mainEvaluation().types().get(type);
        final List<Row> rows = new ArrayList<>();
        for (int i = 0; i < main.machines().size(); i++) {
            final int machine = i;
            final MachineResult result = main.machines().get(i);
            rows.add(new Row("", result.machine().type(), result.machine().id(), result.scores().normals(),
                result.scores().anomalies(), cells(e -> e.types().get(type).machines().get(machine).metrics())));
        }
        final String members = main.means().isPartial()
            ? "mean of " + main.means().contributing() + " of " + main.means().members() + " IDs" : "mean of IDs";
        rows.add(
            new Row("mean", main.type(), members, "", "", cells(e -> e.types().get(type).means().arithmetic())));
        return new Body("", rows);
    }

    private List<Cell> cells(final Function<Evaluation, Metrics> which) {
        final List<Cell> cells = new ArrayList<>();
        for (final Score score : scores()) {
            final Metrics metrics = which.apply(report.evaluations().get(score.index()));
            metrics.values().forEach((metric, value) -> cells.add(new Cell(
                score.style() + (metric.ordinal() == 0 ? " first" : ""), bar(value), Value.percent(value))));
        }
        return cells;
    }

    /** The bar behind a number starts at chance: half the range, because below it there is nothing to be proud of. */
    private static double bar(final Outcome<Double> value) {
        return value.isPresent() ? 100 * Math.max(0, 2 * value.value() - 1) : 0;
    }

    /** @return how many of the most anomalous clips are shown */
    int shown() {
        return Math.min(report.settings().topClips(), report.ranking().size());
    }

    /** @return of how many */
    String ranked() {
        return Html.count(report.ranking().size(), "clip");
    }

    static String deviations(final Ranking.Entry entry) {
        return String.format(Locale.ROOT, "%+.1f", entry.deviations());
    }

    /** @return the most anomalous clips, to be listened to first */
    List<Ranked> ranking() {
        final List<Ranking.Entry> all = report.ranking();
        final List<Ranked> shown = new ArrayList<>();
        for (final Ranking.Entry entry : all.subList(0, shown())) {
            final ScoredClip clip = entry.clip();
            final double furthest = Math.max(1e-9, all.get(0).deviations());
            shown.add(new Ranked(shown.size() + 1, ClipPath.of(clip.path()), clip.machine(), clip.label(),
                100 * Math.max(0, entry.deviations()) / furthest,
                deviations(entry), scores().stream()
                    .map(score -> Value.of(clip.scores().get(score.index()), Html::number)).toList()));
        }
        return shown;
    }

    Made made() {
        return new Made(report);
    }

    List<MachineCharts> machines() {
        return MachineCharts.of(report, scores());
    }

    /** @return the clips that lack a score, with the reason: nothing is left out silently */
    List<Gap> gaps() {
        return report.clips().stream().filter(clip -> !clip.isComplete()).limit(GAPS_SHOWN)
            .map(clip -> new Gap(ClipPath.of(clip.path()), clip.machine(), reasons(clip))).toList();
    }

    /** @return how many of them are not shown; empty if all are */
    String moreGaps() {
        final long gaps = report.clips().stream().filter(clip -> !clip.isComplete()).count();
        return gaps > GAPS_SHOWN ? String.valueOf(gaps - GAPS_SHOWN) : "";
    }

    private List<Reason> reasons(final ScoredClip clip) {
        final Map<String, String> scores = new LinkedHashMap<>();
        for (int i = 0; i < clip.scores().size(); i++) {
            if (!clip.scores().get(i).isPresent()) {
                scores.merge(clip.scores().get(i).reason(), report.scoreNames().get(i), (a, b) -> a + ", " + b);
            }
        }
        return scores.entrySet().stream().map(e -> new Reason(e.getValue(), e.getKey())).toList();
    }
}
