package org.geco.asd.nodes.reader;

import org.knime.node.parameters.widget.choices.Label;

/** Which normal clips of a MIMII data set are for the test. The names are stored in workflows. */
enum MimiiNormalClips {
    @Label(value = "As many as abnormal clips", description = """
        The first normal clips of each machine by name, as many as it has abnormal ones, but at most half.
        """)
    BALANCED,

    @Label(value = "None: all are for training", description = "All normal clips are for training.")
    ALL_FOR_TRAINING
}
