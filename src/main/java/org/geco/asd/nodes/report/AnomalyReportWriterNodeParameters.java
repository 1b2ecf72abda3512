package org.geco.asd.nodes.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.detector.Detector;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.ExistingFolder;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.One;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.ClipReader;
import org.geco.asd.nodes.table.LabelParameters;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.ScoreColumns;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.report.HeardClip;
import org.geco.asd.report.ReportSettings;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Settings of the node Anomaly Report Writer. */
final class AnomalyReportWriterNodeParameters implements NodeParameters {
    private static final String OUTPUT_FOLDER = "Output folder";
    private static final String TOP_CLIPS = "Most anomalous clips";
    private static final String MEGABYTES = "Sound and pictures (MB)";
    private static final String HEARD = "Channel heard";
    private static final int MOST_MEGABYTES = 25;
    private static final String MAIN_SCORE = "Main score";

    @Section(title = "Output")
    interface Output { }

    @Section(title = "Text")
    @After(Output.class)
    interface Text { }

    @Section(title = "Data")
    @After(Text.class)
    interface Data { }

    @Section(title = "Evaluation")
    @After(Data.class)
    @Advanced
    interface Evaluation { }

    /** What the path column is called if it comes from our reader. */
    static final class UsualPath implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput context) {
            return Columns.PATH;
        }
    }

    /** The fused score. */
    static final class UsualScore implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput context) {
            return Columns.ANOMALY_SCORE;
        }
    }

    @Widget(title = OUTPUT_FOLDER, description = """
            The folder the report is written to; it and its parents are created. A path, or a URL such as
            <i>knime://knime.workflow/../report</i>. A relative path starts at the directory that KNIME was started in,
            or at your own if nobody can write there; the node then says where the report is.
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/../report", patternValidation = Limits.IsNamed.class)
    @Layout(Output.class)
    String m_outputFolder = "";

    @Widget(title = "If the folder exists", description = "What to do if the output folder exists and is not empty.")
    @Layout(Output.class)
    @Advanced
    ExistingFolder m_ifExists = ExistingFolder.OVERWRITE;

    @Widget(title = "Title", description = "The heading of the report.")
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    @Layout(Text.class)
    String m_title = "Anomalous sound detection";

    @Widget(title = "Date", description = """
            Shown below the title exactly as it is. Empty, the default, shows none: a report of the same scores is then
            the same on every day, byte for byte.
            """)
    @TextInputWidget(placeholder = "none")
    @Layout(Text.class)
    @Advanced
    String m_date = "";

    @Widget(title = "Notes", description = """
            Text below the title: the data, the settings, anything that a reader should know.
            """)
    @TextAreaWidget
    @Layout(Text.class)
    @Advanced
    String m_notes = "";

    @Layout(Data.class)
    ScoreColumns m_scores = new ScoreColumns();

    @Widget(title = MAIN_SCORE, description = """
            The score that ranks the clips and fills the challenge files in the folder itself. Unticked: the last of the
            score columns.
            """)
    @OptionalWidget(defaultProvider = UsualScore.class)
    @ChoicesProvider(InputColumns.Numbers.class)
    @Layout(Data.class)
    @Advanced
    Optional<String> m_mainScore = Optional.empty();

    @Widget(title = Titles.PATH, description = """
            The column with the path of the clip. Unticked: clips are named by their row.
            """)
    @OptionalWidget(defaultProvider = UsualPath.class)
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(Data.class)
    Optional<String> m_path = Optional.of(Columns.PATH);

    @Layout(Data.class)
    MachineColumns m_machine = new MachineColumns();

    @Layout(Data.class)
    LabelParameters m_labels = new LabelParameters();

    @Layout(Data.class)
    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.TEST);

    @Widget(title = Titles.MAX_FPR, description = """
            The pAUC looks at thresholds that call at most this share of the normal clips anomalous. Less looks only at
            the clips that stand out most. DCASE Task 2 uses 0.1.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.AtMostOne.class)
    @Layout(Evaluation.class)
    double m_maxFpr = 0.1;

    @Widget(title = TOP_CLIPS, description = "How many of the most anomalous clips the report lists.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(Evaluation.class)
    int m_topClips = 50;

    @Widget(title = MEGABYTES, description = """
            How large the spectrograms and players of the most anomalous clips may make the page: 10 MB are about 15
            clips of 10 s. The clips' files must be where the paths say. 0: none.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class,
        maxValidation = Limits.AtMostTwentyFive.class)
    @Layout(Evaluation.class)
    int m_megabytes = 10;

    @Widget(title = HEARD, description = """
            The channel that was scored, from 1, if neither the table's spectrograms nor a detector tell it. Unticked:
            the mean of all channels.
            """)
    @OptionalWidget(defaultProvider = One.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(Evaluation.class)
    Optional<Integer> m_channel = Optional.of(1);

    /** @return where the clips are and what of them is heard */
    HeardClip.Source heard(final BufferedDataTable table, final Optional<Detector> detector) {
        return new HeardClip.Source(Locations::toSection,
            SpectrogramValue.channel(table, detector.map(known -> known.features().channel())
                .orElseGet(() -> m_channel.map(ChannelChoice::single).orElse(ChannelChoice.MEAN))));
    }

    ClipReader.Input input() {
        return new ClipReader.Input(m_machine.type(), m_machine.id(), m_path, m_labels, m_rows);
    }

    /** @return the score columns, the main score last */
    List<String> scores(final DataTableSpec spec) throws InvalidSettingsException {
        final List<String> scores = new ArrayList<>(m_scores.names(spec));
        if (m_mainScore.isPresent()) {
            if (!scores.remove(m_mainScore.get())) {
                throw NodeFailures.settings("The main score \"" + m_mainScore.get() + "\" is none of the score columns "
                    + String.join(", ", scores) + ".",
                    "Choose one of them in the setting \"" + MAIN_SCORE + "\", or add it to the setting \""
                        + Titles.SCORES + "\".");
            }
            scores.add(m_mainScore.get());
        }
        return scores;
    }

    ReportSettings settings() throws InvalidSettingsException {
        if (m_outputFolder == null || m_outputFolder.isBlank()) {
            throw NodeFailures.settings("No output folder is chosen.", "Name one in the setting \"" + OUTPUT_FOLDER
                + "\", e.g. knime://knime.workflow/../report.");
        }
        ScoreColumns.checkMaxFpr(m_maxFpr);
        if (m_topClips < 0) {
            throw NodeFailures.settings("The report cannot list " + m_topClips + " clips.",
                "Set \"" + TOP_CLIPS + "\" to 0 or more.");
        }
        if (m_channel.orElse(1) < 1) {
            throw NodeFailures.settings("There is no channel number " + m_channel.get() + ".",
                "Set \"" + HEARD + "\" to 1 or more.");
        }
        if (m_megabytes < 0 || m_megabytes > MOST_MEGABYTES) {
            throw NodeFailures.settings("The report cannot have " + m_megabytes + " MB of sound.",
                "Set \"" + MEGABYTES + "\" to 0 to " + MOST_MEGABYTES + ".");
        }
        return new ReportSettings(m_title, m_date, m_notes, m_maxFpr, m_topClips);
    }
}
