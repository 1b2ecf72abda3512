package org.geco.asd.nodes.logmel;

import org.geco.asd.mel.MelSettings;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Titles;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** Settings of the node Log-Mel Extractor. The defaults are the paper's features. */
final class LogMelExtractorNodeParameters implements NodeParameters {
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

    @Layout(Recordings.class)
    SignalParameters m_signal = new SignalParameters();

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
}
