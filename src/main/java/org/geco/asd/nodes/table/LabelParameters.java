package org.geco.asd.nodes.table;

import java.util.Optional;
import java.util.function.Supplier;

import org.geco.asd.dataset.Label;
import org.geco.asd.nodes.knime.ColumnValues;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.Titles;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Which column says whether a clip is normal or anomalous, and how. */
public final class LabelParameters implements NodeParameters {
    /** The label column, whose values are offered. */
    interface LabelRef extends ParameterReference<Optional<String>> { }

    /** What the label column is called if it comes from our reader. */
    public static final class UsualLabel implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput context) {
            return Columns.LABEL;
        }
    }

    /** What the label column holds. */
    static final class Values extends ColumnValues {
        @Override
        public void init(final StateProviderInitializer i) {
            final Supplier<Optional<String>> column = i.computeFromValueSupplier(LabelRef.class);
            of(column);
            i.computeBeforeOpenDialog();
        }
    }

    @Widget(title = Titles.LABEL, description = """
            The column that says whether a clip is normal or anomalous. Clips with any other text, or none, have no
            label: they take no part in AUC and pAUC and are counted. Unticked: nothing is known about the clips.
            """)
    @OptionalWidget(defaultProvider = UsualLabel.class)
    @ChoicesProvider(InputColumns.Text.class)
    @ValueReference(LabelRef.class)
    Optional<String> m_column = Optional.of(Columns.LABEL);

    @Widget(title = Titles.NORMAL_LABEL, description = """
            The exact text that normal clips have in the label column, e.g. <i>normal</i>.
            """)
    @ChoicesProvider(Values.class)
    @Advanced
    String m_normal = Columns.NORMAL;

    @Widget(title = Titles.ANOMALY_LABEL, description = """
            The exact text that anomalous clips have in the label column, e.g. <i>anomaly</i>.
            """)
    @ChoicesProvider(Values.class)
    @Advanced
    String m_anomaly = Columns.ANOMALY;

    /** @return the column with the label, if there are labels */
    public Optional<String> column() {
        return m_column;
    }

    /** @return what a text in the label column means */
    public Label meaning(final String text) {
        if (text.equals(m_anomaly)) {
            return Label.ANOMALY;
        }
        return text.equals(m_normal) ? Label.NORMAL : Label.UNKNOWN;
    }

    /** @throws InvalidSettingsException if one text means both */
    public void check() throws InvalidSettingsException {
        if (m_column.isPresent() && m_normal.equals(m_anomaly)) {
            throw NodeFailures.settings("Normal and anomalous clips have the same label, \"" + m_normal + "\".",
                "Choose different texts in the settings \"" + Titles.NORMAL_LABEL + "\" and \"" + Titles.ANOMALY_LABEL
                    + "\".");
        }
    }
}
