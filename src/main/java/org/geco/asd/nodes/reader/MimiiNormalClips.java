package org.geco.asd.nodes.reader;

import org.geco.asd.dataset.MimiiScheme.NormalClips;
import org.knime.node.parameters.widget.choices.Label;

/** Which normal clips of a MIMII data set are for the test. The names are stored in workflows. */
enum MimiiNormalClips {
    @Label(value = "As many as abnormal clips", description = """
        The first normal clips of each machine by name, as many as it has abnormal ones, but at most half.
        """)
    BALANCED(NormalClips.BALANCED),

    @Label(value = "None: all are for training", description = "All normal clips are for training.")
    ALL_FOR_TRAINING(NormalClips.ALL_FOR_TRAINING);

    private final NormalClips m_meaning;

    MimiiNormalClips(final NormalClips meaning) {
        m_meaning = meaning;
    }

    NormalClips meaning() {
        return m_meaning;
    }
}
