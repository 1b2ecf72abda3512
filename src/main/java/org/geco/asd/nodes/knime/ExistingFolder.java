package org.geco.asd.nodes.knime;

import org.geco.asd.files.IfExists;
import org.knime.node.parameters.widget.choices.Label;

/** What to do if a folder that a node writes exists. The names are stored in workflows. */
public enum ExistingFolder {
    /** Replace. */
    @Label(value = "Replace what the node wrote", description = """
        What this node wrote into the folder before is replaced as a whole. A folder that holds anything else is never
        touched: the node fails.
        """)
    OVERWRITE,

    /** Fail. */
    @Label(value = "Fail", description = "The node fails and leaves the folder as it is, unless it is empty.")
    FAIL;

    /** @return what it means */
    public IfExists meaning() {
        return IfExists.valueOf(name());
    }
}
