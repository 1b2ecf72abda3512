package org.geco.asd.nodes.geco;

import java.util.Optional;

import org.geco.asd.methods.geco.GecoArchitecture;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The sizes of GeCo's network and of what it sees. */
@Advanced
final class NetworkParameters implements NodeParameters {
    static final class BaseWidth extends GecoPreset.Default<Integer> {
        BaseWidth() {
            super(settings -> settings.architecture().baseWidth());
        }
    }

    @Widget(title = "Base width", description = """
        Channels of ResNet-18's first stage; the embedding has eight times as many values. The paper's 64 is the
        original ResNet-18; 16 trains many times faster. Unticked: the preset's number.
        """)
    @OptionalWidget(defaultProvider = BaseWidth.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    Optional<Integer> m_baseWidth = Optional.empty();

    @Widget(title = "Frames in a patch", description = """
        Length of the random crops that the network sees; a multiple of the PAE's block of 5 frames. The paper's 65 are
        about 2 seconds: longer ones hear slower rhythms, shorter ones are more of them. Clips must be as long at least.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_patchFrames = GecoArchitecture.PAPER.patchFrames();

    GecoArchitecture architecture(final GecoArchitecture preset) {
        return new GecoArchitecture(m_baseWidth.orElse(preset.baseWidth()), m_patchFrames);
    }
}
