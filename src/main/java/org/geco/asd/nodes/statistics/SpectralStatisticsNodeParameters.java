package org.geco.asd.nodes.statistics;

import org.geco.asd.nodes.cluster.PlaceParameters;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.logmel.MelParameters;
import org.geco.asd.nodes.logmel.SignalParameters;
import org.geco.asd.nodes.table.SpectrogramColumns;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** Settings of the node Spectral Statistics. */
final class SpectralStatisticsNodeParameters implements NodeParameters {
    static final String COLUMN = "Name of the statistics column";

    @Section(title = "Data")
    interface Data { }

    @Section(title = "Features")
    @After(Data.class)
    @Effect(predicate = OfRecordings.class, type = EffectType.SHOW)
    interface Features { }

    @Section(title = "Statistics")
    @After(Features.class)
    interface Statistics { }

    @Section(title = "Output")
    @After(Statistics.class)
    interface Output { }

    @Section(title = PlaceParameters.SECTION)
    @After(Output.class)
    @Effect(predicate = OfRecordings.class, type = EffectType.SHOW)
    interface Place { }

    /** What is summed up. The names are stored in workflows. */
    enum Source {
        @Label(value = "Spectrograms", description = "Those in a column of the table, from the Log-Mel Extractor.")
        SPECTROGRAMS,

        @Label(value = "Recordings", description = """
            The sound files are read and their spectrograms computed as the Log-Mel Extractor does, but not kept: a
            thousandth of the disk, and of what a cluster sends.
            """)
        RECORDINGS
    }

    /** The choice, for what the dialog shows depending on it. */
    interface SourceRef extends ParameterReference<Source> { }

    /** Sound files are read. */
    static final class OfRecordings implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceRef.class).isOneOf(Source.RECORDINGS);
        }
    }

    @Widget(title = "Statistics of", description = "What is summed up.")
    @ValueSwitchWidget
    @ValueReference(SourceRef.class)
    @Layout(Data.class)
    Source m_source = Source.SPECTROGRAMS;

    @Widget(title = Titles.SPECTROGRAMS, description = "The column with the log-Mel spectrograms.")
    @ChoicesProvider(SpectrogramColumns.class)
    @Effect(predicate = OfRecordings.class, type = EffectType.HIDE)
    @Layout(Data.class)
    String m_spectrogramColumn = Columns.LOG_MEL;

    @Widget(title = Titles.PATH, description = "The column with the paths of the sound files.")
    @ChoicesProvider(InputColumns.Text.class)
    @Effect(predicate = OfRecordings.class, type = EffectType.SHOW)
    @Layout(Data.class)
    String m_path = Columns.PATH;

    @Layout(Features.class)
    SignalParameters m_signal = new SignalParameters();

    @Layout(Features.class)
    MelParameters m_mel = new MelParameters();

    @Layout(Statistics.class)
    StatisticsParameters m_statistics = new StatisticsParameters();

    @Widget(title = COLUMN, description = "The name of the new column with the vectors.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Output.class)
    String m_newColumn = Columns.STATISTICS;

    @Layout(Place.class)
    PlaceParameters m_place = new PlaceParameters();
}
