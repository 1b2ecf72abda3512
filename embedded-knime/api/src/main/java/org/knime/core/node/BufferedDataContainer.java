package org.knime.core.node;

import java.util.Objects;

import org.knime.core.data.DataRow;
import org.knime.embedded.NodeStorage.TableSink;

/** Collects the rows of a new table. */
public class BufferedDataContainer {

    private final TableSink m_rows;

    BufferedDataContainer(final TableSink rows) {
        m_rows = rows;
    }

    /** @param row its ID must be new, its cells must comply with the columns' types */
    public void addRowToTable(final DataRow row) {
        m_rows.add(Objects.requireNonNull(row, "Can't add null rows to container"));
    }

    /** No more rows will be added. */
    public void close() {
        m_rows.close();
    }

    /** @return the number of rows so far */
    public long size() {
        return m_rows.size();
    }

    /** @return the table, once this is closed */
    public BufferedDataTable getTable() {
        return new BufferedDataTable(m_rows.table());
    }
}
