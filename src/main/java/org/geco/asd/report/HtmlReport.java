package org.geco.asd.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Draws a report as one HTML page that needs nothing else: style, script and drawings are in it, and its content
 * security policy forbids every request.
 */
final class HtmlReport {

    private static final List<Section> SECTIONS = List.of(new HeadlineSection(), new CaveatSection(),
        new ResultSection(), new RankingSection(), new MachineSection(), new GapSection());

    private HtmlReport() {
    }

    /** @return the page */
    static String render(final Report report) {
        final ReportSettings settings = report.settings();
        return new Template("report.html").fill(Map.of( //
            "title", Html.escape(settings.title()), //
            "date", settings.date().isBlank() ? "" : "<p class=\"date\">" + Html.escape(settings.date()) + "</p>", //
            "notes", settings.notes().isBlank() ? "" : "<p class=\"notes\">" + Html.escape(settings.notes()) + "</p>", //
            "style", Template.load("report.css"), //
            "script", Template.load("report.js"), //
            "sections", SECTIONS.stream().map(s -> s.html(report)).collect(Collectors.joining("\n")), //
            "help", report.isLabelled()
                ? new Template("help.html").fill(
                    Map.of("maxFpr", Html.number(settings.maxFpr()), "main", Html.escape(main(report))))
                : ""));
    }

    private static String main(final Report report) {
        return report.scoreNames().get(report.main());
    }
}
