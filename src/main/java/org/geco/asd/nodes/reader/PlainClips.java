package org.geco.asd.nodes.reader;

import org.geco.asd.dataset.Split;
import org.knime.node.parameters.widget.choices.Label;

/** What clips are for whose paths don't tell it. The names are stored in workflows. */
enum PlainClips {
    @Label(value = "Normal, to learn from", description = "Healthy machines: training clips, labelled as normal.")
    NORMAL(Split.TRAIN),

    @Label(value = "To be judged", description = "Test clips without label.")
    TO_BE_JUDGED(Split.TEST);

    private final Split m_split;

    PlainClips(final Split split) {
        m_split = split;
    }

    Split split() {
        return m_split;
    }
}
