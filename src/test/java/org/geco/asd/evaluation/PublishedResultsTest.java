package org.geco.asd.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** From the published scores of public DCASE 2020 Task 2 runs follow the AUC and pAUC that their authors published. */
class PublishedResultsTest {

    private static final Path RUNS = Path.of("..", "shared", "score-csvs");

    private static final Offset<Double> EXACT = within(1e-12);

    @TestFactory
    Stream<DynamicTest> everyPublishedValue() throws IOException {
        assumeTrue(Files.isDirectory(RUNS), "No published runs at " + RUNS.toAbsolutePath().normalize());
        final List<Path> runs;
        try (Stream<Path> folders = Files.list(RUNS)) {
            runs = folders.filter(Files::isDirectory).sorted().toList();
        }
        assertThat(runs).isNotEmpty();
        return runs.stream().map(run -> DynamicTest.dynamicTest(run.getFileName().toString(), () -> check(run)));
    }

    private static void check(final Path run) throws IOException {
        final List<String> published = Files.readAllLines(run.resolve("result.csv"));
        final String type = published.get(0);
        final List<ScoredClip> clips = new ArrayList<>();
        for (final String[] row : rows(published)) {
            if (!row[0].equals("Average")) {
                read(run.resolve("anomaly_score_" + type + "_id_" + row[0] + ".csv"), new MachineId(type, row[0]),
                    clips);
            }
        }

        final Evaluation evaluation = new Evaluator(0.1).evaluate(clips, 0);

        for (final String[] row : rows(published)) {
            final Metrics metrics = row[0].equals("Average") ? evaluation.types().get(0).means().arithmetic()
                : evaluation.machines().filter(m -> m.machine().id().equals(row[0])).findFirst().orElseThrow()
                    .metrics();
            assertThat(metrics.auc().value()).as("AUC of %s", row[0]).isCloseTo(Double.parseDouble(row[1]), EXACT);
            assertThat(metrics.partialAuc().value()).as("pAUC of %s", row[0])
                .isCloseTo(Double.parseDouble(row[2]), EXACT);
        }
    }

    private static List<String[]> rows(final List<String> published) {
        return published.stream().skip(2).filter(line -> !line.isBlank()).map(line -> line.split(",")).toList();
    }

    private static void read(final Path csv, final MachineId machine, final List<ScoredClip> clips)
        throws IOException {
        for (final String line : Files.readAllLines(csv)) {
            final String[] fields = line.split(",");
            final Label label = fields[0].startsWith("anomaly") ? Label.ANOMALY : Label.NORMAL;
            clips.add(new ScoredClip(fields[0], machine, label,
                List.of(Outcome.number(Double.parseDouble(fields[1])))));
        }
    }
}
