package org.geco.asd.nodes.evaluation;

import java.util.Optional;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Limits;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.ClipReader;
import org.geco.asd.nodes.table.LabelParameters;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.ScoreColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Settings of the node Anomaly Scorer. */
final class AnomalyScorerNodeParameters implements NodeParameters {
    private static final String DECISIONS = "Decision column";

    @Section(title = "Data")
    interface Data { }

    @Section(title = "Evaluation")
    @After(Data.class)
    interface Evaluation { }

    /** What the Anomaly Threshold Predictor calls its column. */
    static final class UsualDecisions implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput context) {
            return Columns.ANOMALOUS;
        }
    }

    @Layout(Data.class)
    ScoreColumns m_scores = new ScoreColumns();

    @Layout(Data.class)
    MachineColumns m_machine = new MachineColumns();

    @Layout(Data.class)
    LabelParameters m_labels = new LabelParameters();

    @Widget(title = DECISIONS, description = """
            The column that says whether a clip is called anomalous, as the node Anomaly Threshold Predictor appends
            it, or numbers, 0 for normal. Precision, recall, F1 and the false-alarm rate are appended. A table without
            the column <i>Anomalous</i> is evaluated without.
            """)
    @OptionalWidget(defaultProvider = UsualDecisions.class)
    @ChoicesProvider(InputColumns.Numbers.class)
    @Layout(Data.class)
    Optional<String> m_decisions = Optional.of(Columns.ANOMALOUS);

    @Layout(Data.class)
    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.TEST);

    @Widget(title = Titles.MAX_FPR, description = """
            The pAUC looks at thresholds that call at most this share of the normal clips anomalous. Less looks only at
            the clips that stand out most. DCASE Task 2 uses 0.1.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Limits.AtMostOne.class)
    @Layout(Evaluation.class)
    double m_maxFpr = 0.1;

    @Widget(title = "Rules of the year", description = """
            Which challenge's rules. From 2021 on machines work in two domains, <i>source</i> and <i>target</i>: a
            column <i>Domain</i> tells them (node <i>Sound Clip Reader</i>), or else the file names.
            """)
    @Layout(Evaluation.class)
    @Advanced
    ChallengeRule m_rule = ChallengeRule.DCASE2020;

    ClipReader.Input input(final DataTableSpec spec) {
        return new ClipReader.Input(m_machine.type(), m_machine.id(), path(spec), m_labels, m_rows);
    }

    /** @return the usual column with the paths, if the table has it: for the view alone */
    Optional<String> path(final DataTableSpec spec) {
        return Optional.of(Columns.PATH).filter(name -> Columns.find(spec, name, StringValue.class) >= 0);
    }

    /** @return the column with decisions, if there are any; the usual one may be absent */
    Optional<String> decisions(final DataTableSpec spec) throws InvalidSettingsException {
        final Optional<String> column =
            m_decisions.filter(name -> !name.equals(Columns.ANOMALOUS) || spec.containsName(name));
        if (column.isPresent()) {
            Columns.require(spec, DECISIONS, column.get(), DoubleValue.class);
        }
        return column;
    }

    void check() throws InvalidSettingsException {
        ScoreColumns.checkMaxFpr(m_maxFpr);
    }
}
