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
    @Label(value = "Paper: thousands of clips, more than a day on a CPU", description = """
        The paper's settings: 60 epochs, batch 512. An epoch has every frame once; a window stride of 1 takes every
        window and five times as long.
        """)
    PAPER(PaeSettings.PAPER),

    @Label(value = "Small data: dozens to hundreds of clips, minutes", description = """
        A network of a thirtieth of the size, batch 128, for about 2,000 steps: the fewer clips a machine type has, the
        more epochs.
        """)
    SMALL_DATA(PaeSettings.SMALL_DATA),

    @Label(value = "Quick: a first look, seconds", description = "Small data's network for 10 epochs.")
    QUICK(PaeSettings.QUICK),

    @Label(value = "Automatic: by the number of clips", description = """
        Small data for up to 1,000 clips, Paper for more. The log says which it took.
        """)
    AUTOMATIC(PaeSettings.SMALL_DATA);

    private final PaeSettings m_settings;

    PaePreset(final PaeSettings settings) {
        m_settings = settings;
    }

    /** @return what it stands for with so many clips, and so many of the machine type that has the fewest */
    PaeSettings settings(final int clips, final int clipsOfType) {
        return switch (this) {
            case AUTOMATIC -> PaeSettings.automatic(clips, clipsOfType);
            case SMALL_DATA -> PaeSettings.smallData(clipsOfType);
            case PAPER, QUICK -> m_settings;
        };
    }

    @Override
    public String numbers() {
        final boolean small = this == SMALL_DATA || this == AUTOMATIC;
        return (this == AUTOMATIC ? FEW_CLIPS_WORDS : "")
            + (small ? "as many epochs as make 2,000 steps instead of " : "")
            + LearnerPreset.super.numbers();
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
            super(Ref.class, preset -> number.apply(preset.m_settings));
        }
    }
}
