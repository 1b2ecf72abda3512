package org.geco.asd.report;

import java.util.List;
import java.util.Locale;

import org.geco.asd.evaluation.ScoredClip;

/** The most anomalous clips, to be listened to first. */
final class RankingSection implements Section {

    @Override
    public String html(final Report report) {
        final List<Ranking.Entry> ranking = Ranking.of(report.clips(), report.main());
        final int shown = Math.min(report.settings().topClips(), ranking.size());
        if (shown == 0) {
            return "";
        }
        final double furthest = Math.max(1e-9, ranking.get(0).deviations());
        final StringBuilder html = new StringBuilder("""
            <section><h2>Most anomalous clips</h2>
            <p class="lead">The first %d of %s by %s, measured in robust deviations from what is usual for the same
            machine: the median of its normal clips, or of all its clips where too few are labelled.</p>
            <div class="scroll" tabindex="0"><table class="ranking"><thead><tr><th scope="col" class="num">#</th>
            <th scope="col">Clip</th><th scope="col">Machine</th>%s<th scope="col">Deviations</th>
            """.formatted(shown, Html.count(ranking.size(), "clip"), Html.escape(report.scoreNames().get(report.main())),
            report.isLabelled() ? "<th scope=\"col\">Label</th>" : ""));
        for (int i = report.main(); i >= 0; i--) {
            html.append("<th scope=\"col\" class=\"num\">").append(Html.escape(report.scoreNames().get(i)))
                .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (int i = 0; i < shown; i++) {
            html.append(row(report, i + 1, ranking.get(i), furthest));
        }
        return html.append("</tbody></table></div></section>").toString();
    }

    private static String row(final Report report, final int rank, final Ranking.Entry entry, final double furthest) {
        final ScoredClip clip = entry.clip();
        final StringBuilder html = new StringBuilder("<tr><td class=\"num\">").append(rank).append("</td><td>")
            .append(path(clip.path())).append("</td><td>").append(Html.escape(clip.machine().toString()))
            .append("</td>");
        if (report.isLabelled()) {
            html.append("<td>").append(chip(clip)).append("</td>");
        }
        html.append(String.format(Locale.ROOT, "<td class=\"bar s0\" style=\"--v:%.1f%%\">%+.1f</td>",
            100 * Math.max(0, entry.deviations()) / furthest, entry.deviations()));
        for (int i = report.main(); i >= 0; i--) {
            html.append("<td class=\"num\">").append(Html.score(clip.scores().get(i))).append("</td>");
        }
        return html.append("</tr>\n").toString();
    }

    /** The base name stands out, its folder stands below. */
    static String path(final String path) {
        return "<span class=\"path\"><b>" + Html.escape(ClipPath.baseName(path)) + "</b><span>"
            + Html.escape(ClipPath.folder(path)) + "</span></span>";
    }

    private static String chip(final ScoredClip clip) {
        return switch (clip.label()) {
            case ANOMALY -> "<span class=\"chip anomaly\">anomaly</span>";
            case NORMAL -> "<span class=\"chip normal\">normal</span>";
            case UNKNOWN -> "<span class=\"chip\">unknown</span>";
        };
    }
}
