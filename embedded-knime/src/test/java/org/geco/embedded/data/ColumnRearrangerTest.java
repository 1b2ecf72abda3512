package org.geco.embedded.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

class ColumnRearrangerTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"a", "b", "c"},
        new DataType[]{IntCell.TYPE, StringCell.TYPE, DoubleCell.TYPE});

    private final DefaultNodeProgressMonitor m_progress = new DefaultNodeProgressMonitor();

    private final ExecutionContext m_exec =
        new ExecutionContext(m_progress, TemporaryData.repository().newFileStoreArea());

    private BufferedDataTable table() {
        final BufferedDataContainer container = m_exec.createDataContainer(SPEC);
        for (int i = 0; i < 4; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new IntCell(i), new StringCell("s" + i),
                new DoubleCell(i)));
        }
        container.close();
        return container.getTable();
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /** Twice the first column, and the row's index. */
    private static final class Twice extends AbstractCellFactory {

        private boolean m_finished;

        Twice() {
            super(column("twice", IntCell.TYPE), column("index", LongCell.TYPE));
        }

        @Override
        public DataCell[] getCells(final DataRow row, final long rowIndex) {
            assertThat(getFileStoreFactory()).isNotNull();
            return new DataCell[]{new IntCell(2 * ((IntCell)row.getCell(0)).getIntValue()), new LongCell(rowIndex)};
        }

        @Override
        public void afterProcessing() {
            m_finished = true;
        }
    }

    @Test
    void newCellsStandBesideTheOldOnes() throws Exception {
        final ColumnRearranger r = new ColumnRearranger(SPEC);
        final Twice twice = new Twice();
        r.remove("b");
        r.insertAt(1, twice);
        final BufferedDataTable result = m_exec.createColumnRearrangeTable(table(), r, m_exec);
        assertThat(result.getSpec().getColumnNames()).containsExactly("a", "twice", "index", "c");
        assertThat(result).extracting(DataRow::toString).startsWith("Row0: [0, 0, 0, 0.0]", "Row1: [1, 2, 1, 1.0]")
            .hasSize(4);
        assertThat(twice.m_finished).isTrue();
        assertThat(m_progress.getProgress()).isEqualTo(1);
    }

    @Test
    void cancelStopsBetweenRows() {
        final List<Long> seen = new ArrayList<>();
        final ColumnRearranger r = new ColumnRearranger(SPEC);
        r.append(new SingleCellFactory(column("new", IntCell.TYPE)) {
            @Override
            public DataCell getCell(final DataRow row, final long rowIndex) {
                seen.add(rowIndex);
                m_progress.setExecuteCanceled();
                return new IntCell(0);
            }
        });
        final BufferedDataTable table = table();
        assertThatThrownBy(() -> m_exec.createColumnRearrangeTable(table, r, m_exec))
            .isInstanceOf(CanceledExecutionException.class);
        assertThat(seen).containsExactly(0L);
    }

    @Test
    void factoriesMustMakeWhatTheySay() {
        final ColumnRearranger r = new ColumnRearranger(SPEC);
        r.append(new SingleCellFactory(column("new", IntCell.TYPE)) {
            @Override
            public DataCell getCell(final DataRow row) {
                return null;
            }
        });
        final BufferedDataTable table = table();
        assertThatThrownBy(() -> m_exec.createColumnRearrangeTable(table, r, m_exec))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("Row0");
        final ColumnRearranger other = new ColumnRearranger(new DataTableSpec());
        assertThatThrownBy(() -> m_exec.createColumnRearrangeTable(table, other, m_exec))
            .isInstanceOf(IllegalArgumentException.class);
    }
}
