package org.geco.embedded.runner.arguments;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits an argument at its commas. A part, or a piece of one, may stand in single or double quotes; commas in quotes
 * belong to the part, and a backslash in quotes takes the next character literally ({@code \t} and {@code \n} are tab
 * and line feed).
 */
final class QuotedParts {

    private static final char NO_QUOTE = 0;

    private final String m_text;

    private final List<String> m_parts = new ArrayList<>();

    private final StringBuilder m_part = new StringBuilder();

    private char m_quote = NO_QUOTE;

    private QuotedParts(final String text) {
        m_text = text;
    }

    /**
     * @param text parts separated by commas
     * @return the parts without their quotes
     * @throws IllegalArgumentException if a quote isn't closed
     */
    static List<String> split(final String text) {
        final QuotedParts parts = new QuotedParts(text);
        parts.read();
        return parts.m_parts;
    }

    private void read() {
        for (int i = 0; i < m_text.length(); i++) {
            final char c = m_text.charAt(i);
            if (m_quote != NO_QUOTE && c == '\\' && i + 1 < m_text.length()) {
                i++;
                m_part.append(unescape(m_text.charAt(i)));
            } else {
                next(c);
            }
        }
        if (m_quote != NO_QUOTE) {
            throw new IllegalArgumentException("the quote " + m_quote + " is not closed");
        }
        endPart();
    }

    private void next(final char c) {
        if (m_quote == NO_QUOTE && (c == '"' || c == '\'')) {
            m_quote = c;
        } else if (c == m_quote) {
            m_quote = NO_QUOTE;
        } else if (c == ',' && m_quote == NO_QUOTE) {
            endPart();
        } else {
            m_part.append(c);
        }
    }

    private void endPart() {
        m_parts.add(m_part.toString());
        m_part.setLength(0);
    }

    private static char unescape(final char c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            default -> c;
        };
    }
}
