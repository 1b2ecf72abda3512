package org.geco.embedded.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.geco.embedded.core.EmbeddedExtensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

class TableTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"text", "number", "note"},
        new DataType[]{StringCell.TYPE, DoubleCell.TYPE, DataType.getType(NoteCell.class)});

    @TempDir
    Path m_dir;

    private DataRepository m_repository;

    private ExecutionContext m_exec;

    @BeforeAll
    static void registerCell() {
        EmbeddedExtensions.registerDataType(NoteCell.class, new NoteCell.CellSerializer());
    }

    @BeforeEach
    void open() throws IOException {
        m_repository = new DataRepository(m_dir);
        m_exec = new ExecutionContext(new DefaultNodeProgressMonitor(), m_repository.newFileStoreArea());
    }

    @AfterEach
    void close() {
        m_repository.close();
    }

    private static List<DataRow> rows(final BufferedDataTable table) {
        final List<DataRow> rows = new ArrayList<>();
        table.forEach(rows::add);
        return rows;
    }

    @Test
    void readsWhatWasWrittenAsNewCells() throws Exception {
        final NoteCell note = new NoteCell(m_exec.createFileStore("n"), 7, "content");
        final BufferedDataContainer container = m_exec.createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow("a", new StringCell("ä\n" + "x".repeat(70_000)), new IntCell(3), note));
        container.addRowToTable(new DefaultRow("b", new MissingCell("no file"), DataType.getMissingCell(),
            new MissingCell(null)));
        container.close();
        final List<DataRow> rows = rows(container.getTable());

        assertThat(container.getTable().size()).isEqualTo(2);
        assertThat(((StringCell)rows.get(0).getCell(0)).getStringValue()).hasSize(70_002).startsWith("ä\nx");
        assertThat(rows.get(0).getCell(1)).isEqualTo(new IntCell(3));
        final NoteCell back = (NoteCell)rows.get(0).getCell(2);
        assertThat(back).isNotSameAs(note).isEqualTo(note);
        assertThat(back.tag()).isEqualTo(7);
        assertThat(back.getStringValue()).isEqualTo("content");
        assertThat(rows.get(1).getKey()).isEqualTo(new RowKey("b"));
        assertThat(((MissingCell)rows.get(1).getCell(0)).getError()).isEqualTo("no file");
        assertThat(((MissingCell)rows.get(1).getCell(2)).getError()).isNull();
    }

    @Test
    void largeTablesGoToDisk() throws Exception {
        final DataTableSpec spec = new DataTableSpec(new String[]{"s"}, new DataType[]{StringCell.TYPE});
        final BufferedDataContainer container = m_exec.createDataContainer(spec);
        for (int i = 0; i < 100; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new StringCell((i + "-").repeat(50_000))));
        }
        container.close();
        assertThat(m_repository.directory().resolve("tables")).isNotEmptyDirectory();
        int i = 0;
        for (final DataRow row : container.getTable()) {
            assertThat(row.getCell(0).toString()).startsWith(i + "-" + i + "-");
            i++;
        }
        assertThat(i).isEqualTo(100);
        m_repository.close();
        assertThat(m_dir).isEmptyDirectory();
    }

    @Test
    void unregisteredCellsCantBeStored() {
        final DataCell cell = new DataCell() {
            private static final long serialVersionUID = 1L;

            @Override
            public String toString() {
                return "odd";
            }

            @Override
            protected boolean equalsDataCell(final DataCell dc) {
                return false;
            }

            @Override
            public int hashCode() {
                return 0;
            }
        };
        final BufferedDataContainer container =
            m_exec.createDataContainer(new DataTableSpec(new String[]{"c"}, new DataType[]{cell.getType()}));
        assertThatThrownBy(() -> container.addRowToTable(new DefaultRow("a", cell)))
            .isInstanceOf(DataContainerException.class).hasMessageContaining("org.knime.core.DataType");
    }

    @Test
    void fileStoreNamesMustBeNewAndPlain() throws Exception {
        m_exec.createFileStore("a");
        for (final String bad : List.of("a", ".a", "a/b", "a\\b")) {
            assertThatThrownBy(() -> m_exec.createFileStore(bad)).as(bad).isInstanceOf(IOException.class);
        }
    }
}
