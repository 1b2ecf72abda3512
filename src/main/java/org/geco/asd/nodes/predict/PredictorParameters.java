package org.geco.asd.nodes.predict;

import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Checks;
import org.geco.asd.detect.Model;
import org.geco.asd.detect.Scorer;
import org.geco.asd.learn.MethodSettings;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.DeviceParameters;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.SpectrogramColumns;
import org.geco.asd.nodes.table.WaveformColumn;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** The settings that the nodes of all predictors have. A method adds what is its own. */
public abstract class PredictorParameters<M extends Model> implements NodeParameters {
    private static final String MEMBERS = "Members with a score column";

    /** The fewest that differ. */
    static final class TwoMembers implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput context) {
            return 2;
        }
    }

    @Widget(title = Titles.SPECTROGRAMS, description = "The column with the log-Mel spectrograms.")
    @ChoicesProvider(SpectrogramColumns.class)
    @Layout(PredictorLayout.Data.Machine.class)
    String m_spectrogramColumn = Columns.LOG_MEL;

    @Widget(title = Titles.MACHINE_TYPE, description = "The column with the machine type.")
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(PredictorLayout.Data.Machine.class)
    String m_typeColumn = Columns.MACHINE_TYPE;

    @Layout(PredictorLayout.Data.Rows.class)
    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.HELD_OUT, Columns.TEST);

    @Widget(title = Titles.SCORE_COLUMN, description = "Name of the appended column with the score.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(PredictorLayout.Output.class)
    String m_scoreColumn;

    @Widget(title = MEMBERS, description = """
        Also append the scores of so many members of an ensemble, each in a column of its own, e.g. <i>GeCo score
        (member 2)</i>: what each network gives alone, to see how much its random numbers matter. <i>Anomaly Score
        Fusion</i> fuses them one by one, and <i>Anomaly Results Collector</i> gives their mean and deviation.
        Unticked, or 1: only the score is appended, the mean of all members.
        """)
    @OptionalWidget(defaultProvider = TwoMembers.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(PredictorLayout.Output.class)
    @Advanced
    Optional<Integer> m_memberScores = Optional.empty();

    @Layout(PredictorLayout.Computing.class)
    DeviceParameters m_device = new DeviceParameters();

    /** @param scoreColumn the usual name of the score */
    protected PredictorParameters(final String scoreColumn) {
        m_scoreColumn = scoreColumn;
    }

    /** @return the column with the machine ID, if the method tells machines of a type apart */
    protected Optional<String> idColumn() {
        return Optional.empty();
    }

    /** @return where recordings are, if a model of the method may hear them, too; fails if a setting cannot be used */
    protected Optional<WaveformColumn> waveforms() throws InvalidSettingsException {
        return Optional.empty();
    }

    /** @return the columns that are appended, that of the score with this name */
    protected ClipScoring.Appended appended(final String scoreColumn) {
        return new ClipScoring.Appended(scoreColumn, "", Optional.empty());
    }

    /** @return what is kept for the node's view */
    protected ForView forView() {
        return new ForView() { };
    }

    /** Draws a picture of what was scored. */
    @FunctionalInterface
    public interface Drawing<M> {
        /** @return a PNG file; an AsdException if there is nothing to draw */
        byte[] png(BufferedDataTable scored, ScoredColumns columns, M model) throws AsdException;
    }

    /** @return the picture at the node's second output, if it has one */
    protected Optional<Drawing<M>> picture() {
        return Optional.empty();
    }

    final ClipScoring.Input input() throws InvalidSettingsException {
        return new ClipScoring.Input(m_spectrogramColumn, m_typeColumn, idColumn(), m_rows, waveforms());
    }

    final ClipScoring.Appended appended() {
        return appended(m_scoreColumn);
    }

    /** @return how many members have a column of their own; a single network has its score alone */
    final int memberColumns() throws AsdException {
        final int members = m_memberScores.orElse(1);
        Checks.range(members >= 1 && members <= MethodSettings.MOST_MEMBERS, "The number of members with a column",
            members, "1 to " + MethodSettings.MOST_MEMBERS);
        return members == 1 ? 0 : members;
    }

    final DeviceParameters device() {
        return m_device;
    }

    /** Checks the settings that no table can make right or wrong; an AsdException names what is out of its range. */
    public void check() throws AsdException {
        m_device.check();
    }

    /** @return scores clips as the settings say; an AsdException if the numerical library cannot be started */
    public abstract Scorer scorer(M model) throws AsdException;
}
