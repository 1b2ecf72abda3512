package org.geco.asd.nodes.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.ensemble.EnsembleSettings;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.table.ClipReader;
import org.geco.asd.nodes.table.LabelParameters;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.ScoreColumns;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;

/** Settings of the node Score Ensemble Learner. */
final class EnsembleLearnerNodeParameters implements NodeParameters {
    private static final String WEIGHT_LIST = "Weights";

    @Section(title = "Data")
    interface Data { }

    @Section(title = "Combination")
    @After(Data.class)
    interface Combining { }

    /** What is offered to be changed. */
    static final class EqualWeights implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput context) {
            return "1, 1";
        }
    }

    @Layout(Data.class)
    ScoreColumns m_scores = new ScoreColumns();

    @Layout(Data.class)
    MachineColumns m_machine = new MachineColumns();

    @Layout(Data.class)
    LabelParameters m_labels = new LabelParameters();

    @Layout(Data.class)
    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.HELD_OUT);

    @Widget(title = "Combined score", description = "How the standardised scores of a clip become one.")
    @Layout(Combining.class)
    CombinationChoice m_combination = CombinationChoice.EXCESS;

    @Widget(title = WEIGHT_LIST, description = """
        A number above 0 for each score column, in the order of the table, separated by commas, e.g. <i>1, 0.2</i>
        with <i>Mean</i>, where the first score leads and the second tips the scales between clips that are much alike
        to the first. Unticked: all count the same.
        """)
    @OptionalWidget(defaultProvider = EqualWeights.class)
    @Layout(Combining.class)
    @Advanced
    Optional<String> m_weights = Optional.empty();

    @Widget(title = "Combine what is there", description = """
        A clip that lacks a score is combined of those that it has, instead of getting none. Clips with different scores
        are harder to compare.
        """)
    @Layout(Combining.class)
    boolean m_allowsMissing;

    ClipReader.Input input() {
        return new ClipReader.Input(m_machine.type(), m_machine.id(), Optional.empty(), m_labels, m_rows);
    }

    /** Checked. */
    EnsembleSettings settings(final List<String> scores) throws AsdException {
        final EnsembleSettings settings =
            new EnsembleSettings(scores, m_weights.isPresent() ? weights(m_weights.get())
                : EnsembleSettings.of(scores).weights(), m_combination.meaning(), m_allowsMissing);
        settings.check();
        return settings;
    }

    private static List<Double> weights(final String text) throws AsdException {
        final List<Double> weights = new ArrayList<>();
        for (final String number : text.split(",", -1)) {
            try {
                weights.add(Double.valueOf(number.strip()));
            } catch (final NumberFormatException e) {
                throw new AsdException("\"" + number.strip() + "\" is no weight (setting \"" + WEIGHT_LIST + "\").", e,
                    "Enter a number for each score, separated by commas, e.g. 2, 1, 1.");
            }
        }
        return weights;
    }
}
