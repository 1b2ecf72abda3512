package org.geco.asd.nodes.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Spectrogram;
import org.geco.embedded.data.DataRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

class SpectrogramCellTest {

    private static final MelSettings OTHER = new MelSettings(8000, 512, 256, 32, 0, 4000);

    @TempDir
    private Path m_folder;

    private DataRepository m_repository;

    private ExecutionContext m_exec;

    @BeforeEach
    void open() throws Exception {
        m_repository = new DataRepository(m_folder);
        m_exec = SpectrogramCells.context(m_repository);
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    @Test
    void comesBackFromATableBitByBit() throws Exception {
        final Spectrogram original = SpectrogramCells.spectrogram(OTHER, 40, 1);
        final SpectrogramCell cell = SpectrogramCells.cell(m_exec, "a", original);
        final SpectrogramCell back = (SpectrogramCell)throughTable(cell);
        assertThat(back).isNotSameAs(cell).isEqualTo(cell).hasSameHashCodeAs(cell);
        assertThat(back.getMelSettings()).isEqualTo(OTHER);
        assertThat(back.getFrames()).isEqualTo(40);
        assertThat(back.getSpectrogram().values()).isNotSameAs(original.values()).isEqualTo(original.values());
    }

    @Test
    void cellsAreEqualIfSettingsAndValuesAre() {
        final DataCell cell = cell("a", MelSettings.PAPER, 70, 1);
        assertThat(cell).isEqualTo(cell("b", MelSettings.PAPER, 70, 1)).hasSameHashCodeAs(
            cell("c", MelSettings.PAPER, 70, 1));
        assertThat(cell).isNotEqualTo(cell("d", MelSettings.PAPER, 70, 2));
        assertThat(cell).isNotEqualTo(cell("e", MelSettings.PAPER, 71, 1));
        assertThat(cell("f", new MelSettings(16000, 1024, 256, 128, 0, 8000), 70, 1)).isNotEqualTo(cell);
        assertThat(cell).isNotEqualTo(new MissingCell(null));
    }

    @Test
    void manyThreadsMayReadOne() throws Exception {
        final float[] expected = SpectrogramCells.spectrogram(MelSettings.PAPER, 313, 5).values();
        final SpectrogramCell cell = (SpectrogramCell)throughTable(cell("a", MelSettings.PAPER, 313, 5));
        assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> values(cell))).allMatch(v -> java.util.Arrays
            .equals(v, expected));
    }

    @Test
    void aLostOrDamagedFileIsAnErrorThatNamesIt() throws Exception {
        final FileStore store = m_exec.createFileStore("a");
        final SpectrogramCell cell = (SpectrogramCell)throughTable(
            SpectrogramCell.create(store, SpectrogramCells.spectrogram(OTHER, 3, 1), ChannelChoice.MEAN));
        Files.write(store.getFile().toPath(), new byte[10]);
        assertThatThrownBy(cell::getSpectrogram).isInstanceOf(AsdException.class)
            .hasMessageContaining(store.getFile().toString()).hasMessageContaining("10 bytes instead of 384");
        Files.delete(store.getFile().toPath());
        assertThatThrownBy(cell::getSpectrogram).isInstanceOf(AsdException.class);
    }

    @Test
    void showsItsSizeAsText() {
        assertThat(cell("a", OTHER, 40, 1)).hasToString("Log-Mel spectrogram, 40 frames of 32 bands");
    }

    private SpectrogramCell cell(final String name, final MelSettings settings, final int frames, final int seed) {
        return SpectrogramCells.cell(m_exec, name, SpectrogramCells.spectrogram(settings, frames, seed));
    }

    private DataCell throughTable(final DataCell cell) {
        final DataTableSpec spec =
            new DataTableSpec(new DataColumnSpecCreator("Log-Mel", SpectrogramCell.TYPE).createSpec());
        final BufferedDataContainer container = m_exec.createDataContainer(spec);
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(0L), cell));
        container.close();
        final BufferedDataTable table = container.getTable();
        try (CloseableRowIterator rows = table.iterator()) {
            return rows.next().getCell(0);
        }
    }

    private static float[] values(final SpectrogramCell cell) {
        try {
            return cell.getSpectrogram().values();
        } catch (AsdException e) {
            throw new IllegalStateException(e);
        }
    }
}
