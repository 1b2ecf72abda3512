package org.knime.core.node;

import org.geco.embedded.data.TableWriter;
import org.knime.core.data.container.DataContainer;

/** Collects the rows of a new table of a node. */
public class BufferedDataContainer extends DataContainer {

    private final TableWriter m_rows;

    BufferedDataContainer(final TableWriter writer) {
        super(writer);
        m_rows = writer;
    }

    @Override
    public BufferedDataTable getTable() {
        return new BufferedDataTable(m_rows.table());
    }
}
