package org.geco.asd.nodes.classifier;

import java.util.Optional;

import org.geco.asd.methods.classifier.ClassifierArchitecture;
import org.geco.asd.methods.classifier.ClassifierSettings;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The sizes of a network and of what it sees. */
@Advanced
final class SizeParameters implements NodeParameters {
    static final class Width extends ClassifierPreset.Default<Double> {
        Width() {
            super(settings -> settings.architecture().width());
        }
    }

    static final class PatchFrames extends ClassifierPreset.Default<Integer> {
        PatchFrames() {
            super(ClassifierSettings::patchFrames);
        }
    }

    @Widget(title = "Width", description = """
        Channels of the layers as a multiple of the original network's. Unticked: the preset's number.
        """)
    @OptionalWidget(defaultProvider = Width.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    Optional<Double> m_width = Optional.empty();

    @Widget(title = "Frames in a patch", description = """
        Length of the random crops that the network sees. 64 frames are about 2 seconds. Clips must be as long at least.
        Unticked: the preset's number.
        """)
    @OptionalWidget(defaultProvider = PatchFrames.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    Optional<Integer> m_patchFrames = Optional.empty();

    ClassifierArchitecture architecture(final ClassifierArchitecture preset) {
        return new ClassifierArchitecture(preset.network(), m_width.orElse(preset.width()),
            m_patchFrames.orElse(preset.patchFrames()));
    }
}
