package org.geco.asd.nodes.logmel;

import org.geco.asd.audio.AudioFiles;
import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.Titles;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** Settings of the node Log-Mel Extractor. The defaults are the paper's features. */
final class LogMelExtractorNodeParameters implements NodeParameters {
    private static final String CHANNEL = "Channel number";

    static final String COLUMN = "Name of the spectrogram column";

    @Section(title = "Recordings")
    interface Recordings { }

    @Section(title = "Features")
    @After(Recordings.class)
    interface Features { }

    @Section(title = "Output")
    @After(Features.class)
    interface Output { }

    @Widget(title = Titles.PATH, description = """
            The column with the paths of the sound files: absolute paths, or URLs that start with <i>file:</i> or
            <i>knime://</i>.
            """)
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(Recordings.class)
    String m_path = Columns.PATH;

    @Widget(title = "Channel", description = "Which signal is taken from a recording of several channels.")
    @ValueReference(ChannelMode.Ref.class)
    @Layout(Recordings.class)
    ChannelMode m_channelMode = ChannelMode.SINGLE;

    @Widget(title = CHANNEL, description = """
            The number of the channel, from 1. A recording without that channel gets no spectrogram.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = ChannelMode.IsSingle.class, type = EffectType.SHOW)
    @Layout(Recordings.class)
    int m_channel = 1;

    @Widget(title = "Least share of a cut-off recording", description = """
            A recording of which less is there than this share of what its header promises gets no spectrogram; of
            others what is there is used, with a warning.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.AtMostOne.class)
    @Layout(Recordings.class)
    @Advanced
    double m_leastShare = AudioFiles.ENOUGH;

    @Widget(title = "Sample rate (Hz)", description = """
            Recordings of another rate are resampled to this one. Frequencies above half of it are lost.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(Features.class)
    int m_sampleRate = MelSettings.PAPER.sampleRate();

    @Widget(title = "Window length (samples)", description = """
            Length of one frame; at 16 kHz, 1024 samples are 64 milliseconds. Longer frames tell close frequencies
            apart, shorter ones short sounds. The window is a periodic Hann window.
            """)
    @Layout(Features.class)
    WindowLength m_windowLength = WindowLength.SAMPLES_1024;

    @Widget(title = "Hop length (samples)", description = """
            From the middle of one frame to the middle of the next; at most the window length. Less gives more frames,
            which take longer to learn from.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(Features.class)
    int m_hop = MelSettings.PAPER.hop();

    @Widget(title = "Mel bands", description = """
            Number of frequency bands: more show finer differences of pitch. Too many for the window length would leave
            bands empty, which is an error.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(Features.class)
    int m_mels = MelSettings.PAPER.mels();

    @Widget(title = "Lowest frequency (Hz)", description = "Where the lowest mel band begins.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(Features.class)
    double m_fMin = MelSettings.PAPER.fMin();

    @Widget(title = "Highest frequency (Hz)", description = """
            Where the highest mel band ends; at most half the sample rate.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(Features.class)
    double m_fMax = MelSettings.PAPER.fMax();

    @Widget(title = COLUMN, description = "The name of the new column with the spectrograms.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Output.class)
    String m_newColumn = Columns.LOG_MEL;

    MelSettings melSettings() {
        return new MelSettings(m_sampleRate, m_windowLength.samples(), m_hop, m_mels, m_fMin, m_fMax);
    }

    ChannelChoice channel() throws InvalidSettingsException {
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
