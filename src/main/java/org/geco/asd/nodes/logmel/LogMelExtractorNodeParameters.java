package org.geco.asd.nodes.logmel;

import org.geco.asd.nodes.cluster.PlaceParameters;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Titles;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
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

    @Section(title = PlaceParameters.SECTION)
    @After(Output.class)
    interface Place { }

    @Widget(title = Titles.PATH, description = """
            The column with the paths of the sound files: absolute paths, or URLs that start with <i>file:</i> or
            <i>knime://</i>.
            """)
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(Recordings.class)
    String m_path = Columns.PATH;

    @Layout(Recordings.class)
    SignalParameters m_signal = new SignalParameters();

    @Layout(Features.class)
    MelParameters m_mel = new MelParameters();

    @Widget(title = COLUMN, description = "The name of the new column with the spectrograms.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Output.class)
    String m_newColumn = Columns.LOG_MEL;

    @Layout(Place.class)
    PlaceParameters m_place = new PlaceParameters();
}
