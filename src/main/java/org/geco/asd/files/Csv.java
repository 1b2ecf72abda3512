package org.geco.asd.files;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lines of CSV as RFC 4180 asks. */
public final class Csv implements Closeable {
    private static final char QUOTE = '"';

    private final BufferedReader m_reader;
    private final char[] m_ahead = new char[1 << 13];
    private int m_at;
    private int m_end;

    /** Reads the lines that {@link #line} wrote; closes the reader when it is closed. */
    public Csv(final BufferedReader reader) {
        m_reader = reader;
    }

    /** @return fields as a line, without its end */
    public static String line(final List<String> fields) {
        return fields.stream().map(Csv::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(final String field) {
        return field.indexOf(',') < 0 && field.indexOf(QUOTE) < 0 && field.indexOf('\r') < 0 && field.indexOf('\n') < 0
            ? field : QUOTE + field.replace("\"", "\"\"") + QUOTE;
    }

    /** @return the lines of a file, in UTF-8, each field without white space around it */
    public static List<List<String>> read(final Path file) throws IOException {
        final List<List<String>> lines = new ArrayList<>();
        try (Csv csv = new Csv(Files.newBufferedReader(file))) {
            for (Optional<List<String>> line = csv.next(); line.isPresent(); line = csv.next()) {
                lines.add(line.get().stream().map(String::strip).toList());
            }
        }
        return lines;
    }

    /** @return the fields of the next line; empty after the last */
    public Optional<List<String>> next() throws IOException {
        final List<String> fields = new ArrayList<>();
        final StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int previous = ',';
        for (int c = read(); c >= 0; previous = c, c = read()) {
            if (c == QUOTE) {
                if (!quoted && previous == QUOTE) {
                    field.append(QUOTE); // two of them mean one
                }
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\r' && c != '\n') {
                field.append((char)c);
            } else if (c != '\r') {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    return Optional.of(fields);
                }
            }
        }
        if (fields.isEmpty() && field.isEmpty()) {
            return Optional.empty();
        }
        fields.add(field.toString());
        return Optional.of(fields);
    }

    /** @return the next character, or −1; a reader asked for each alone takes several times as long */
    private int read() throws IOException {
        if (m_at == m_end) {
            m_at = 0;
            m_end = Math.max(0, m_reader.read(m_ahead));
        }
        return m_at == m_end ? -1 : m_ahead[m_at++];
    }

    @Override
    public void close() throws IOException {
        m_reader.close();
    }
}
