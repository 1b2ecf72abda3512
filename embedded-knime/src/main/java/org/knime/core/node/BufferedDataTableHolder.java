package org.knime.core.node;

/** Holds tables beside the output ports, for the view. */
public interface BufferedDataTableHolder {

    /** @return the tables */
    BufferedDataTable[] getInternalTables();

    /** @param tables the tables */
    void setInternalTables(BufferedDataTable[] tables);
}
