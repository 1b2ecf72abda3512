package org.geco.asd.nodes.gecolearner;

import org.geco.asd.geco.GecoTraining;
import org.knime.node.parameters.widget.choices.Label;

/** What a setting is that the user leaves to the preset. */
enum Preset {

    @Label(value = "Paper", description = """
        The settings of the paper, for data sets like DCASE 2020 Task 2 with thousands of clips: learning rate 0.1.
        """)
    PAPER(GecoTraining.PAPER),

    @Label(value = "Small data", description = """
        For some dozens to some hundreds of clips: learning rate 0.02. With only a few training steps in an epoch a
        rate of 0.1 does not train.
        """)
    SMALL_DATA(GecoTraining.SMALL_DATA);

    private final GecoTraining m_training;

    Preset(final GecoTraining training) {
        m_training = training;
    }

    /**
     * @param epochs number of epochs; 0 for the preset's
     * @return the preset's training of that many epochs, its ramp and learning-rate steps at the same shares
     */
    GecoTraining training(final int epochs) {
        return epochs == 0 ? m_training : GecoTraining.of(epochs, m_training.learningRate());
    }
}
