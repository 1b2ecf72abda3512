package org.geco.asd.nodes.logmel;

import org.geco.asd.mel.MelSettings;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** How a signal becomes a log-Mel spectrogram. The defaults are the paper's features. */
public final class MelParameters implements NodeParameters {
    @Widget(title = "Sample rate (Hz)", description = """
            Recordings of another rate are resampled to this one. Frequencies above half of it are lost.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_sampleRate = MelSettings.PAPER.sampleRate();

    @Widget(title = "Window length (samples)", description = """
            Length of one frame; at 16 kHz, 1024 samples are 64 milliseconds. Longer frames tell close frequencies
            apart, shorter ones short sounds. The window is a periodic Hann window.
            """)
    WindowLength m_windowLength = WindowLength.SAMPLES_1024;

    @Widget(title = "Hop length (samples)", description = """
            From the middle of one frame to the middle of the next; at most the window length. Less gives more frames,
            which take longer to learn from.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_hop = MelSettings.PAPER.hop();

    @Widget(title = "Mel bands", description = """
            Number of frequency bands: more show finer differences of pitch. Too many for the window length would leave
            bands empty, which is an error.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_mels = MelSettings.PAPER.mels();

    @Widget(title = "Lowest frequency (Hz)", description = "Where the lowest mel band begins.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    double m_fMin = MelSettings.PAPER.fMin();

    @Widget(title = "Highest frequency (Hz)", description = """
            Where the highest mel band ends; at most half the sample rate.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_fMax = MelSettings.PAPER.fMax();

    /** @return the settings, which are not checked */
    public MelSettings settings() {
        return new MelSettings(m_sampleRate, m_windowLength.samples(), m_hop, m_mels, m_fMin, m_fMax);
    }
}
