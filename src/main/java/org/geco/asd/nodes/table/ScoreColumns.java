package org.geco.asd.nodes.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.geco.asd.evaluation.RocCurve;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.Titles;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;

/**
 * The columns that a node takes for scores: every number column whose name contains "score", which is what our
 * predictors and the fusion append, or those that the user chooses. The last one in the table is the main score.
 */
public final class ScoreColumns implements NodeParameters {
    /** Which columns. The names are stored in workflows. */
    enum Which {
        @Label(value = "All named “score”", description = "Every number column with <i>score</i> in its name.")
        ALL,

        @Label(value = "Chosen", description = "The columns chosen below.")
        CHOSEN
    }

    /** The choice, for what the dialog shows depending on it. */
    interface WhichRef extends ParameterReference<Which> { }

    /** The user chooses. */
    static final class IsChosen implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(WhichRef.class).isOneOf(Which.CHOSEN);
        }
    }

    @Widget(title = Titles.SCORES, description = """
            The columns with the anomaly scores; higher must mean more anomalous. If there are several, the last one in
            the table is the main score.
            """)
    @ValueSwitchWidget
    @ValueReference(WhichRef.class)
    Which m_which = Which.ALL;

    @Widget(title = "Chosen score columns", description = "The number columns that are taken for scores.")
    @ColumnFilterWidget(choicesProvider = InputColumns.Numbers.class)
    @Effect(predicate = IsChosen.class, type = EffectType.SHOW)
    ColumnFilter m_chosen = new ColumnFilter();

    /** @return the names of the score columns in the table's order, at least one; fails if a chosen one is unusable */
    public List<String> names(final DataTableSpec spec) throws InvalidSettingsException {
        final List<DataColumnSpec> numbers =
            spec.stream().filter(column -> column.getType().isCompatible(DoubleValue.class)).toList();
        final List<String> names = m_which == Which.CHOSEN ? chosen(spec, numbers) : all(numbers);
        if (names.isEmpty()) {
            throw m_which == Which.CHOSEN ? failure("No score column is chosen.")
                : failure("The table has no number column with \"score\" in its name.");
        }
        return names;
    }

    private static List<String> all(final List<DataColumnSpec> numbers) {
        return numbers.stream().map(DataColumnSpec::getName)
            .filter(name -> name.toLowerCase(Locale.ROOT).contains("score")).toList();
    }

    private List<String> chosen(final DataTableSpec spec, final List<DataColumnSpec> numbers)
        throws InvalidSettingsException {
        for (final String name : m_chosen.getMissingSelected(numbers)) {
            Columns.require(spec, Titles.SCORES, name, DoubleValue.class);
        }
        return Arrays.asList(m_chosen.filter(numbers));
    }

    private static InvalidSettingsException failure(final String summary) {
        return NodeFailures.settings(summary,
            "Connect a table with scores, e.g. the output of a predictor or of Anomaly Score Fusion.",
            "Or choose the columns in the setting \"" + Titles.SCORES + "\".");
    }

    /** Fails if that cannot be the highest false-positive rate of a pAUC. */
    public static void checkMaxFpr(final double maxFpr) throws InvalidSettingsException {
        if (!RocCurve.isRate(maxFpr)) {
            throw NodeFailures.settings(
                "The highest false-positive rate must be above 0 and at most 1, not " + maxFpr + ".",
                "Set \"" + Titles.MAX_FPR + "\" to 0.1, as DCASE Task 2 does.");
        }
    }
}
