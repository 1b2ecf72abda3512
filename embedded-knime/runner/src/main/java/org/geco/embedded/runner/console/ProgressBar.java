package org.geco.embedded.runner.console;

import java.util.Locale;

/** Draws a fraction as a bar with its percentage; plain ASCII, because consoles differ. */
final class ProgressBar {

    private static final int WIDTH = 20;

    private static final int PERCENT = 100;

    private ProgressBar() {
    }

    /**
     * @param fraction how much is done; values outside 0 to 1 are clipped
     * @return e.g. {@code [#####---------------]  25 %}
     */
    static String draw(final double fraction) {
        final double clipped = Double.isNaN(fraction) ? 0 : Math.min(1, Math.max(0, fraction));
        final int filled = (int)Math.floor(clipped * WIDTH);
        return "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] "
            + String.format(Locale.ROOT, "%3d %%", (int)Math.floor(clipped * PERCENT));
    }
}
