package org.geco.asd.report;

/** The style class of a score: the main one always looks the same, the others follow in turn. */
final class ScoreStyle {

    private static final int STYLES = 5;

    private ScoreStyle() {
    }

    static String of(final Report report, final int score) {
        return score == report.main() ? "s0" : "s" + (1 + (report.main() - 1 - score) % STYLES);
    }
}
