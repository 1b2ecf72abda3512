package org.geco.asd.report;

import java.util.Locale;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;

/** Turns values into HTML text. Everything that comes from a user's data goes through {@link #escape(String)}. */
final class Html {
    private static final Mustache.Escaper ENTITIES = Escapers.simple(new String[][]{{"&", "&amp;"}, {"<", "&lt;"},
        {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}});

    private Html() { }

    /** @return the text, safe between tags and within double-quoted attributes */
    static String escape(final String text) {
        // control characters are not allowed in HTML; file names may have them all the same
        return ENTITIES.escape(text.replaceAll("[\\p{Cntrl}&&[^\t\n]]", "\uFFFD"));
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
