package org.geco.asd.nodes.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.geco.asd.files.LockFile;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.learn.ClipTable;
import org.geco.asd.nodes.table.NodeTester;
import org.geco.asd.nodes.table.SpectrogramCells;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultNodeAccess.Executed;

class ResultsCollectorNodeTest {

    private static final String[] CLIPS = {"Machine type", "Machine ID", "Split", "Label", "GeCo score", "My score"};

    @TempDir
    private Path m_folder;

    private NodeTester m_tester;

    @BeforeEach
    void open() throws Exception {
        m_tester = new NodeTester(m_folder);
    }

    @AfterEach
    void close() {
        m_tester.close();
    }

    private Path file() {
        return m_folder.resolve("results").resolve("table.csv");
    }

    /** What the scorer says of four clips, of which the first, normal one has this score. */
    private BufferedDataTable scored(final String id, final double first) throws Exception {
        return (BufferedDataTable)m_tester.execute(new AnomalyScorerNodeFactory(), model -> { }, m_tester.table(CLIPS,
            new Object[]{"fan", id, "test", "normal", first, 1.0}, //
            new Object[]{"fan", id, "test", "normal", 2.0, 2.0}, //
            new Object[]{"fan", id, "test", "anomaly", 3.0, 3.0}, //
            new Object[]{"fan", id, "test", "anomaly", 4.0, 4.0})).objects()[0];
    }

    private Executed collect(final BufferedDataTable scored, final int seed, final String settings,
        final String reference) throws Exception {
        return collect(scored, seed, settings, reference, null);
    }

    private Executed collect(final BufferedDataTable scored, final int seed, final String settings,
        final String reference, final BufferedDataTable clips) throws Exception {
        return m_tester.execute(new ResultsCollectorNodeFactory(), model -> {
            model.addString("file", file().toString());
            model.addInt("seed", seed);
            model.addString("settings", settings);
            model.addString("reference", reference);
        }, scored, clips);
    }

    @Test
    void runsOfSeveralSeedsAreAveragedBesideThePapersFigures() throws Exception {
        collect(scored("00", 1), 0, "QUICK", "TABLE_1");
        final Executed second = collect(scored("00", 5), 1, "QUICK", "TABLE_1");
        assertThat(second.warning()).isEmpty();
        final String[][] rows = NodeTester.texts(second.objects()[0]);
        assertThat(rows).hasDimensions(2, 20);
        assertThat(rows[0]).startsWith("GeCo score", "2", "0.75", Double.toString(Math.sqrt(0.125)), "0.9247",
            Double.toString(0.75 - 0.9247));
        assertThat(rows[1]).startsWith("My score", "2", "1.0", "0.0", null, null, "1.0", "0.0");
        assertThat(Files.readAllLines(file().resolveSibling("table-means.csv"))).hasSize(3)
            .first().asString().startsWith("Score,Runs,AUC,AUC deviation,AUC in the paper,AUC difference,pAUC,");
    }

    @Test
    void aRunThatIsExecutedAgainTakesThePlaceOfItsEarlierLines() throws Exception {
        collect(scored("00", 5), 3, "QUICK", "NONE");
        final String[][] rows = NodeTester.texts(collect(scored("00", 1), 3, "QUICK", "NONE").objects()[0]);
        assertThat(rows[0]).startsWith("GeCo score", "1", "1.0", null, "1.0", null, "3", "QUICK");
        assertThat(Files.readAllLines(file())).hasSize(3);
    }

    @Test
    void runsOfOtherClipsOrSettingsStayInTheFileAndOutOfTheMeans() throws Exception {
        collect(scored("00", 1), 0, "QUICK", "NONE");
        collect(scored("00", 5), 0, "PAPER", "NONE");
        final Executed other = collect(scored("02", 5), 1, "QUICK", "NONE");
        assertThat(NodeTester.texts(other.objects()[0])[0]).startsWith("GeCo score", "1", "0.5");
        assertThat(other.warning()).get().asString().contains("4 of 6 results in the file are of other clips");
        assertThat(Files.readAllLines(file())).hasSize(7);
    }

    private BufferedDataTable scored(final String geco, final String my) throws Exception {
        return (BufferedDataTable)m_tester.execute(new AnomalyScorerNodeFactory(), model -> { }, m_tester.told(
            m_tester.table(CLIPS, //
                new Object[]{"fan", "00", "test", "normal", 1.0, 1.0}, //
                new Object[]{"fan", "00", "test", "anomaly", 3.0, 0.0}),
            Map.of("GeCo score", geco, "My score", my))).objects()[0];
    }

