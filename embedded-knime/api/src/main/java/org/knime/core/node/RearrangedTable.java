package org.knime.core.node;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.RearrangedRows;

/**
 * Fills a new table with the rearranged rows of another: one after the other, or on all cores where the new columns
 * allow it, always in the order of the rows. For the embedded implementation, not part of KNIME's API.
 */
final class RearrangedTable {

    private final BufferedDataTable m_in;

    private final RearrangedRows m_rows;

    private final BufferedDataContainer m_out;

    private final ExecutionMonitor m_monitor;

    private long m_done;

    RearrangedTable(final BufferedDataTable in, final RearrangedRows rows, final BufferedDataContainer out,
        final ExecutionMonitor monitor) {
        m_in = in;
        m_rows = rows;
        m_out = out;
        m_monitor = monitor;
    }

    void fill() throws CanceledExecutionException {
        try (CloseableRowIterator iterator = m_in.iterator()) {
            if (m_rows.isParallel()) {
                fillInParallel(iterator);
            } else {
                for (long index = 0; iterator.hasNext(); index++) {
                    m_monitor.checkCanceled();
                    add(m_rows.map(iterator.next(), index));
                }
            }
        }
    }

    private void fillInParallel(final CloseableRowIterator iterator) throws CanceledExecutionException {
        try (OrderedWork<DataRow> work = new OrderedWork<>(Runtime.getRuntime().availableProcessors())) {
            for (long next = 0; iterator.hasNext(); next++) {
                m_monitor.checkCanceled();
                final DataRow row = iterator.next();
                final long index = next;
                work.add(() -> m_rows.map(row, index));
                if (work.isFull()) {
                    add(work.take(m_monitor));
                }
            }
            while (!work.isEmpty()) {
                m_monitor.checkCanceled();
                add(work.take(m_monitor));
            }
        }
    }

    private void add(final DataRow row) {
        m_out.addRowToTable(row);
        m_rows.setProgress(++m_done, m_in.size(), row.getKey(), m_monitor);
    }
}
