package org.geco.asd.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.files.Csv;

/**
 * Lines of CSV with the columns of the node Detector Predictor and the reason where something is missing. Numbers have
 * all their digits, so that they read back as the very same.
 */
public final class JudgedCsv {
    private static final String LINE_END = "\r\n";

    private JudgedCsv() { }

    /** @return the names of the columns for a detector's scores, as a line */
    public static String header(final List<String> scores) {
        final List<String> names = new ArrayList<>(List.of("Path", "Machine type", "Machine ID"));
        names.addAll(scores);
        names.addAll(List.of("p-value", "Threshold", "Anomalous", "Reason"));
        return line(names);
    }

    /** @return the line of a recording */
    public static String line(final Judged judged) {
        final List<String> fields = new ArrayList<>(
            List.of(judged.clip().path(), judged.clip().type(), judged.clip().id()));
        judged.scores().forEach(score -> fields.add(field(score)));
        fields.add(field(judged.pValue()));
        fields.add(field(judged.threshold()));
        fields.add(field(judged.anomalous()));
        fields.add(field(judged.reason()));
        return line(fields);
    }

    private static String field(final Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String line(final List<String> fields) {
        return Csv.line(fields) + LINE_END;
    }
}
