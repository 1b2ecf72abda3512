package org.geco.asd.report;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One line of a CSV file after RFC 4180, ended by a line feed as the challenge's own files are. */
final class CsvLine {

    private CsvLine() {
    }

    static String of(final String... fields) {
        return Arrays.stream(fields).map(CsvLine::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(final String field) {
        final boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
