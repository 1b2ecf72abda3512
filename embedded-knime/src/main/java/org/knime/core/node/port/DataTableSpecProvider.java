package org.knime.core.node.port;

import org.knime.core.data.DataTableSpec;

/** Has a table spec. */
public interface DataTableSpecProvider {

    /** @return the spec */
    DataTableSpec getDataTableSpec();
}
