package org.geco.asd.nodes.pae;

import java.util.function.Function;

import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.methods.pae.PaeArchitecture;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.nodes.learn.LearnerPreset;
import org.geco.asd.nodes.learn.PresetDefault;
import org.geco.asd.nodes.learn.PresetMessage;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** Where settings that are not ticked come from. The names are stored in workflows. */
enum PaePreset implements LearnerPreset {
    @Label(value = "Paper: thousands of clips, days on a CPU", description = """
        The paper's settings: 60 epochs of every window, batch 512.
        """)
    PAPER(PaeSettings.PAPER),

    @Label(value = "Small data: dozens to hundreds of clips, minutes", description = """
        The paper's network for some dozens of clips: 10 epochs, batch 128, every fifth window.
        """)
    SMALL_DATA(PaeSettings.SMALL_DATA),

    @Label(value = "Quick: a first look, seconds", description = """
        A network of a thirtieth of the size, trained as for small data.
        """)
    QUICK(PaeSettings.QUICK);

    private final PaeSettings m_settings;

    PaePreset(final PaeSettings settings) {
        m_settings = settings;
    }

    PaeSettings settings() {
        return m_settings;
    }

    @Override
    public TrainingSettings training() {
        return m_settings.training();
    }

    @Override
    public String network() {
        final PaeArchitecture sizes = m_settings.architecture();
        return String.format("encoder of width %d, bottleneck %d, decoder of width %d, window stride %d",
            sizes.encoderWidth(), sizes.bottleneck(), sizes.decoderWidth(), m_settings.windowStride());
    }

    /** The setting, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<PaePreset> { }

    /** Says what the preset sets. */
    static final class Message extends PresetMessage<PaePreset> {
        Message() {
            super(Ref.class);
        }
    }

    /** A number of the preset. */
    abstract static class Default<T> extends PresetDefault<PaePreset, T> {
        Default(final Function<PaeSettings, T> number) {
            super(Ref.class, preset -> number.apply(preset.settings()));
        }
    }
}
