package org.geco.asd.report;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Means;
import org.geco.asd.evaluation.Metric;

/** The overall numbers of each score, large; without labels the number of clips. */
final class HeadlineSection implements Section {

    @Override
    public String html(final Report report) {
        final StringBuilder cards = new StringBuilder("<section class=\"cards\" aria-label=\"Overall\">");
        if (report.isLabelled()) {
            for (int i = report.main(); i >= 0; i--) {
                cards.append(card(report, i));
            }
        } else {
            cards.append(fact(report.clips().size(), "clips"))
                .append(fact((int)report.mainEvaluation().machines().count(), "machines"))
                .append(fact((int)report.clips().stream()
                    .filter(clip -> !clip.scores().get(report.main()).isPresent()).count(), "clips without a score"));
        }
        return cards.append("</section>").toString();
    }

    private static String card(final Report report, final int score) {
        final Evaluation evaluation = report.evaluations().get(score);
        final Means means = evaluation.means();
        return """
            <div class="card %s%s">
              <h2><span class="key" aria-hidden="true"></span>%s</h2>
              <dl>
                %s
              </dl>
              <p>harmonic mean %s</p>
            </div>
            """.formatted(ScoreStyle.of(report, score), score == report.main() ? " main" : "",
            Html.escape(report.scoreNames().get(score)),
            each("\n    ", metric -> "<div><dt>" + metric.title() + "</dt><dd>"
                + Html.percent(means.arithmetic().of(metric)) + "</dd></div>"),
            each(" / ", metric -> Html.percent(means.harmonic().of(metric))));
    }

    private static String each(final String between, final Function<Metric, String> text) {
        return Stream.of(Metric.values()).map(text).collect(Collectors.joining(between));
    }

    private static String fact(final int number, final String what) {
        return "<div class=\"card\"><dl><div><dt>" + what + "</dt><dd>" + number + "</dd></div></dl></div>";
    }
}
