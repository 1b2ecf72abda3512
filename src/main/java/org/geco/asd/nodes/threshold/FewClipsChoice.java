package org.geco.asd.nodes.threshold;

import org.geco.asd.calibration.FewClips;
import org.knime.node.parameters.widget.choices.Label;

/** What is done for a machine with too few held-out clips. The names are stored in workflows. */
enum FewClipsChoice {
    @Label(value = "Rank with its machine type", description = """
        The clip is ranked among the held-out clips of all machines of its type, on one scale. The rate is kept
        approximately; where that is too few, too, or there is no other machine, the smallest rate is promised.
        """)
    POOL_WITH_TYPE,

    @Label(value = "Promise the smallest rate", description = """
        The machine gets the smallest false-alarm rate that its own clips can promise, which is above the one asked for.
        """)
    SMALLEST_RATE,

    @Label(value = "Decide nothing", description = "The machine's decisions are missing, with the reason.")
    NO_DECISION;

    FewClips meaning() {
        return FewClips.valueOf(name());
    }
}
