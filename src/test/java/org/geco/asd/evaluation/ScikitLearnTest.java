package org.geco.asd.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AUC and pAUC equal scikit-learn's roc_auc_score, with ties and at awkward values of max_fpr. */
class ScikitLearnTest {

    private static final Offset<Double> EXACT = within(1e-12);

    static List<String> cases() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
            ScikitLearnTest.class.getResourceAsStream("sklearn-auc.csv"), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsScikitLearn(final String line) {
        final String[] fields = line.split(",");
        final LabelledScores scores = scores(fields[1].split(" "), fields[2].split(" "));

        assertThat(scores.metrics(1).auc().value()).isCloseTo(Double.parseDouble(fields[3]), EXACT);
        for (final String expectation : fields[4].split(" ")) {
            final String[] pair = expectation.split("=");
            assertThat(scores.metrics(Double.parseDouble(pair[0])).partialAuc().value()).as("pAUC up to %s", pair[0])
                .isCloseTo(Double.parseDouble(pair[1]), EXACT);
        }
    }

    private static LabelledScores scores(final String[] labels, final String[] scores) {
        return new LabelledScores(ofClass("0", labels, scores), ofClass("1", labels, scores));
    }

    private static double[] ofClass(final String label, final String[] labels, final String[] scores) {
        final DoubleStream values =
            IntStream.range(0, labels.length).filter(i -> labels[i].equals(label)).mapToDouble(
                i -> Double.parseDouble(scores[i]));
        return values.toArray();
    }
}
