package org.knime.core.data;

/** The ID of a row. */
public interface RowKeyValue {

    /** @return the ID */
    String getString();

    /** @return the ID as an object of its own */
    default RowKey materializeRowKey() {
        return new RowKey(getString());
    }
}
