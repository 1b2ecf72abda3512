package org.geco.embedded.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

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
        new ExecutionContext(m_progress, TestRepository.get().newFileStoreArea());

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
        r.append(twice);
        final BufferedDataTable result = m_exec.createColumnRearrangeTable(table(), r, m_exec);
        assertThat(result.getSpec().getColumnNames()).containsExactly("a", "b", "c", "twice", "index");
        assertThat(result).extracting(DataRow::toString)
            .startsWith("Row0: [0, s0, 0.0, 0, 0]", "Row1: [1, s1, 1.0, 2, 1]")
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

    @Test
    void namesMustBeUnique() {
        final ColumnRearranger r = new ColumnRearranger(SPEC);
        r.append(new Twice());
        r.append(new Twice());
        assertThatThrownBy(r::createSpec).isInstanceOf(IllegalArgumentException.class);
    }

    private static BufferedDataTable numbers(final ExecutionContext exec, final int rows) {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        for (int i = 0; i < rows; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, new IntCell(i), new StringCell("s"), new DoubleCell(i)));
        }
        container.close();
        return container.getTable();
    }

    /** Waits until another row is being processed, too; later rows are faster. */
    private static ColumnRearranger parallel(final CyclicBarrier two, final Consumer<Integer> work) {
        final ColumnRearranger r = new ColumnRearranger(SPEC);
        r.append(new SingleCellFactory(true, column("new", LongCell.TYPE)) {
            @Override
            public DataCell getCell(final DataRow row, final long rowIndex) {
                if (rowIndex < 2) {
                    try {
                        two.await(20, TimeUnit.SECONDS);
                        Thread.sleep(10 * (2 - rowIndex));
                    } catch (final InterruptedException | BrokenBarrierException | TimeoutException e) {
                        throw new IllegalStateException(e);
                    }
                }
                work.accept(((IntCell)row.getCell(0)).getIntValue());
                return new LongCell(rowIndex);
            }
        });
        return r;
    }

    @Test
    void parallelFactoriesProcessSeveralRowsAtOnceAndKeepTheirOrder() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one processor");
        final BufferedDataTable result = m_exec.createColumnRearrangeTable(numbers(m_exec, 500),
            parallel(new CyclicBarrier(2), row -> { }), m_exec);
        assertThat(result).hasSize(500);
        int expected = 0;
        for (final DataRow row : result) {
            assertThat(row.getKey().getString()).isEqualTo("Row" + expected);
            assertThat(row.getCell(3)).isEqualTo(new LongCell(expected++));
        }
        assertThat(m_progress.getProgress()).isEqualTo(1);
    }

    @Test
    void theFirstFailingRowFailsAParallelRunAndNoThreadIsLeft() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one processor");
        final BufferedDataTable table = numbers(m_exec, 500);
        final ColumnRearranger r = parallel(new CyclicBarrier(2), row -> {
            if (row >= 100) {
                throw new UncheckedIOException(new IOException("row " + row));
            }
        });
        assertThatThrownBy(() -> m_exec.createColumnRearrangeTable(table, r, m_exec))
            .isInstanceOf(UncheckedIOException.class).hasMessageContaining("row 100");
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
            .doesNotContain("KNIME-Worker-embedded");
    }

    @Test
    void cancelStopsAParallelRun() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one processor");
        final AtomicInteger seen = new AtomicInteger();
        final BufferedDataTable table = numbers(m_exec, 5000);
        final ColumnRearranger r = parallel(new CyclicBarrier(2), row -> {
            if (seen.incrementAndGet() == 50) {
                m_progress.setExecuteCanceled();
            }
        });
        assertThatThrownBy(() -> m_exec.createColumnRearrangeTable(table, r, m_exec))
            .isInstanceOf(CanceledExecutionException.class);
        assertThat(seen.get()).isLessThan(2500);
    }
}
