package org.geco.asd.nodes.geco;

import org.geco.asd.methods.geco.GecoSettings;
import org.knime.node.parameters.widget.choices.Label;

/** What a setting is that the user leaves to the preset. */
enum Preset {

    @Label(value = "Paper", description = """
        The settings of the paper, for data sets like DCASE 2020 Task 2 with thousands of clips: learning rate 0.1.
        """)
    PAPER(GecoSettings.PAPER),

    @Label(value = "Small data", description = """
        For some dozens to some hundreds of clips: learning rate 0.02. With only a few training steps in an epoch a
        rate of 0.1 does not train.
        """)
    SMALL_DATA(GecoSettings.SMALL_DATA),

    @Label(value = "Quick", description = """
        A ResNet-18 of a quarter of the width for 60 epochs, trained as for small data. Takes seconds to minutes: for a
        first look.
        """)
    QUICK(GecoSettings.QUICK);

    private final GecoSettings m_settings;

    Preset(final GecoSettings settings) {
        m_settings = settings;
    }

    /**
     * @param epochs number of epochs; 0 for the preset's
     * @return the preset for that many epochs, its ramp and learning-rate steps at the same shares
     */
    GecoSettings settings(final int epochs) {
        return epochs == 0 ? m_settings
            : GecoSettings.of(m_settings.architecture(), epochs, m_settings.training().learningRate());
    }
}
