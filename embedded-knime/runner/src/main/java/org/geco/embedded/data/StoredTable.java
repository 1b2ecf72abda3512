package org.geco.embedded.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.embedded.NodeStorage.TableContent;

/** Stored rows. Every reading makes new cells. */
final class StoredTable implements TableContent {

    private final DataTableSpec m_spec;

    private final long m_size;

    private final RowBytes m_bytes;

    private final CellCodec m_codec;

    StoredTable(final DataTableSpec spec, final long size, final RowBytes bytes, final CellCodec codec) {
        m_spec = spec;
        m_size = size;
        m_bytes = bytes;
        m_codec = codec;
    }

    @Override
    public DataTableSpec spec() {
        return m_spec;
    }

    @Override
    public long size() {
        return m_size;
    }

    @Override
    public CloseableRowIterator iterator() {
        try {
            return new StoredRows(new DataInputStream(m_bytes.open()));
        } catch (final IOException e) {
            throw new UncheckedIOException("The table can't be read: " + e.getMessage(), e);
        }
    }

    /** Reads one row after the other. */
    private final class StoredRows extends CloseableRowIterator {

        private final DataInputStream m_in;

        private long m_next;

        StoredRows(final DataInputStream in) {
            m_in = in;
        }

        @Override
        public boolean hasNext() {
            return m_next < m_size;
        }

        @Override
        public DataRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The table has no more rows");
            }
            try {
                final RowKey key = new RowKey(CellInput.readString(m_in));
                final DataCell[] cells = new DataCell[m_spec.getNumColumns()];
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = m_codec.read(m_in);
                }
                m_next++;
                if (!hasNext()) {
                    close();
                }
                return new DefaultRow(key, cells);
            } catch (final IOException e) {
                throw new UncheckedIOException("Row " + m_next + " can't be read: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            try {
                m_in.close();
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
