package org.geco.asd.nodes.pae;

import java.util.Optional;

import org.geco.asd.methods.pae.PaeArchitecture;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The sizes of the PAE's network; those that are not ticked are the preset's. */
@Advanced
final class PaeNetworkParameters implements NodeParameters {
    static final class EncoderWidth extends PaePreset.Default<Integer> {
        EncoderWidth() {
            super(settings -> settings.architecture().encoderWidth());
        }
    }

    static final class EncoderBlocks extends PaePreset.Default<Integer> {
        EncoderBlocks() {
            super(settings -> settings.architecture().encoderBlocks());
        }
    }

    static final class Bottleneck extends PaePreset.Default<Integer> {
        Bottleneck() {
            super(settings -> settings.architecture().bottleneck());
        }
    }

    static final class DecoderWidth extends PaePreset.Default<Integer> {
        DecoderWidth() {
            super(settings -> settings.architecture().decoderWidth());
        }
    }

    static final class DecoderBlocks extends PaePreset.Default<Integer> {
        DecoderBlocks() {
            super(settings -> settings.architecture().decoderBlocks());
        }
    }

    static final class Heads extends PaePreset.Default<Integer> {
        Heads() {
            super(settings -> settings.architecture().heads());
        }
    }

    @Widget(title = "Encoder width", description = """
        Channels of the encoder's blocks, 512 in <i>Paper</i>. More learn more and take longer and more memory.
        Unticked: the preset's number.
        """)
    @OptionalWidget(defaultProvider = EncoderWidth.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    Optional<Integer> m_encoderWidth = Optional.empty();

    @Widget(title = "Encoder blocks", description = """
        Transformer blocks of the encoder, 2 in <i>Paper</i>. More learn more and take longer. Unticked: the preset's
        number.
        """)
    @OptionalWidget(defaultProvider = EncoderBlocks.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    Optional<Integer> m_encoderBlocks = Optional.empty();

    @Widget(title = "Bottleneck", description = """
        Channels between encoder and decoder, 64 in <i>Paper</i>. Fewer keep less of the sound, so that the network has
        to learn what is usual. Unticked: the preset's number.
        """)
    @OptionalWidget(defaultProvider = Bottleneck.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    Optional<Integer> m_bottleneck = Optional.empty();

    @Widget(title = "Decoder width", description = """
        Channels of the decoder's blocks, 256 in <i>Paper</i>. More learn more and take longer and more memory.
        Unticked: the preset's number.
        """)
    @OptionalWidget(defaultProvider = DecoderWidth.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    Optional<Integer> m_decoderWidth = Optional.empty();

    @Widget(title = "Decoder blocks", description = """
        Transformer blocks of the decoder, 2 in <i>Paper</i>. More learn more and take longer. Unticked: the preset's
        number.
        """)
    @OptionalWidget(defaultProvider = DecoderBlocks.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    Optional<Integer> m_decoderBlocks = Optional.empty();

    @Widget(title = "Attention heads", description = """
        Heads of the self-attention, 8 in <i>Paper</i>; both widths must be multiples of it. More relate frames in more
        ways, each with fewer channels. Unticked: the preset's number.
        """)
    @OptionalWidget(defaultProvider = Heads.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    Optional<Integer> m_heads = Optional.empty();

    PaeArchitecture architecture(final PaeArchitecture preset) {
        return new PaeArchitecture(preset.blockFrames(), m_encoderWidth.orElse(preset.encoderWidth()),
            m_encoderBlocks.orElse(preset.encoderBlocks()), m_bottleneck.orElse(preset.bottleneck()),
            m_decoderWidth.orElse(preset.decoderWidth()), m_decoderBlocks.orElse(preset.decoderBlocks()),
            m_heads.orElse(preset.heads()), preset.mlpRatio());
    }
}
