package org.geco.asd.nodes.geco;

import java.util.Optional;
import java.util.function.Function;

import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.nodes.learn.LearnerPreset;
import org.geco.asd.nodes.learn.PresetDefault;
import org.geco.asd.nodes.learn.PresetMessage;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.Label;

/** Where settings that are not ticked come from. The names are stored in workflows. */
enum GecoPreset implements LearnerPreset {
    @Label(value = "Paper: thousands of clips, days on a CPU", description = """
        The settings of the paper, for data sets like DCASE 2020 Task 2: learning rate 0.1.
        """)
    PAPER(GecoSettings.PAPER),

    @Label(value = "Small data: dozens to hundreds of clips, minutes", description = """
        Five networks of a quarter of the width, each trained for 60 epochs at a learning rate of 0.02: with only a few
        training steps in an epoch a rate of 0.1 does not train.
        """)
    SMALL_DATA(GecoSettings.SMALL_DATA),

    @Label(value = "Quick: a first look, seconds", description = "One network of small data's five.")
    QUICK(GecoSettings.QUICK),

    @Label(value = "Automatic: by the number of clips", description = """
        Small data for up to 1,000 clips, Paper for more. The log says which it took.
        """)
    AUTOMATIC(GecoSettings.SMALL_DATA);

    private final GecoSettings m_settings;

    GecoPreset(final GecoSettings settings) {
        m_settings = settings;
    }

    /** @return this, or what it stands for with so many clips */
    GecoPreset of(final int clips) {
        return this != AUTOMATIC ? this : clips > FEW_CLIPS ? PAPER : SMALL_DATA;
    }

    /**
     * @param epochs number of epochs, empty for the preset's
     * @return the preset for that many epochs, its ramp and learning-rate steps at the same shares
     */
    GecoSettings settings(final Optional<Integer> epochs) {
        return epochs.isEmpty() ? m_settings
            : GecoSettings.of(m_settings.architecture(), epochs.get(), m_settings.training().learningRate())
                .with(m_settings.input().clipPatches(), m_settings.members());
    }

    @Override
    public TrainingSettings training() {
        return m_settings.training();
    }

    @Override
    public String network() {
        final int members = m_settings.members();
        return (members == 1 ? "a ResNet-18" : members + " networks ResNet-18") + " of base width "
            + m_settings.architecture().baseWidth();
    }

    @Override
    public String numbers() {
        return (this == AUTOMATIC ? FEW_CLIPS_WORDS : "") + LearnerPreset.super.numbers();
    }

    /** The setting, for what the dialog shows depending on it. */
    interface Ref extends ParameterReference<GecoPreset> { }

    /** Says what the preset sets. */
    static final class Message extends PresetMessage<GecoPreset> {
        Message() {
            super(Ref.class);
        }
    }

    /** A number of the preset. */
    abstract static class Default<T> extends PresetDefault<GecoPreset, T> {
        Default(final Function<GecoSettings, T> number) {
            super(Ref.class, preset -> number.apply(preset.m_settings));
        }
    }
}
