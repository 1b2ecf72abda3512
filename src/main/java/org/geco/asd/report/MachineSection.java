package org.geco.asd.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.MachineResult;
import org.geco.asd.evaluation.Metric;
import org.geco.asd.evaluation.ScoredClip;

/** For each machine the ROC curves and the distribution of each score. */
final class MachineSection implements Section {

    @Override
    public String html(final Report report) {
        final List<List<MachineResult>> perScore =
            report.evaluations().stream().map(Evaluation::machines).map(m -> m.toList()).toList();
        final Map<MachineId, List<ScoredClip>> clips = new TreeMap<>();
        report.clips().forEach(c -> clips.computeIfAbsent(c.machine(), m -> new ArrayList<>()).add(c));
        final StringBuilder html = new StringBuilder("<section><h2>Machine by machine</h2>").append(legend(report));
        for (int m = 0; m < perScore.get(0).size(); m++) {
            final int machine = m;
            final List<MachineResult> results = perScore.stream().map(machines -> machines.get(machine)).toList();
            html.append(article(report, results, clips.get(results.get(0).machine())));
        }
        return html.append("</section>").toString();
    }

    private static String legend(final Report report) {
        return report.isLabelled() ? """
            <p class="lead legend"><span class="normal"><span class="swatch"></span>normal clips, above the line</span>
            <span class="anomaly"><span class="swatch"></span>anomalous clips, below</span></p>
            """ : "<p class=\"lead\">How many clips have which score.</p>";
    }

    private static String article(final Report report, final List<MachineResult> results,
        final List<ScoredClip> clips) {
        final MachineResult main = results.get(report.main());
        final StringBuilder html = new StringBuilder("<article><h3>")
            .append(Html.escape(main.machine().type())).append(" <span>").append(Html.escape(main.machine().id()))
            .append("</span></h3><p class=\"counts\">").append(counts(report, main, clips.size())).append("</p>");
        html.append("<div class=\"charts\">");
        if (results.stream().anyMatch(r -> r.scores().hasBothClasses())) {
            html.append("<figure>").append(RocChart.svg(report, results))
                .append("<figcaption class=\"values\" aria-live=\"polite\">&nbsp;</figcaption></figure>");
        }
        html.append("<div class=\"scores\">");
        for (int i = report.main(); i >= 0; i--) {
            html.append(score(report, i, results.get(i), clips));
        }
        return html.append("</div></div></article>\n").toString();
    }

    private static String counts(final Report report, final MachineResult main, final int clips) {
        if (!report.isLabelled()) {
            return Html.count(clips, "clip");
        }
        return main.scores().normals() + " normal, " + main.scores().anomalies() + " anomalous"
            + (main.clipsLeftOut() == 0 ? "" : ", " + main.clipsLeftOut() + " left out");
    }

    private static String score(final Report report, final int score, final MachineResult result,
        final List<ScoredClip> clips) {
        final String name = report.scoreNames().get(score);
        final String metrics = report.isLabelled() ? Stream.of(Metric.values())
            .map(metric -> metric.title() + " <b>" + Html.percent(result.metrics().of(metric)) + "</b>")
            .collect(Collectors.joining(" ", "<span class=\"metrics\">", "</span>")) : "";
        return "<div class=\"score " + ScoreStyle.of(report, score) + "\"><h4><span class=\"key\" aria-hidden=\"true\">"
            + "</span>" + Html.escape(name) + metrics + "</h4>" + DistributionChart.svg(clips, score, name) + "</div>";
    }
}
