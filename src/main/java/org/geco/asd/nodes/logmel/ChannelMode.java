package org.geco.asd.nodes.logmel;

import org.knime.node.parameters.widget.choices.Label;

/** Which signal is taken from a recording of several channels. The names are stored in workflows. */
enum ChannelMode {

    @Label(value = "Mean of all channels", description = "The channels are averaged, sample by sample.")
    MEAN,

    @Label(value = "One channel", description = """
        One channel is used alone, the one whose number is given below. Clips without that channel get a missing cell.
        """)
    SINGLE
}
