package org.geco.asd.nodes.detector;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.DeviceParameters;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.logmel.SignalParameters;
import org.geco.asd.nodes.pae.PaeScoringParameters;
import org.geco.asd.nodes.statistics.StatisticsParameters;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.SpectrogramColumns;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** Settings of the node Detector Composer. */
final class DetectorComposerNodeParameters implements NodeParameters {
    static final String CHECKED = "Clips to check";

    @Section(title = "Recordings")
    interface Recordings {
    }

    @Section(title = "Names of the scores")
    @After(Recordings.class)
    @Advanced
    interface Scores {
    }

    @Section(title = "Statistics of the outlier model")
    @After(Scores.class)
    @Advanced
    interface Statistics {
    }

    @Section(title = "Score of the PAE")
    @After(Statistics.class)
    @Advanced
    interface Pae {
    }

    @Section(title = "Data")
    @After(Pae.class)
    @Advanced
    interface Data {
    }

    @Layout(Recordings.class)
    SignalParameters m_signal = new SignalParameters();

    @Widget(title = CHECKED, description = """
        So many clips of the table are scored from their files by the finished detector; if a score is not that of the
        table, the node fails and names it. 0: nothing is checked.
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(Recordings.class)
    int m_checked = 3;

    @Widget(title = "PAE model", description = "Name of the score of the PAE model, if one is connected.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Scores.class)
    String m_paeScore = Columns.PAE_SCORE;

    @Widget(title = "GeCo model", description = "Name of the score of the GeCo model, if one is connected.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Scores.class)
    String m_gecoScore = Columns.GECO_SCORE;

    @Widget(title = "Autoencoder model", description = "Name of the score of the autoencoder, if one is connected.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Scores.class)
    String m_autoencoderScore = Columns.AUTOENCODER_SCORE;

    @Widget(title = "Sound classifier", description = "Name of the score of the sound classifier, if one is connected.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Scores.class)
    String m_classifierScore = Columns.CLASSIFIER_SCORE;

    @Widget(title = "Outlier model", description = "Name of the score of the outlier model, if one is connected.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Scores.class)
    String m_outlierScore = Columns.OUTLIER_SCORE;

    @Widget(title = "Score fusion", description = """
        Name of the fused score, if γ are connected. If labels chose one, <i>(γ chosen with labels)</i> is added to it.
        """)
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Scores.class)
    String m_fusedScore = Columns.ANOMALY_SCORE;

    @Widget(title = "Score ensemble", description = "Name of the combined score, if a score ensemble is connected.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(Scores.class)
    String m_combinedScore = Columns.ANOMALY_SCORE;

    @Layout(Statistics.class)
    StatisticsParameters m_statistics = new StatisticsParameters();

    @Layout(Pae.class)
    PaeScoringParameters m_pae = new PaeScoringParameters();

    @Widget(title = Titles.SPECTROGRAMS, description = """
        The column with the log-Mel spectrograms: the detector computes its own with the same settings.
        """)
    @ChoicesProvider(SpectrogramColumns.class)
    @Layout(Data.class)
    String m_spectrogramColumn = Columns.LOG_MEL;

    @Widget(title = Titles.PATH, description = "The column with the paths of the sound files.")
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(Data.class)
    String m_path = Columns.PATH;

    @Layout(Data.class)
    MachineColumns m_machine = new MachineColumns();

    @Layout(Data.class)
    DeviceParameters m_device = new DeviceParameters();
}