    @Test
    void runsThatDifferFromThePaperInAnotherWayAreNotAveraged() throws Exception {
        collect(scored("epochs 1 instead of 120", ""), 0, "QUICK", "NONE");
        collect(scored("epochs 2 instead of 120", ""), 0, "QUICK", "NONE");
        final Executed third = collect(scored("epochs 1 instead of 120", ""), 1, "QUICK", "NONE");
        final String[][] rows = NodeTester.texts(third.objects()[0]);
        assertThat(rows).hasDimensions(2, 16);
        assertThat(List.of(rows[0][1], rows[0][6], rows[0][8])).containsExactly("2", "0; 1", "epochs 1 instead of 120");
        assertThat(List.of(rows[1][1], rows[1][6], rows[1][8])).containsExactly("2", "0; 1", "nothing");
        assertThat(third.warning()).get().asString().contains("1 of 5 results in the file are of other clips");
        assertThat(Files.readAllLines(file())).hasSize(6)
            .anyMatch(line -> line.startsWith("GeCo score,0,0,QUICK,epochs 2 instead of 120,"));
        final BufferedDataTable other = (BufferedDataTable)m_tester.execute(new AnomalyScorerNodeFactory(),
            model -> { }, m_tester.table(new String[]{"Machine type", "Machine ID", "Split", "Label", "New score"},
                new Object[]{"fan", "00", "test", "normal", 1.0},
                new Object[]{"fan", "00", "test", "anomaly", 3.0})).objects()[0];
        final String[][] all = NodeTester.texts(collect(other, 0, "QUICK", "NONE").objects()[0]);
        assertThat(Arrays.stream(all).map(row -> row[0] + " " + row[1] + " " + row[8])).containsExactly(
            "GeCo score 2 epochs 1 instead of 120", "My score 2 nothing", "GeCo score 1 epochs 2 instead of 120",
            "New score 1 null");
    }

    @Test
    void eachLineTellsWhenByWhichVersionAndOnWhatComputerItWasMeasured() throws Exception {
        collect(scored("00", 1), 0, "QUICK", "NONE");
        assertThat(Files.readAllLines(file())).first().asString().endsWith(",made,version,computer");
        assertThat(Files.readAllLines(file()).get(1)).contains(System.getProperty("os.name") + " ")
            .matches(".*,\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ,[^,]+,.* \\d+ processors\"?");
        collect(scored("00", 1), 1, "QUICK", "NONE");
        assertThat(Files.readAllLines(file())).hasSize(5);
    }

    /** A training clip and test clips, as the Log-Mel Extractor hands them on; equal seeds are equal sounds. */
    private static BufferedDataTable clips(final DataRepository repository, final int training, final int... tests) {
        final ClipTable table = new ClipTable(repository).add("fan", "train", sound(training));
        for (final int test : tests) {
            table.add("fan", "test", sound(test));
        }
        return table.add("fan", "test", null).create();
    }

    private static Spectrogram sound(final int seed) {
        return SpectrogramCells.spectrogram(MelSettings.PAPER, 4, seed);
    }

    @Test
    void clipsOfOtherContentAreOtherData() throws Exception {
        try (DataRepository repository = new DataRepository(m_folder)) {
            collect(scored("00", 1), 0, "QUICK", "NONE", clips(repository, 1, 2, 3));
            assertThat(collect(scored("00", 1), 1, "QUICK", "NONE", clips(repository, 1, 2, 3)).warning()).isEmpty();
            for (final BufferedDataTable other : List.of(clips(repository, 1, 2, 4), clips(repository, 9, 2, 3))) {
                final Executed executed = collect(scored("00", 1), 2, "QUICK", "NONE", other);
                assertThat(executed.warning()).get().asString().contains("are of other clips");
                assertThat(NodeTester.texts(executed.objects()[0])[0]).startsWith("GeCo score", "1");
            }
        }
    }

    @Test
    void aTestClipThatWasLearnedFromIsCountedInTheTableAndInAWarning() throws Exception {
        try (DataRepository repository = new DataRepository(m_folder)) {
            final Executed executed =
                collect(scored("00", 1), 0, "QUICK", "TABLE_1", clips(repository, 7, 2, 7, 3, 7));
            assertThat(executed.warning()).get().asString().contains("2 of 5 test clips are learned from as well")
                .contains("row \"Row2\" is the same sound as row \"Row0\"");
            final List<String> row = List.of(Files.readAllLines(file().resolveSibling("table-means.csv")).get(1)
                .split(","));
            assertThat(row).contains("QUICK", "to measure", "2");
            assertThat(Files.readAllLines(file()).get(1)).contains("1 clips, content ").contains("\",2,");
        }
    }

