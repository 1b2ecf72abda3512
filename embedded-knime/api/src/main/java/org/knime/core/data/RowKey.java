package org.knime.core.data;

import java.util.Objects;

/** The ID of a row, unique in its table. */
public final class RowKey {

    private final String m_id;

    /** @param id not null */
    public RowKey(final String id) {
        m_id = Objects.requireNonNull(id, "Can't create RowKey with null id.");
    }

    /** @return the ID */
    public String getString() {
        return m_id;
    }

    @Override
    public String toString() {
        return m_id;
    }

    @Override
    public boolean equals(final Object obj) {
        return this == obj || obj instanceof RowKey k && m_id.equals(k.m_id);
    }

    @Override
    public int hashCode() {
        return m_id.hashCode();
    }

    /**
     * @param rowIndex from 0
     * @return "Row0", "Row1", …
     */
    public static RowKey createRowKey(final long rowIndex) {
        if (rowIndex < 0) {
            throw new IndexOutOfBoundsException("Negative row index: " + rowIndex);
        }
        return new RowKey("Row" + rowIndex);
    }
}
