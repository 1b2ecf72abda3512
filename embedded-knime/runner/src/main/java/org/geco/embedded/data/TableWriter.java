package org.geco.embedded.data;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.DataContainerException;
import org.knime.core.util.DuplicateKeyException;
import org.knime.embedded.NodeStorage.TableContent;
import org.knime.embedded.NodeStorage.TableSink;

/** Checks and stores the rows of a new table, and learns the domains of its columns. */
final class TableWriter implements TableSink {

    private final DataTableSpec m_spec;

    private final RowBytes m_bytes;

    private final DataOutputStream m_out;

    private final CellCodec m_codec;

    private final DomainCollector m_domains;

    private final Set<String> m_keys = new HashSet<>();

    private long m_size;

    private StoredTable m_table;

    /**
     * @param spec the columns
     * @param initDomains whether the domains start with those of the spec
     * @param repository holds what doesn't fit into memory
     */
    TableWriter(final DataTableSpec spec, final boolean initDomains, final DataRepository repository) {
        m_spec = Objects.requireNonNull(spec, "Data table spec must not be null!");
        m_bytes = new RowBytes(repository);
        m_out = new DataOutputStream(m_bytes);
        m_codec = new CellCodec();
        m_domains = new DomainCollector(spec, initDomains);
    }

    @Override
    public synchronized void add(final DataRow row) {
        if (isClosed()) {
            throw new IllegalStateException("Cannot add row to a closed table");
        }
        checkRow(row);
        final String key = row.getKey().getString();
        if (!m_keys.add(key)) {
            throw new DuplicateKeyException("Encountered duplicate row ID \"" + key + "\"");
        }
        try {
            CellOutput.writeString(key, m_out);
            for (final DataCell cell : row) {
                m_codec.write(cell, m_out);
            }
        } catch (final IOException e) {
            throw new DataContainerException("Row \"" + key + "\" can't be stored: " + e.getMessage(), e);
        }
        m_domains.add(row);
        m_size++;
    }

    private void checkRow(final DataRow row) {
        if (row.getNumCells() != m_spec.getNumColumns()) {
            throw new IllegalArgumentException("Cell count in row \"" + row.getKey()
                + "\" is not equal to length of column names array: " + row.getNumCells() + " vs. "
                + m_spec.getNumColumns());
        }
        for (int i = 0; i < row.getNumCells(); i++) {
            final DataCell cell = row.getCell(i);
            final DataType type = m_spec.getColumnSpec(i).getType();
            if (!type.isASuperTypeOf(cell.getType())) {
                throw new IllegalArgumentException("Runtime class of object \"" + shorten(cell) + "\" (index " + i
                    + ") in row \"" + row.getKey() + "\" is " + cell.getType()
                    + " and does not comply with its supposed superclass " + type);
            }
        }
    }

    private static String shorten(final DataCell cell) {
        final String s = cell.toString();
        return s.length() > 30 ? s.substring(0, 30) + "..." : s;
    }

    @Override
    public long size() {
        return m_size;
    }

    @Override
    public DataTableSpec spec() {
        return isClosed() ? m_table.spec() : m_spec;
    }

    private boolean isClosed() {
        return m_table != null;
    }

    @Override
    public synchronized void close() {
        if (isClosed()) {
            return;
        }
        try {
            m_out.close();
        } catch (final IOException e) {
            throw new DataContainerException("The table can't be stored: " + e.getMessage(), e);
        }
        m_keys.clear();
        m_table = new StoredTable(m_domains.specWithDomains(), m_size, m_bytes, m_codec);
    }

    @Override
    public TableContent table() {
        if (!isClosed()) {
            throw new IllegalStateException("Cannot get table: container is not closed.");
        }
        return m_table;
    }
}
