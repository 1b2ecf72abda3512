package org.geco.asd.nodes.classifier;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.logmel.SignalParameters;
import org.geco.asd.nodes.table.WaveformColumn;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Which recordings a network hears beside the spectrograms. */
final class WaveformParameters implements NodeParameters {
    @Widget(title = Titles.PATH, description = """
        The column with the paths of the sound files that the spectrograms were computed from. They are read only for
        a network that hears them, too: STgram-MFN.
        """)
    @ChoicesProvider(InputColumns.Text.class)
    String m_path = Columns.PATH;

    SignalParameters m_signal = new SignalParameters();

    WaveformColumn column() throws InvalidSettingsException {
        return new WaveformColumn(m_path, m_signal.waveforms());
    }
}
