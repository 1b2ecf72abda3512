package org.geco.asd.nodes.statistics;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.SpectrogramColumns;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** Settings of the node Spectral Statistics. */
final class SpectralStatisticsNodeParameters implements NodeParameters {
    static final String COLUMN = "Name of the statistics column";

    @Section(title = "Data")
    interface Data {
    }

    @Section(title = "Statistics")
    @After(Data.class)
    interface Statistics {
    }

    @Section(title = "Output")
    @After(Statistics.class)
    interface Output {
    }

    @Widget(title = Titles.SPECTROGRAMS, description = "The column with the log-Mel spectrograms.")
    @ChoicesProvider(SpectrogramColumns.class)
    @Layout(Data.class)
    String m_spectrogramColumn = Columns.LOG_MEL;

    @Layout(Statistics.class)
    StatisticsParameters m_statistics = new StatisticsParameters();

    @Widget(title = COLUMN, description = "The name of the new column with the vectors.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Output.class)
    String m_newColumn = Columns.STATISTICS;
}
