package org.geco.asd.nodes.classifier;

import org.geco.asd.methods.classifier.ClassifierSettings.Score;
import org.knime.node.parameters.widget.choices.Label;

/** What the score of a clip is. The names are stored in workflows. */
enum ScoreChoice {
    @Label(value = "The network's", description = "−log p of the machine, for STgram-MFN with the margin.")
    OF_THE_NETWORK,

    @Label(value = "−log p of the machine", description = """
        The negative logarithm of the probability that the network gives the clip's own machine.
        """)
    NEGATIVE_LOG_PROBABILITY,

    @Label(value = "−log p of the machine, with the margin", description = """
        The same with ArcFace's margin on the clip's own machine, as in training.
        """)
    NEGATIVE_LOG_PROBABILITY_WITH_MARGIN,

    @Label(value = "Distance from the centre", description = """
        1 − cosine between the embedding and the centre of the training clips of the machine, as GeCo's.
        """)
    DISTANCE;

    Score score(final Score ofNetwork) {
        return this == OF_THE_NETWORK ? ofNetwork : Score.valueOf(name());
    }
}
