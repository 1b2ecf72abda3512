package org.geco.asd.cluster;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Outcome;
import org.geco.asd.files.Csv;

/**
 * The lines that a job wrote, one for each line of its list: what was listed, what was found, and last the reason for
 * what is missing.
 */
final class ResultLines implements Closeable {
    private final Path m_file;
    private final int m_cells;
    private final Csv m_lines;

    /**
     * @param file none if no recording was listed
     * @param cells of a line, after those that were listed
     */
    ResultLines(final Path file, final int cells) throws IOException {
        m_file = file;
        m_cells = cells;
        m_lines = new Csv(Files.exists(file) ? Files.newBufferedReader(file)
            : new BufferedReader(Reader.nullReader()));
        m_lines.next();
    }

    /** @return the cells of the next line, which is that of what was listed so */
    Cells next(final List<String> listed) throws AsdException, IOException {
        final List<String> fields = m_lines.next().orElse(List.of());
        Checks.require(fields.size() == listed.size() + m_cells && fields.subList(0, listed.size()).equals(listed),
            "The results in '" + m_file + "' are not those of '" + listed.get(0) + "': " + String.join(", ", fields),
            "Take geco-spark.jar and geco-engine of the version of this program.");
        return new Cells(listed, fields.subList(listed.size(), fields.size()));
    }

    /** What was found of a recording that was listed so. */
    record Cells(List<String> listed, List<String> all) {
        /** @return what the last cell tells; empty if nothing is missing */
        String reason() {
            return all.get(all.size() - 1);
        }

        /** @return a cell's text, or why there is none */
        Outcome<String> text(final int cell) {
            if (!all.get(cell).isEmpty()) {
                return Outcome.of(all.get(cell));
            }
            return Outcome.failed(reason().isEmpty() ? "The cluster does not tell why." : reason());
        }

        /** @return a cell's number, or why there is none */
        Outcome<Double> number(final int cell) {
            return text(cell).map(Double::parseDouble);
        }
    }

    @Override
    public void close() throws IOException {
        m_lines.close();
    }
}
