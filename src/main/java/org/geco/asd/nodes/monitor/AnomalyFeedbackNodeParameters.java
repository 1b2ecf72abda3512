package org.geco.asd.nodes.monitor;

import java.util.Optional;
import java.util.function.Supplier;

import org.geco.asd.nodes.knime.ColumnValues;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.MachineColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Settings of the node Anomaly Feedback. */
final class AnomalyFeedbackNodeParameters implements NodeParameters {
    static final String VERDICT = "Verdict";
    private static final String CONFIRMED = "Value of faults";
    private static final String REJECTED = "Value of false alarms";

    @Section(title = "History")
    interface Place { }

    @Section(title = "Data")
    @After(Place.class)
    interface Data { }

    @Section(title = "Thresholds")
    @After(Data.class)
    interface Thresholds { }

    /** What becomes of a threshold that would lose a fault. The names are stored in workflows. */
    enum IfLost {
        @Label(value = "Leave the threshold", description = """
            The machine's threshold stays as its held-out clips alone tell it; its false alarms go on until the models
            have learned from them.
            """)
        LEAVE,

        @Label(value = "Refine it all the same", description = "Fewer false alarms are worth the fault that is lost.")
        REFINE
    }

    /** The column with the verdicts, whose values are offered. */
    interface VerdictRef extends ParameterReference<String> { }

    /** What the column holds. */
    static final class Values extends ColumnValues {
        @Override
        public void init(final StateProviderInitializer i) {
            final Supplier<String> column = i.computeFromValueSupplier(VerdictRef.class);
            of(() -> Optional.ofNullable(column.get()));
            i.computeBeforeOpenDialog();
        }
    }

    @Layout(Place.class)
    HistoryParameters m_history = new HistoryParameters();

    @Widget(title = VERDICT, description = """
        The column with what was heard. A missing or empty cell is no verdict; other texts than the two below are
        counted in a warning.
        """)
    @ChoicesProvider(InputColumns.Text.class)
    @ValueReference(VerdictRef.class)
    @Layout(Data.class)
    String m_verdict = VERDICT;

    @Widget(title = CONFIRMED, description = "The text that says that a clip or event is anomalous.")
    @ChoicesProvider(Values.class)
    @Layout(Data.class)
    String m_confirmed = "confirmed";

    @Widget(title = REJECTED, description = "The text that says that it is normal.")
    @ChoicesProvider(Values.class)
    @Layout(Data.class)
    String m_rejected = "rejected";

    @Widget(title = Titles.PATH, description = """
        The column with the paths of the clips; if there is a column <i>Start (s)</i>, a clip is known by its path and
        start.
        """)
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(Data.class)
    String m_path = Columns.PATH;

    @Layout(Data.class)
    MachineColumns m_machine = new MachineColumns();

    @Widget(title = "If a fault would be lost", description = """
        What is done where a threshold that lets the false alarms pass lets a confirmed event pass, too.
        """)
    @ValueSwitchWidget
    @Layout(Thresholds.class)
    IfLost m_ifLost = IfLost.LEAVE;

    void check() throws InvalidSettingsException {
        m_history.check();
        if (m_confirmed.equals(m_rejected)) {
            throw NodeFailures.settings("Faults and false alarms have the same value, \"" + m_confirmed + "\".",
                "Choose different texts in the settings \"" + CONFIRMED + "\" and \"" + REJECTED + "\".");
        }
    }
}
