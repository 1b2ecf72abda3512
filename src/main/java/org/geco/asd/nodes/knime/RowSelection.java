package org.geco.asd.nodes.knime;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/**
 * "Use the rows where <i>column</i> is one of <i>values</i>": how our nodes split a table into training and test rows,
 * so that a workflow needs no row filter. Every node that has the setting nests this class, once.
 */
public final class RowSelection implements NodeParameters {
    /** Which rows are used. The names are stored in workflows. */
    enum Use {
        @Label(value = "All", description = "Every row is used.")
        ALL,

        @Label(value = "By value", description = "The rows with certain values in one column are used.")
        BY_VALUE
    }

    /** The choice, for what the dialog shows depending on it. */
    interface UseRef extends ParameterReference<Use> { }

    /** The deciding column, whose values are offered. */
    interface ColumnRef extends ParameterReference<String> { }

    /** A column decides. */
    static final class IsByValue implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(UseRef.class).isOneOf(Use.BY_VALUE);
        }
    }

    /** What the deciding column holds. */
    static final class Values extends ColumnValues {
        @Override
        public void init(final StateProviderInitializer i) {
            final Supplier<String> column = i.computeFromValueSupplier(ColumnRef.class);
            of(() -> Optional.ofNullable(column.get()));
            i.computeBeforeOpenDialog();
        }
    }

    @Widget(title = Titles.ROWS, description = """
        All rows of the table, or only those with certain values in one column, usually the training or the test clips.
        """)
    @ValueSwitchWidget
    @ValueReference(UseRef.class)
    Use m_use;

    @Widget(title = Titles.ROWS_COLUMN, description = """
        The column whose values decide, usually <i>Split</i>.
        """)
    @ChoicesProvider(InputColumns.Text.class)
    @ValueReference(ColumnRef.class)
    @Effect(predicate = IsByValue.class, type = EffectType.SHOW)
    String m_column;

    @Widget(title = Titles.ROWS_VALUES, description = """
        Rows with exactly one of these texts in that column are used, e.g. <i>train</i>, or <i>held-out</i> and
        <i>test</i>. The values of the column are offered if KNIME knows them: when the node before has been executed. A
        text that no row has does no harm.
        """)
    @ChoicesProvider(Values.class)
    @Effect(predicate = IsByValue.class, type = EffectType.SHOW)
    String[] m_values;

    /** All rows. */
    public RowSelection() {
        this(Use.ALL, Columns.SPLIT);
    }

    /** Rows with one of these texts in the column; without texts, the user has yet to choose them. */
    public RowSelection(final String column, final String... values) {
        this(Use.BY_VALUE, column, values);
    }

    private RowSelection(final Use use, final String column, final String... values) {
        m_use = use;
        m_column = column;
        m_values = values;
    }

    /** @return true if no column decides, so that every row is used */
    public boolean isAll() {
        return m_use == Use.ALL;
    }

    /** @return tells which rows of such a table are used; fails if there is no such column of text or no value */
    public RowTest on(final DataTableSpec spec) throws InvalidSettingsException {
        if (isAll()) {
            return row -> true;
        }
        final int index = Columns.require(spec, Titles.ROWS_COLUMN, m_column, StringValue.class);
        final Set<String> wanted = wanted();
        if (wanted.isEmpty()) {
            throw NodeFailures.settings("It is not chosen which rows of \"" + m_column + "\" to use.",
                "Choose one in the setting \"" + Titles.ROWS_VALUES + "\".",
                "Or use all rows in the setting \"" + Titles.ROWS + "\".");
        }
        return row -> row.getCell(index) instanceof final StringValue text && wanted.contains(text.getStringValue());
    }

    /** @return the selection in words, for messages */
    @Override
    public String toString() {
        return isAll() ? "all rows" : "rows where \"" + m_column + "\" is "
            + wanted().stream().map(value -> '"' + value + '"').collect(Collectors.joining(" or "));
    }

    /** What is chosen; a workflow variable that sets one of several to nothing leaves it out. */
    private Set<String> wanted() {
        return Arrays.stream(m_values).filter(value -> value != null && !value.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Tells whether a row is used. */
    @FunctionalInterface
    public interface RowTest {
        /** @return true if the node uses the row */
        boolean test(DataRow row);
    }
}
