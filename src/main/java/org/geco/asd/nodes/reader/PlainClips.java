package org.geco.asd.nodes.reader;

import org.geco.asd.dataset.Split;
import org.knime.node.parameters.widget.choices.Label;

/** What clips are for whose paths don't tell it. The names are stored in workflows. */
enum PlainClips {
    @Label(value = "Normal, to learn from", description = "Healthy machines: training clips, labelled as normal.")
    TRAIN,

    @Label(value = "To be judged", description = "Test clips without label.")
    TEST;

    Split split() {
        return Split.valueOf(name());
    }
}
