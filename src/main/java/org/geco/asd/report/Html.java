package org.geco.asd.report;

import java.util.Locale;

/** Turns values into HTML text. Everything that comes from a user's data goes through {@link #escape(String)}. */
final class Html {
    private Html() {
    }

    /** @return the text, safe between tags and within double-quoted attributes */
    static String escape(final String text) {
        final StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                // control characters are not allowed in HTML; file names may have them all the same
                default -> safe.appendCodePoint(c < 32 && c != '\t' && c != '\n' || c == 127 ? 0xFFFD : c);
            }
        });
        return safe.toString();
    }

    /** @return a number with four significant digits, without an exponent where it can be read without */
    static String number(final double value) {
        final double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        final int whole = size < 1 ? 0 : (int)Math.floor(Math.log10(size));
        return String.format(Locale.ROOT, "%." + Math.max(0, size < 1 ? 4 : 3 - whole) + "f", value);
    }

    /** @return "1 clip", "2 clips" */
    static String count(final int number, final String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
