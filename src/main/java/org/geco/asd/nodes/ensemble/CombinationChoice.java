package org.geco.asd.nodes.ensemble;

import org.geco.asd.ensemble.Combination;
import org.knime.node.parameters.widget.choices.Label;

/** How scores become one. The names are stored in workflows. */
enum CombinationChoice {
    @Label(value = "Excess", description = """
        The root of the weighted mean of the squares of what lies above the usual level. A score below its level never
        excuses what another one finds, and one that finds much outweighs those that find nothing.
        """)
    EXCESS,

    @Label(value = "Mean", description = """
        The weighted mean of the standardised scores: for scores that are known to be good for every machine, or where
        one leads (<i>Weights</i>).
        """)
    MEAN,

    @Label(value = "Maximum", description = """
        The highest of the standardised scores: what a single one finds is enough. Weights do not matter.
        """)
    MAXIMUM;

    Combination meaning() {
        return Combination.valueOf(name());
    }
}
