package org.geco.asd.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.dataset.Dataset;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.DetectorScorer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is judged from the command line. */
class EngineTest {
    @TempDir
    static Path temp;

    private static SimulatedPlant plant;

    private final StringWriter m_out = new StringWriter();
    private final StringWriter m_errors = new StringWriter();

    @BeforeAll
    static void simulate() throws Exception {
        plant = SimulatedPlant.in(temp);
    }

    private int run(final String... arguments) {
        return Engine.run(new PrintWriter(m_out, true), new PrintWriter(m_errors, true), arguments);
    }

    private List<String> lines() {
        return m_out.toString().lines().toList();
    }

    @Test
    void eachRecordingIsALineWithTheBitsThatTheDetectorGives() throws Exception {
        assertThat(run("score", "--detector", plant.detector().toString(), "--clips", plant.tests().toString()))
            .isZero();

        assertThat(lines().get(0))
            .isEqualTo("Path,Machine type,Machine ID,Outlier score,p-value,Threshold,Anomalous,Reason");
        final List<String> expected = new ArrayList<>();
        final Dataset dataset =
            Dataset.scan(plant.tests(), Dataset.publicSchemes(true), ProgressMonitor.NONE, warning -> { });
        try (DetectorScorer scorer = new DetectorScorer(Detector.read(plant.detector()))) {
            scorer.judge(SimulatedPlant.recordings(dataset.clips()),
                (piece, told) -> expected.add(piece.clip().path() + "," + piece.clip().type() + "," + piece.clip().id()
                    + "," + told.scores().get(0).value() + "," + told.pValue().value() + ","
                    + told.threshold().value() + "," + told.anomalous().value() + ","),
                ProgressMonitor.NONE);
        }
        assertThat(lines().subList(1, lines().size())).hasSize(12).isEqualTo(expected);
        assertThat(m_errors.toString()).contains("Recordings judged: 12,");
    }

    @Test
    void anAlarmIsAnExitCodeForThoseWhoAsk() throws Exception {
        final Path csv = temp.resolve("scores.csv");

        assertThat(run("score", "--detector", plant.detector().toString(), "--clips", plant.tests().toString(),
            "--out", csv.toString(), "--alarm")).isEqualTo(4);

        assertThat(Files.readString(csv)).contains(",true,").hasLineCount(13);
        assertThat(m_out.toString()).isEmpty();
    }

    @Test
    void aBadRecordingHasItsReasonAndTheOthersTheirScores() throws Exception {
        final Path folder = Files.createDirectories(temp.resolve("bad/fan/test"));
        final Path good = plant.tests().resolve("normal_id_00_00000000.wav");
        Files.copy(good, folder.resolve("normal_id_00_00000000.wav"));
        Files.writeString(folder.resolve("normal_id_00_00000001.wav"), "not a sound, \"really\"");
        Files.copy(good, folder.resolve("normal_id_07_00000002.wav"));

        assertThat(run("score", "--detector", plant.detector().toString(), "--clips", folder.toString())).isZero();

        assertThat(lines()).hasSize(4);
        assertThat(lines().get(1)).matches(".*,(true|false),");
        assertThat(lines().get(2)).contains("fan,00,,,,,").contains("00000001.wav").endsWith("\"");
        assertThat(lines().get(3)).contains("fan,07,,,,,").contains("fan 07");
        assertThat(m_errors.toString()).contains("Recordings judged: 1,", "without a decision: 2");
    }

    @Test
    void foldersOfAnyNamesAreMachines() throws Exception {
        final Path folder = Files.createDirectories(temp.resolve("plain/pump 7"));
        Files.copy(plant.tests().resolve("normal_id_00_00000000.wav"), folder.resolve("monday.wav"));

        assertThat(run("score", "--detector", plant.detector().toString(), "--clips", folder.getParent().toString(),
            "--names", "folders")).isZero();

        assertThat(lines().get(1)).contains("monday.wav,pump 7,");
    }

    @Test
    void aLongRecordingIsCutIntoClips() {
        assertThat(run("score", "--detector", plant.detector().toString(), "--clips", plant.tests().toString(),
            "--clip-length", "0.5", "--hop", "0.25")).isZero();

        assertThat(lines()).hasSize(1 + 12 * 3);
        assertThat(lines().get(2)).contains("anomaly_id_00_00000000.wav#t=0.25,0.75\",fan,00,").endsWith("e,");
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws Exception {
        assertThat(run("score", "--detector", temp.resolve("none").toString(), "--clips", temp.toString()))
            .isEqualTo(1);
        assertThat(m_errors.toString()).contains("There is no file '" + temp.resolve("none") + "'").hasLineCount(1);

        assertThat(run("score", "--clips", temp.toString())).isEqualTo(2);
        assertThat(m_errors.toString()).contains("--detector");
    }

    @Test
    void aTornDetectorIsNotUsed() throws Exception {
        final byte[] whole = Files.readAllBytes(plant.detector());
        final Path torn = Files.write(temp.resolve("torn.detector"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(run("score", "--detector", torn.toString(), "--clips", plant.tests().toString())).isEqualTo(1);

        assertThat(m_errors.toString()).contains("torn.detector").hasLineCount(1);
    }

    @Test
    void resultsThatCannotBeWrittenAreSaid() {
        final Path nowhere = temp.resolve("missing").resolve("scores.csv");

        assertThat(run("score", "--detector", plant.detector().toString(), "--clips", plant.tests().toString(),
            "--out", nowhere.toString())).isEqualTo(1);

        assertThat(m_errors.toString()).contains(nowhere.toString(), "cannot be written");
    }

    @Test
    void aGpuThatIsNotThereIsNoFailure() {
        assertThat(run("gpu-check", "--device", "gpu:7", "--size", "QUICK")).isZero();
        assertThat(m_out.toString()).contains("Nothing was computed on gpu:7. ", "- Device cpu: ", "- Java: ");
        assertThat(run("gpu-check", "--device", "gpu:7", "--size", "QUICK", "--out", temp.toString())).isOne();
        assertThat(m_errors.toString()).contains("The report '" + temp).doesNotContain("Exception");
    }
}
