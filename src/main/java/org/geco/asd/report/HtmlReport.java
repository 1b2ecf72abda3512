package org.geco.asd.report;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/**
 * Draws a report as one HTML page that needs nothing else: style, script and drawings are in it, and its content
 * security policy forbids every request. What it looks like is in the templates beside this class, which take what they
 * show from {@link Page} and {@link MachineCharts}; all of it is escaped.
 */
final class HtmlReport {
    private static final Template PAGE = template("report.html");

    private HtmlReport() { }

    /** @return a template beside this class, which escapes all that it is given */
    static Template template(final String name) {
        return Mustache.compiler().emptyStringIsFalse(true).withEscaper(Html::escape)
            .withFormatter(HtmlReport::text).withLoader(HtmlReport::resource).compile(resource(name));
    }

    /** @return the page */
    static String render(final Report report) {
        return PAGE.execute(new Page(report));
    }

    /** Coordinates and percentages have one decimal. */
    private static String text(final Object value) {
        return value instanceof final Double number ? String.format(Locale.ROOT, "%.1f", number)
            : String.valueOf(value);
    }

    private static Reader resource(final String name) {
        return new InputStreamReader(HtmlReport.class.getResourceAsStream(name), StandardCharsets.UTF_8);
    }
}
