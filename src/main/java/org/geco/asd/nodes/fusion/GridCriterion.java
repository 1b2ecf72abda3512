package org.geco.asd.nodes.fusion;

import org.geco.asd.fusion.GridSearch.Criterion;
import org.knime.node.parameters.widget.choices.Label;

/** What the grid search for γ looks for. The names are stored in workflows. */
enum GridCriterion {
    @Label(value = "AUC", description = "The highest AUC; it leads to the paper's γ.")
    AUC,

    @Label(value = "Mean of AUC and pAUC", description = """
        The highest mean of both: few false alarms count more.
        """)
    AUC_AND_PARTIAL_AUC;

    Criterion meaning() {
        return Criterion.valueOf(name());
    }
}
