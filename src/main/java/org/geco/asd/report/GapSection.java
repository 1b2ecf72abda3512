package org.geco.asd.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.geco.asd.common.Outcome;
import org.geco.asd.evaluation.ScoredClip;

/** The clips that lack a score, with the reason: nothing is left out silently. */
final class GapSection implements Section {

    private static final int SHOWN = 500;

    @Override
    public String html(final Report report) {
        final List<ScoredClip> gaps = report.clips().stream()
            .filter(clip -> !clip.scores().stream().allMatch(Outcome::isPresent)).toList();
        if (gaps.isEmpty()) {
            return "";
        }
        final String rows = gaps.stream().limit(SHOWN).map(clip -> "<tr><td>" + RankingSection.path(clip.path())
            + "</td><td>" + Html.escape(clip.machine().toString()) + "</td><td>" + reasons(report, clip)
            + "</td></tr>\n").collect(Collectors.joining());
        final String more = gaps.size() > SHOWN ? "<p>… and " + (gaps.size() - SHOWN) + " more.</p>" : "";
        return """
            <section><h2>Clips without a score</h2>
            <div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Clip</th><th scope="col">Machine</th>
            <th scope="col">Why</th></tr></thead><tbody>%s</tbody></table></div>%s</section>
            """.formatted(rows, more);
    }

    private static String reasons(final Report report, final ScoredClip clip) {
        return IntStream.range(0, report.scoreNames().size()).filter(i -> !clip.scores().get(i).isPresent())
            .mapToObj(i -> clip.scores().get(i).reason()).distinct().map(reason -> {
                final String names = IntStream.range(0, report.scoreNames().size())
                    .filter(i -> !clip.scores().get(i).isPresent() && clip.scores().get(i).reason().equals(reason))
                    .mapToObj(i -> report.scoreNames().get(i)).collect(Collectors.joining(", "));
                return "<b>" + Html.escape(names) + "</b>: " + Html.escape(reason);
            }).collect(Collectors.joining("<br>"));
    }
}
