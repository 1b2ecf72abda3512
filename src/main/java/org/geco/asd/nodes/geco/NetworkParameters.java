package org.geco.asd.nodes.geco;

import org.geco.asd.methods.geco.GecoArchitecture;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** The sizes of the network and of what it sees. */
final class NetworkParameters implements NodeParameters {

    @Widget(title = "Base width", description = """
        Channels of ResNet-18's first stage; the embedding has eight times as many values. The paper's 64 is the
        original ResNet-18; 16 trains many times faster. 0 for the preset's.
        """, advanced = true)
    int m_baseWidth;

    @Widget(title = "Frames in a patch", description = """
        Length of the random crops that the network sees; a multiple of the PAE's block of 5 frames. 65 frames are about
        2 seconds.
        """, advanced = true)
    int m_patchFrames = GecoArchitecture.PAPER.patchFrames();

    @Widget(title = "Patches per clip", description = """
        A clip is scored by the mean over this many evenly spaced patches.
        """, advanced = true)
    int m_patchesPerClip = GecoArchitecture.PAPER.patchesPerClip();

    GecoArchitecture architecture(final GecoArchitecture preset) {
        return new GecoArchitecture(m_baseWidth == 0 ? preset.baseWidth() : m_baseWidth, m_patchFrames, m_patchesPerClip);
    }
}
