package org.knime.core.node.config.base;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in the XML: characters that XML 1.0 can't hold are written as {@code %%} and five decimal digits
 * of the code point, as KNIME does.
 */
final class XMLText {

    private static final Pattern CODE = Pattern.compile("%%(\\d{5})");

    private XMLText() {
    }

    static String escape(final String s) {
        final StringBuilder b = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            final char c = s.charAt(i);
            // a literal "%%" would be read back as the start of a code: its first sign is written as one
            final boolean ambiguous = c == '%' && i + 1 < s.length() && s.charAt(i + 1) == '%';
            if (c < 0x20 || c > 0xD7FF || ambiguous) {
                b.append(String.format("%%%%%05d", (int)c));
            } else {
                b.append(c);
            }
        }
        return b.toString();
    }

    static String unescape(final String s) {
        if (s == null || !s.contains("%%")) {
            return s;
        }
        return CODE.matcher(s).replaceAll(
            m -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1)))));
    }

    static String attribute(final String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