    @Test
    void eachRowOfTheMeansTellsWhatItWasMeasuredWith() throws Exception {
        collect(scored("00", 1), 0, "QUICK", "NONE");
        final String[] row = NodeTester.texts(collect(scored("00", 1), 4, "QUICK", "NONE").objects()[0])[0];
        assertThat(row[6]).isEqualTo("0; 4");
        assertThat(row[7]).isEqualTo("QUICK");
        assertThat(row[8]).as("no predictor told").isNull();
        assertThat(row[9]).startsWith("1 machines, 2 normal and 2 anomalous clips, counts ").doesNotContain("content");
        assertThat(row[10]).isEmpty();
        assertThat(row[11]).as("nobody can tell without the clips").isNull();
        assertThat(row[12]).isEqualTo("to measure");
        assertThat(row[13]).matches("20\\d\\d-.*Z( to 20.*Z)?");
        assertThat(row[15]).contains("processors");
    }

    @Test
    void aTableWithoutSpectrogramsOrTestClipsIsNotTakenForTheClips() throws Exception {
        assertThatThrownBy(() -> collect(scored("00", 1), 0, "", "NONE", m_tester.table(CLIPS)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("no spectrograms");
        try (DataRepository repository = new DataRepository(m_folder)) {
            final BufferedDataTable training = new ClipTable(repository).add("fan", "train", sound(1)).create();
            assertThatThrownBy(() -> collect(scored("00", 1), 0, "", "NONE", training))
                .isInstanceOf(KNIMEException.class).hasMessageContaining("no row where \"Split\" is \"test\"");
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void membersOfEnsemblesAreRunsOfTheirScore() throws Exception {
        final String[] columns =
            {"Machine type", "Machine ID", "Split", "Label", "GeCo score", "GeCo score (member 1)",
                "GeCo score (member 2)", "My score"};
        final BufferedDataTable scored = (BufferedDataTable)m_tester.execute(new AnomalyScorerNodeFactory(),
            model -> { }, m_tester.table(columns, //
                new Object[]{"fan", "00", "test", "normal", 1.0, 1.0, 5.0, 1.0},
                new Object[]{"fan", "00", "test", "normal", 2.0, 2.0, 2.0, 2.0},
                new Object[]{"fan", "00", "test", "anomaly", 3.0, 3.0, 3.0, 3.0},
                new Object[]{"fan", "00", "test", "anomaly", 4.0, 4.0, 4.0, 4.0})).objects()[0];
        final String[][] rows = NodeTester.texts(collect(scored, 0, "QUICK", "TABLE_1").objects()[0]);
        assertThat(rows).hasDimensions(3, rows[0].length);
        assertThat(rows[0]).startsWith("GeCo score, all members", "1", "1.0", null, null);
        assertThat(rows[1]).startsWith("GeCo score", "2", "0.75", Double.toString(Math.sqrt(0.125)), "0.9247");
        assertThat(rows[2]).startsWith("My score", "1", "1.0");
        assertThat(NodeTester.texts(collect(scored, 1, "QUICK", "TABLE_1").objects()[0])[1])
            .startsWith("GeCo score", "4");
    }

    @Test
    void whatIsNoFileOfResultsIsLeftAlone() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "a letter\n");
        final BufferedDataTable scored = scored("00", 1);
        assertThatThrownBy(() -> collect(scored, 0, "", "NONE")).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("something else than results");
        assertThat(file()).hasContent("a letter\n");
        Files.writeString(file(), """
            score,seed,member,settings,differs,data,training,repeated,AUC,pAUC,made,version,computer
            GeCo score,zero,0,,,x,,,1,1,2026-11-27T06:00:00Z,1,here
            """);
        assertThatThrownBy(() -> collect(scored, 0, "", "NONE")).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("Line 2");
        Files.delete(file());
        try (LockFile other = LockFile.take(file().resolveSibling("table.csv.lock")).orElseThrow()) {
            assertThatThrownBy(() -> collect(scored, 0, "", "NONE")).isInstanceOf(KNIMEException.class)
                .hasMessageContaining("in use").hasMessageContaining("process");
            assertThat(other).isNotNull();
        }
    }

    @Test
    void clipsWithoutLabelsGiveNothingToCollect() throws Exception {
        final BufferedDataTable scored = (BufferedDataTable)m_tester.execute(new AnomalyScorerNodeFactory(),
            model -> { }, m_tester.table(CLIPS, //
                new Object[]{"fan", "00", "test", new MissingCell("unknown"), 1.0, 1.0})).objects()[0];
        assertThatThrownBy(() -> collect(scored, 0, "", "NONE")).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("No score has an AUC");
        assertThat(file()).doesNotExist();
    }

    @Test
    void anotherTableAndNoFileAreSaidBeforeAnythingIsExecuted() {
        final BufferedDataTable clips = m_tester.table(CLIPS);
        assertThatThrownBy(() -> m_tester.configure(new ResultsCollectorNodeFactory(),
            model -> model.addString("file", file().toString()), clips, null))
                .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("no column \"Score\"");
        assertThatThrownBy(() -> m_tester.configure(new ResultsCollectorNodeFactory(), model -> { },
            clips, null)).isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("No file");
    }
}
