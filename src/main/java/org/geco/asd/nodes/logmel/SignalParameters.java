package org.geco.asd.nodes.logmel;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.mel.Waveforms;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.NodeFailures;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Which signal of a recording is heard, and how much of it must be there. */
public final class SignalParameters implements NodeParameters {
    private static final String CHANNEL = "Channel number";

    @Widget(title = "Channel", description = "Which signal is taken from a recording of several channels.")
    @ValueReference(ChannelMode.Ref.class)
    ChannelMode m_channelMode = ChannelMode.SINGLE;

    @Widget(title = CHANNEL, description = """
            The number of the channel, from 1. A recording without that channel gets no spectrogram.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = ChannelMode.IsSingle.class, type = EffectType.SHOW)
    int m_channel = 1;

    @Widget(title = "Least share of a cut-off recording", description = """
            A recording of which less is there than this share of what its header promises gets no spectrogram; of
            others what is there is used, with a warning.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostOne.class)
    @Advanced
    double m_leastShare = AudioFiles.ENOUGH;

    /** @return what is heard with such spectrograms; fails if there is no such channel or share */
    public Features features(final MelSettings mel) throws AsdException, InvalidSettingsException {
        final Features features = new Features(mel, choice(), m_leastShare);
        features.check();
        return features;
    }

    /** @return how recordings are read beside their spectrograms; fails if there is no such channel */
    public Waveforms waveforms() throws InvalidSettingsException {
        return new Waveforms(choice(), m_leastShare);
    }

    private ChannelChoice choice() throws InvalidSettingsException {
        if (m_channelMode == ChannelMode.MEAN) {
            return ChannelChoice.MEAN;
        }
        if (m_channel < 1) {
            throw NodeFailures.settings("There is no channel number " + m_channel + ".",
                "Set \"" + CHANNEL + "\" to 1 or more, or use the mean of all channels.");
        }
        return ChannelChoice.single(m_channel);
    }
}
