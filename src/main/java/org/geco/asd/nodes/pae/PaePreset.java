package org.geco.asd.nodes.pae;

import org.geco.asd.methods.pae.PaeSettings;
import org.knime.node.parameters.widget.choices.Label;

/** Where settings that are 0 come from. The names are stored in workflows. */
enum PaePreset {

    @Label(value = "Paper", description = """
        The paper's settings: 60 epochs of every window, batch 512. For thousands of clips; takes hours without a GPU.
        """)
    PAPER(PaeSettings.PAPER),

    @Label(value = "Small data", description = """
        The paper's network for some dozens of clips: 10 epochs, batch 128, every fifth window. Takes minutes.
        """)
    SMALL_DATA(PaeSettings.SMALL_DATA),

    @Label(value = "Quick", description = """
        A network of a thirtieth of the size, trained as for small data. Takes seconds: for a first look.
        """)
    QUICK(PaeSettings.QUICK);

    private final PaeSettings m_settings;

    PaePreset(final PaeSettings settings) {
        m_settings = settings;
    }

    PaeSettings settings() {
        return m_settings;
    }
}
