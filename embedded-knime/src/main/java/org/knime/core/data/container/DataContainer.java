package org.knime.core.data.container;

import java.util.Objects;

import org.geco.embedded.data.TableContent;
import org.geco.embedded.data.TableWriter;
import org.geco.embedded.data.TemporaryData;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;

/** Collects the rows of a new table. */
public class DataContainer implements RowAppender {

    private final TableWriter m_writer;

    /** @param spec the columns */
    public DataContainer(final DataTableSpec spec) {
        this(spec, false);
    }

    /**
     * @param spec the columns
     * @param initDomain whether the domains start with those of the spec
     */
    public DataContainer(final DataTableSpec spec, final boolean initDomain) {
        this(new TableWriter(spec, initDomain, TemporaryData.repository()));
    }

    /**
     * Not part of KNIME's API: for the embedded implementation.
     *
     * @param writer stores the rows
     */
    protected DataContainer(final TableWriter writer) {
        m_writer = writer;
    }

    @Override
    public void addRowToTable(final DataRow row) {
        m_writer.add(Objects.requireNonNull(row, "Can't add null rows to container"));
    }

    /** No more rows will be added. */
    public void close() {
        m_writer.close();
    }

    /** @return whether no more rows can be added */
    public boolean isClosed() {
        return m_writer.isClosed();
    }

    /** @return whether rows can be added */
    public boolean isOpen() {
        return !isClosed();
    }

    /** @return the number of rows so far */
    public long size() {
        return m_writer.size();
    }

    /** @return the columns */
    public DataTableSpec getTableSpec() {
        return m_writer.spec();
    }

    /** @return the closed table's rows, for the embedded implementation */
    final TableContent content() {
        return m_writer.table();
    }

    /** @return the closed table */
    public DataTable getTable() {
        return getCloseableTable();
    }

    /** @return the closed table */
    public CloseableTable getCloseableTable() {
        final TableContent content = content();
        return new CloseableTable() {
            @Override
            public DataTableSpec getDataTableSpec() {
                return content.spec();
            }

            @Override
            public CloseableRowIterator iterator() {
                return content.iterator();
            }
        };
    }
}
