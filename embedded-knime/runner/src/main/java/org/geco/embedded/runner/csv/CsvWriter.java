package org.geco.embedded.runner.csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/**
 * Writes tables as RFC 4180 asks: a header, commas, lines that end with CR LF, quotes where needed; in UTF-8. A missing
 * cell is an empty field, an empty text is a pair of quotes, and numbers keep their full precision.
 */
public final class CsvWriter {

    private static final String LINE_END = "\r\n";

    private CsvWriter() {
    }

    /**
     * Writes a table to a file, which appears only when it is complete.
     *
     * @param table the table
     * @param file the file to create or replace; its folder must exist
     * @throws IOException if the file can't be written
     */
    public static void write(final BufferedDataTable table, final Path file) throws IOException {
        // no file of Files.createTempFile: those are for their owner only
        final Path partial = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
                write(table, writer);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /**
     * Writes a table.
     *
     * @param table the table
     * @param writer where to write; not closed
     * @throws IOException if writing fails
     */
    public static void write(final BufferedDataTable table, final Writer writer) throws IOException {
        writer.write(Stream.of(table.getDataTableSpec().getColumnNames()).map(CsvWriter::quoted)
            .collect(Collectors.joining(",", "", LINE_END)));
        for (final DataRow row : table) {
            writer.write(row.stream().map(CsvWriter::field).collect(Collectors.joining(",", "", LINE_END)));
        }
    }

    private static String field(final DataCell cell) {
        return cell.isMissing() ? "" : quoted(cell.toString());
    }

    private static String quoted(final String text) {
        final boolean plain =
            !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
