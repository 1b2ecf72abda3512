package org.geco.embedded.runner.console;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/** Draws numbers as a line of little bars, the least and the largest over the whole height. */
final class Sparkline {

    private static final int WIDTH = 40;

    /** Where a console has no blocks, characters that have more and more ink. */
    private static final String LEVELS = consoleCharset().newEncoder().canEncode('\u2581')
        ? "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588" : "._-:=+*#";

    private Sparkline() {
    }

    private static Charset consoleCharset() {
        final String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        return name == null ? Charset.defaultCharset() : Charset.forName(name);
    }

    /**
     * @param values finite numbers
     * @return at most {@value #WIDTH} bars, each of the mean of as many values
     */
    static String draw(final List<Double> values) {
        final double[] bars = new double[Math.min(WIDTH, values.size())];
        Arrays.setAll(bars, i -> values.subList(i * values.size() / bars.length, (i + 1) * values.size() / bars.length)
            .stream().mapToDouble(v -> v).average().orElseThrow());
        final double least = Arrays.stream(bars).min().orElse(0);
        final double range = Arrays.stream(bars).max().orElse(0) - least;
        final StringBuilder line = new StringBuilder();
        for (final double bar : bars) {
            line.append(LEVELS.charAt(range > 0 ? (int)Math.round((bar - least) / range * (LEVELS.length() - 1)) : 0));
        }
        return line.toString();
    }
}
