package org.geco.asd.nodes.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.geco.asd.clips.ClipSource;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

class SpectrogramTableTest {

    private static final DataTableSpec SPEC = new DataTableSpec(column("Log-Mel", SpectrogramCell.TYPE),
        column("Machine type", StringCell.TYPE), column("Machine ID", StringCell.TYPE),
        column("Split", StringCell.TYPE));

    private static final RowSelection TRAIN = new RowSelection("Split", "train");

    @TempDir
    private Path m_folder;

    private final List<String> m_warnings = new ArrayList<>();

    private DataRepository m_repository;

    private ExecutionContext m_exec;

    private BufferedDataContainer m_rows;

    private long m_count;

    private int m_cells;

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder);
        m_exec = SpectrogramCells.context(m_repository);
        m_rows = m_exec.createDataContainer(SPEC);
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    @Test
    void takesTheChosenRowsInOrder() throws Exception {
        row(cell(70, 1), "fan", "00", "train");
        row(cell(70, 2), "fan", "00", "test");
        row(cell(80, 3), "pump", "02", "train");
        final ClipSource source = source(TRAIN);
        assertThat(source.size()).isEqualTo(2);
        assertThat(source.machine(1)).isEqualTo(new MachineId("pump", "02"));
        assertThat(source.name(1)).isEqualTo("Row2");
        assertThat(source.load(1).frames()).isEqualTo(80);
        assertThat(source.load(0).values())
            .isEqualTo(SpectrogramCells.spectrogram(MelSettings.PAPER, 70, 1).values());
        assertThat(m_warnings).isEmpty();
    }

    @Test
    void leavesOutMissingOnesAndSaysSoOnce() throws Exception {
        row(new MissingCell("clip is cut off"), "fan", "00", "train");
        row(cell(70, 1), "fan", "00", "train");
        row(new MissingCell("clip is empty"), "fan", "00", "train");
        row(new MissingCell("another split"), "fan", "00", "test");
        assertThat(source(TRAIN).size()).isEqualTo(1);
        assertThat(m_warnings)
            .containsExactly("2 of 3 rows have no spectrogram and are left out: clip is cut off.");
    }

    @Test
    void theReadersHeldOutRowsAreReadToBeMeasured() throws Exception {
        row(cell(70, 1), "fan", "00", "train");
        row(cell(70, 2), "fan", "00", "held-out");
        row(cell(70, 3), "fan", "00", "test");
        final BufferedDataTable table = table();
        final ClipSource source =
            SpectrogramTable.of(table, input("Log-Mel", TRAIN, Optional.of("Split")), m_warnings::add);
        assertThat(source.size()).isEqualTo(2);
        assertThat(source.isHeldOut(0)).isFalse();
        assertThat(source.isHeldOut(1)).isTrue();
        assertThat(SpectrogramTable.of(table, input("Log-Mel", TRAIN, Optional.empty()), m_warnings::add).size())
            .as("else they are left out").isEqualTo(1);
        assertThat(m_warnings).isEmpty();
        SpectrogramTable.of(table, input("Log-Mel", TRAIN, Optional.of("Machine ID")), m_warnings::add);
        assertThat(m_warnings).singleElement().asString().contains("No row is \"held-out\"");
    }

    @Test
    void soundsThatAreTrainedOnTwiceOrTestedTooAreToldOf() throws Exception {
        for (final String split : List.of("train", "train", "test", "held-out")) {
            row(cell(70, 1), "fan", "00", split);
        }
        row(cell(70, 2), "fan", "00", "train");
        row(cell(70, 3), "fan", "00", "test");
        row(new MissingCell("gone"), "fan", "00", "test");
        source(TRAIN);
        assertThat(m_warnings).satisfiesExactly(
            twice -> assertThat(twice).startsWith("1 of 3 clips are trained on twice")
                .contains("row \"Row1\" is the same sound as row \"Row0\""),
            tested -> assertThat(tested).contains("clips that are not trained on are trained on all the same")
                .contains("row \"Row2\" is the same sound as row \"Row0\""));
    }

    @Test
    void anomaliesAreNotLearnedFrom() throws Exception {
        row(cell(70, 1), "fan", "00", "anomaly");
        row(cell(70, 2), "fan", "00", "normal");
        row(cell(70, 3), "fan", "00", "abnormal");
        final SpectrogramTable.Input input = new SpectrogramTable.Input("Log-Mel", "Machine type", "Machine ID",
            new RowSelection(), Optional.empty(), Optional.of("Split"), Optional.empty());
        assertThat(SpectrogramTable.of(table(), input, m_warnings::add).size()).isEqualTo(1);
        assertThat(m_warnings).singleElement().asString()
            .startsWith("2 of 3 rows are labelled as anomalies and are left out").contains("Row0");
        m_rows = m_exec.createDataContainer(SPEC);
        row(cell(70, 1), "fan", "00", "anomaly");
        assertThatThrownBy(() -> SpectrogramTable.of(table(), input, m_warnings::add))
            .isInstanceOf(AsdException.class).hasMessageContaining("All of the 1 chosen rows are labelled");
    }

    @Test
    void refusesWhatCannotBeLearnedFrom() {
        row(cell(70, 1), "fan", "00", "test");
        fails(TRAIN, "no rows where \"Split\" is \"train\"");
        row(new MissingCell("clip is empty"), "fan", "00", "train");
        fails(TRAIN, "None of the 1 chosen rows has a spectrogram: clip is empty");
        row(cell(70, 1), "fan", "00", "train");
        row(SpectrogramCells.cell(m_exec, "x",
            SpectrogramCells.spectrogram(new MelSettings(8000, 512, 256, 32, 0, 4000), 70, 1)), "fan", "00", "train");
        fails(TRAIN, "Row2\" and row \"Row3\" were computed with different settings");
    }

    @Test
    void aRowWithoutMachineIsNamed() {
        m_rows.addRowToTable(new DefaultRow(RowKey.createRowKey(0L), cell(70, 1), DataType.getMissingCell(),
            new StringCell("00"), new StringCell("train")));
        fails(TRAIN, "Row \"Row0\" has no machine type");
    }

    @Test
    void anUnknownColumnIsNamed() {
        row(cell(70, 1), "fan", "00", "train");
        assertThatThrownBy(() -> SpectrogramTable.of(table(), input("Spectrum", TRAIN, Optional.empty()),
            m_warnings::add)).isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"Spectrum\"");
    }

    @Test
    void holdsRowsButNotTheirSpectrograms() throws Exception {
        final int rows = 2000;
        for (int i = 0; i < rows; i++) {
            row(cell(40, i), "fan", "0" + i % 7, "train");
        }
        final BufferedDataTable table = table();
        final long before = usedHeap();
        final SpectrogramTable source =
            SpectrogramTable.of(table, input("Log-Mel", TRAIN, Optional.empty()), m_warnings::add);
        for (int i = 0; i < rows; i++) {
            assertThat(source.load(i).frames()).isEqualTo(40);
        }
        final long bytesOfARow = (usedHeap() - before) / rows;
        assertThat(source.size()).isEqualTo(rows);
        assertThat(bytesOfARow).as("bytes a row; a spectrogram has 20 000").isLessThan(1000);
    }

    private static long usedHeap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(20);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aSpectrogramThatCannotBeReadNamesItsRow() throws Exception {
        row(cell(70, 1), "fan", "00", "train");
        final ClipSource source = source(TRAIN);
        try (Stream<Path> files = Files.walk(m_folder)) {
            for (final Path file : files.filter(f -> f.getFileName().toString().equals("cell-0")).toList()) {
                Files.delete(file);
            }
        }
        assertThatThrownBy(() -> source.load(0)).isInstanceOf(AsdException.class)
            .hasMessageContaining("Row \"Row0\"").hasMessageContaining("cannot be read");
    }

    private ClipSource source(final RowSelection rows) throws Exception {
        return SpectrogramTable.of(table(), input("Log-Mel", rows, Optional.empty()), m_warnings::add);
    }

    private static SpectrogramTable.Input input(final String spectrograms, final RowSelection rows,
        final Optional<String> heldOut) {
        return new SpectrogramTable.Input(spectrograms, "Machine type", "Machine ID", rows, heldOut,
            Optional.of("Label"), Optional.empty());
    }

    private void fails(final RowSelection rows, final String reason) {
        final List<DefaultRow> before = new ArrayList<>();
        final BufferedDataTable table = table();
        assertThatThrownBy(() -> SpectrogramTable.of(table, input("Log-Mel", rows, Optional.empty()),
            m_warnings::add)).isInstanceOf(AsdException.class).hasMessageContaining(reason);
        m_rows = m_exec.createDataContainer(SPEC);
        table.forEach(row -> before.add(new DefaultRow(row.getKey(), row)));
        before.forEach(m_rows::addRowToTable);
    }

    private BufferedDataTable table() {
        m_rows.close();
        return m_rows.getTable();
    }

    private void row(final DataCell spectrogram, final String type, final String id, final String split) {
        m_rows.addRowToTable(new DefaultRow(RowKey.createRowKey(m_count++), spectrogram, new StringCell(type),
            new StringCell(id), new StringCell(split)));
    }

    private SpectrogramCell cell(final int frames, final int seed) {
        return SpectrogramCells.cell(m_exec, "cell-" + m_cells++,
            SpectrogramCells.spectrogram(MelSettings.PAPER, frames, seed));
    }

    private static org.knime.core.data.DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }
}
