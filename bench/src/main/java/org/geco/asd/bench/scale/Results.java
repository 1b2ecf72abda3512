package org.geco.asd.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What was measured, as a table in Markdown. */
final class Results {

    private final List<String> m_lines = new ArrayList<>();

    /**
     * @param node a node's name
     * @param clips number of clips
     * @param points start, tenths and end
     */
    void add(final String node, final int clips, final List<Tenths.Point> points) {
        final Tenths.Point end = points.get(points.size() - 1);
        m_lines.add(String.format(Locale.ROOT, "| %s | %,d | %.1f | %.1f | %.2f | %s | %s | %s |", node, clips,
            end.seconds(), clips / end.seconds(), 1000 * end.cpu() / clips, course(points, Memory::heap),
                course(points, Memory::native_),
            course(points, Memory::resident)));
    }

    /** The value after the first tenth, in the middle and at the end: before, things are still being set up. */
    private static String course(final List<Tenths.Point> points, final ToDoubleFunction<Memory> value) {
        final StringBuilder text = new StringBuilder();
        for (final int tenths : new int[]{1, 5, 10}) {
            final double now = points.stream().filter(point -> point.tenths() >= tenths).findFirst()
                .map(point -> value.applyAsDouble(point.memory())).orElseThrow();
            text.append(text.isEmpty() ? "" : ", ").append(String.format(Locale.ROOT, "%.0f", now));
        }
        return text.toString();
    }

    String table() {
        return "| node | clips | seconds | clips/s | CPU ms a clip | heap after GC, MB, at 10, 50, 100 % "
            + "| beyond the heap, MB | "
            + "resident, MB |\n|---|---|---|---|---|---|---|---|\n" + String.join("\n", m_lines);
    }
}
