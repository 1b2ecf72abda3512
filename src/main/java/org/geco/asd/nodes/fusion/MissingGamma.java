package org.geco.asd.nodes.fusion;

import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** What to do with a machine type that the table of γ lacks. The names are stored in workflows. */
enum MissingGamma {
    @Label(value = "Fail", description = "The node fails and names the machine type.")
    FAIL,

    @Label(value = "Use the fixed γ", description = "The machine type gets the fixed γ.")
    FIXED;

    /** The setting, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<MissingGamma> { }
}
