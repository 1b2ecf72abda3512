package org.knime.core.data;

import java.util.Objects;
import java.util.stream.Stream;

/** The ID of a row, unique in its table. */
public final class RowKey implements RowKeyValue {

    private final String m_id;

    /** @param id not null */
    public RowKey(final String id) {
        m_id = Objects.requireNonNull(id, "Can't create RowKey with null id.");
    }

    @Override
    public String getString() {
        return m_id;
    }

    @Override
    public RowKey materializeRowKey() {
        return this;
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
     * @param rowKeys keys
     * @return their IDs
     */
    public static String[] toStrings(final RowKey... rowKeys) {
        return Stream.of(rowKeys).map(RowKey::getString).toArray(String[]::new);
    }

    /**
     * @param strs IDs
     * @return the keys
     */
    public static RowKey[] toRowKeys(final String... strs) {
        return Stream.of(strs).map(RowKey::new).toArray(RowKey[]::new);
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
