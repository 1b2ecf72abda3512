package org.geco.asd.nodes.report;

import org.geco.asd.files.IfExists;
import org.knime.node.parameters.widget.choices.Label;

/** What to do if the output folder exists. The names are stored in workflows. */
enum ExistingFolder {

    @Label(value = "Replace the report in it", description = """
        An earlier report in the folder is replaced as a whole. A folder that holds anything else is never touched: the
        node fails.
        """)
    OVERWRITE(IfExists.OVERWRITE),

    @Label(value = "Fail", description = "The node fails and leaves the folder as it is, unless it is empty.")
    FAIL(IfExists.FAIL);

    private final IfExists m_meaning;

    ExistingFolder(final IfExists meaning) {
        m_meaning = meaning;
    }

    IfExists meaning() {
        return m_meaning;
    }
}
