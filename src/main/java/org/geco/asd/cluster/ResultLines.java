package org.geco.asd.cluster;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.common.Outcome;
import org.geco.asd.detector.Detection;
import org.geco.asd.files.Csv;

/** The lines that a job wrote: path, machine, scores, p-value, threshold, decision, the reason for what is missing. */
final class ResultLines implements Closeable {
    private static final int BESIDE_SCORES = 4;

    private final Path m_file;
    private final int m_scores;
    private final Csv m_lines;

    /** A line's content; what is lacked only if nothing is missing. */
    record Result(Detection detection, Optional<String> lack) { }

    /** @param file none if no recording was listed */
    ResultLines(final Path file, final int scores) throws IOException {
        m_file = file;
        m_scores = scores;
        m_lines = new Csv(Files.exists(file) ? Files.newBufferedReader(file)
            : new BufferedReader(Reader.nullReader()));
        m_lines.next();
    }

    /** @return the next line, which is that of what was listed so */
    Result next(final List<String> listed) throws AsdException, IOException {
        final List<String> fields = m_lines.next().orElse(List.of());
        Checks.require(fields.size() == listed.size() + m_scores + BESIDE_SCORES
            && fields.subList(0, listed.size()).equals(listed), "The results in '" + m_file + "' are not those of '"
                + listed.get(0) + "': " + String.join(", ", fields),
            "Take geco-spark.jar and geco-engine of the version of this program.");
        final List<String> cells = fields.subList(listed.size(), fields.size());
        final String reason = cells.get(cells.size() - 1);
        final List<Outcome<Double>> scores = new ArrayList<>();
        for (final String score : cells.subList(0, m_scores)) {
            scores.add(number(score, reason));
        }
        final Detection detection = new Detection(scores, number(cells.get(m_scores), reason),
            number(cells.get(m_scores + 1), reason),
            value(cells.get(m_scores + 2), reason).map(Boolean::parseBoolean), Optional.empty());
        return new Result(detection,
            detection.reason().isPresent() || reason.isEmpty() ? Optional.empty() : Optional.of(reason));
    }

    private static Outcome<Double> number(final String cell, final String reason) {
        return value(cell, reason).map(Double::parseDouble);
    }

    private static Outcome<String> value(final String cell, final String reason) {
        return cell.isEmpty() ? Outcome.failed(reason.isEmpty() ? "The cluster does not tell why." : reason)
            : Outcome.of(cell);
    }

    @Override
    public void close() throws IOException {
        m_lines.close();
    }
}
