package org.geco.asd.nodes.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detect.Clip;
import org.geco.asd.detect.ClipScore;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Scorer;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nodes.knime.Executions;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.table.PaperDifferences;
import org.geco.asd.nodes.table.SpectrogramCell;
import org.geco.asd.nodes.table.SpectrogramCells;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Rows in groups, with a model that returns what is in the clip. */
class ClipScoringTest {

    private static final MelSettings MEL = new MelSettings(8000, 64, 32, 2, 0, 4000);

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"Log-Mel", "Machine type"},
        new DataType[]{SpectrogramCell.TYPE, StringCell.TYPE});

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ExecutionContext m_exec;

    private final List<Integer> m_groups = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder);
        m_exec = SpectrogramCells.context(m_repository);
    }

    @AfterEach
    void close() {
        m_repository.close();
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain(ReadAhead.THREAD);
    }

    private class First implements Scorer {

        @Override
        public Model model() {
            return new FakeModel(MEL);
        }

        @Override
        public int clipsAtOnce() {
            return 3;
        }

        @Override
        public List<Outcome<ClipScore>> scoreGroup(final List<Clip> clips) {
            m_groups.add(clips.size());
            return clips.stream().map(clip -> Outcome.attempt(() -> {
                final double first = clip.spectrogram().values()[0];
                if (first < 0) {
                    throw new AsdException("Negative.", "Be positive.");
                }
                return new ClipScore(first, List.of(), Optional.empty());
            })).toList();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private BufferedDataTable table(final int rows) throws Exception {
        final BufferedDataContainer container = m_exec.createDataContainer(SPEC);
        for (int i = 0; i < rows; i++) {
            final DataCell clip = i % 7 == 3 ? new MissingCell("too quiet") : SpectrogramCell.create(
                m_exec.createFileStore("clip" + i), new Spectrogram(MEL, 1, new float[]{i % 11 == 5 ? -1 : i, 0}),
                ChannelChoice.MEAN);
            container.addRowToTable(new DefaultRow("Row" + i, clip, new StringCell(i == 90 ? "unknown" : "fan")));
        }
        container.close();
        return container.getTable();
    }

    private ClipScoring scoring() throws Exception {
        return scoring(0);
    }

    private ClipScoring scoring(final int members) throws Exception {
        return new ClipScoring(SPEC,
            new ClipScoring.Input("Log-Mel", "Machine type", Optional.empty(), new RowSelection(),
                Optional.empty()),
            new ClipScoring.Appended("Score", "", Optional.empty()), members);
    }

    @Test
    void membersHaveColumnsOfTheirOwnIfTheModelHasThem() throws Exception {
        final ClipScoring scoring = scoring(2);
        assertThat(scoring.outputSpec().getColumnNames()).endsWith("Score", "Score (member 1)", "Score (member 2)");
        final List<List<String>> rows = Executions.rows(scoring.score(table(5), new First(), new ForView() { }, m_exec,
            ProgressMonitor.NONE)).stream()
            .map(row -> List.of(2, 3, 4).stream().map(i -> Executions.text(row.getCell(i))).toList()).toList();
        final String none = "? the model has no member 1, it has 0";
        assertThat(rows.get(0)).containsExactly("0.0", none, none.replace("member 1", "member 2"));
        assertThat(rows.get(3)).allMatch(cell -> cell.contains("too quiet"));
        assertThat(scoring.columns().score()).isEqualTo(2);
    }

    @Test
    void theScoresKnowInWhatTheModelDiffersFromThePaper() throws Exception {
        final DataTableSpec spec = scoring(2)
            .score(table(5), new First(), new ForView() { }, m_exec, ProgressMonitor.NONE).getDataTableSpec();
        assertThat(PaperDifferences.of(spec, "Score"))
            .hasValue("epochs 1 instead of 60, mean of 2 networks instead of 1");
        assertThat(PaperDifferences.of(spec, "Score (member 2)")).hasValue("epochs 1 instead of 60");
        assertThat(PaperDifferences.of(spec, "Machine type")).isEmpty();
    }

    @Test
    void rowsKeepTheirOrderAndClipsComeInFullGroups() throws Exception {
        final ClipScoring scoring = scoring();
        final List<String> scores = Executions.rows(scoring.score(table(50), new First(), new ForView() { }, m_exec,
            ProgressMonitor.NONE)).stream().map(row -> row.getKey() + " " + Executions.text(row.getCell(2))).toList();
        assertThat(scores).hasSize(50);
        for (int i = 0; i < 50; i++) {
            assertThat(scores.get(i)).isEqualTo("Row" + i + " " + (i % 7 == 3 ? "? No spectrogram: too quiet"
                : i % 11 == 5 ? "? Negative. Be positive." : i + ".0"));
        }
        assertThat(m_groups).hasSize(15).startsWith(3, 3, 3).endsWith(3, 1);
        assertThat(scoring.warning()).get().asString().startsWith("11 of 50 clips could not be scored: No spectrogram");
    }

    @Test
    void manyRowsWithoutClipsDoNotPileUp() throws Exception {
        final BufferedDataContainer container = m_exec.createDataContainer(SPEC);
        for (int i = 0; i < 5000; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new MissingCell("gone"), new StringCell("fan")));
        }
        container.close();
        final ClipScoring scoring = scoring();
        assertThat(scoring
            .score(container.getTable(), new First(), new ForView() { }, m_exec, ProgressMonitor.NONE).size())
            .isEqualTo(5000);
        assertThat(m_groups).isEmpty();
        assertThat(scoring.warning()).get().asString().startsWith("5000 of 5000");
    }

    @Test
    void aSpectrogramThatCannotBeReadIsMissing() throws Exception {
        final BufferedDataTable table = table(4);
        try (Stream<Path> files = Files.walk(m_folder)) {
            Files.delete(files.filter(file -> file.getFileName().toString().equals("clip1")).findFirst().orElseThrow());
        }
        assertThat(Executions
            .rows(scoring().score(table, new First(), new ForView() { }, m_exec, ProgressMonitor.NONE)))
            .extracting(row -> Executions.text(row.getCell(2))).satisfiesExactly(
                score -> assertThat(score).isEqualTo("0.0"), score -> assertThat(score).contains("cannot be read"),
                score -> assertThat(score).isEqualTo("2.0"), score -> assertThat(score).contains("too quiet"));
    }

    @Test
    void anUnknownMachineIsMissingAndCounted() throws Exception {
        final ClipScoring scoring = scoring();
        final List<DataRow> rows =
            Executions.rows(scoring.score(table(92), new First(), new ForView() { }, m_exec, ProgressMonitor.NONE));
        assertThat(Executions.text(rows.get(90).getCell(2))).contains("The machine is unknown.");
        assertThat(Executions.text(rows.get(91).getCell(2))).isEqualTo("91.0");
        assertThat(scoring.warning()).get().asString().startsWith("21 of 92 clips could not be scored");
    }

    @Test
    void aModelOfOtherFeaturesStopsAndSoDoesTheUser() throws Exception {
        final BufferedDataTable table = table(100);
        final Scorer other = new First() {
            @Override
            public Model model() {
                return new FakeModel(MelSettings.PAPER);
            }
        };
        assertThatThrownBy(() -> scoring().score(table, other, new ForView() { }, m_exec, ProgressMonitor.NONE))
            .isInstanceOf(AsdException.class).hasMessageContaining("sampleRate=8000");
        final int[] asked = {0};
        assertThatThrownBy(() -> scoring().score(table, new First(), new ForView() { }, m_exec, new ProgressMonitor() {
            @Override
            public void report(final double fraction, final String message) {
                assertThat(message).matches("Clip \\d+ of 100");
            }

            @Override
            public void checkCanceled() {
                if (++asked[0] > 20) {
                    throw new CancellationException();
                }
            }
        })).isInstanceOf(CancellationException.class);
    }
}
