package org.geco.embedded.runner.console;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;

import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;

/** Writes single cells for people: short, and missing ones as a question mark. */
final class CellText {

    private static final int MAX_LENGTH = 40;

    private static final int HEAD = 18;

    /** Paths are shown relative to where the runner was started. */
    private static final String HERE = Path.of("").toAbsolutePath() + File.separator;

    private static final double SMALL = 1e-3;

    private static final double LARGE = 1e6;

    private CellText() {
    }

    static String of(final DataCell cell) {
        if (cell.isMissing()) {
            return "?";
        }
        return isFloatingPoint(cell) ? number(((DoubleValue)cell).getDoubleValue()) : text(cell.toString());
    }

    static boolean isNumber(final DataCell cell) {
        return cell.isMissing() || cell instanceof DoubleValue;
    }

    private static boolean isFloatingPoint(final DataCell cell) {
        return cell instanceof DoubleValue && !(cell instanceof IntValue) && !(cell instanceof LongValue);
    }

    static String number(final double value) {
        final double size = Math.abs(value);
        final boolean plain = size == 0 || size >= SMALL && size < LARGE;
        return Double.isFinite(value) ? String.format(Locale.ROOT, plain ? "%.4f" : "%.4e", value)
            : Double.toString(value);
    }

    private static String text(final String text) {
        final String line = text.replace(HERE, "").replaceAll("\\s+", " ");
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        return line.substring(0, HEAD) + "..." + line.substring(line.length() - (MAX_LENGTH - HEAD - 3));
    }
}
