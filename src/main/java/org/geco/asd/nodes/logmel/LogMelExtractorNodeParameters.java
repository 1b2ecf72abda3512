package org.geco.asd.nodes.logmel;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Settings of the node Log-Mel Extractor. The defaults are the paper's features. */
final class LogMelExtractorNodeParameters implements NodeParameters {

    @Widget(title = "Path", description = """
            The column with the paths of the sound files: absolute paths, or URLs that start with <i>file:</i> or
            <i>knime://</i>.
            """)
    @ChoicesProvider(InputColumns.Text.class)
    String m_path = Columns.PATH;

    @Widget(title = "New column", description = "The name of the column with the spectrograms.")
    String m_newColumn = Columns.LOG_MEL;

    @Widget(title = "Channel", description = "Which signal is taken from a recording of several channels.")
    ChannelMode m_channelMode = ChannelMode.MEAN;

    @Widget(title = "Channel number", description = """
            The number of the channel, from 1, if one channel is used; without meaning for the mean of all channels.
            """)
    int m_channel = 1;

    @Widget(title = "Sample rate (Hz)", description = """
            Recordings of another rate are resampled to this one. Frequencies above half of it are lost.
            """)
    int m_sampleRate = MelSettings.PAPER.sampleRate();

    @Widget(title = "Window length (samples)", description = """
            Length of one frame, a power of two from 16 to 4096. The window is a periodic Hann window.
            """)
    int m_windowLength = MelSettings.PAPER.windowLength();

    @Widget(title = "Hop length (samples)", description = """
            From the middle of one frame to the middle of the next; at most the window length.
            """)
    int m_hop = MelSettings.PAPER.hop();

    @Widget(title = "Mel bands", description = """
            Number of frequency bands. Too many for the window length would leave bands empty, which is an error.
            """)
    int m_mels = MelSettings.PAPER.mels();

    @Widget(title = "Lowest frequency (Hz)", description = "Where the lowest mel band begins.")
    double m_fMin = MelSettings.PAPER.fMin();

    @Widget(title = "Highest frequency (Hz)", description = """
            Where the highest mel band ends; at most half the sample rate.
            """)
    double m_fMax = MelSettings.PAPER.fMax();

    MelSettings melSettings() {
        return new MelSettings(m_sampleRate, m_windowLength, m_hop, m_mels, m_fMin, m_fMax);
    }

    ChannelChoice channel() throws InvalidSettingsException {
        if (m_channelMode == ChannelMode.MEAN) {
            return ChannelChoice.MEAN;
        }
        if (m_channel < 1) {
            throw Message.fromSummaryWithResolution("There is no channel number " + m_channel + ".",
                "Set \"Channel number\" to 1 or more, or use the mean of all channels.").toInvalidSettingsException();
        }
        return ChannelChoice.single(m_channel);
    }
}
