package org.geco.asd.nodes.detector;

import java.util.Optional;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.DeviceParameters;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.NoFile;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.LabelParameters;
import org.geco.asd.nodes.table.MachineColumns;
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
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the node Detector Comparison. */
final class DetectorComparisonNodeParameters implements NodeParameters {
    @Section(title = "Comparison")
    interface Compared { }

    @Section(title = "Data")
    @After(Compared.class)
    interface Data { }

    @Section(title = "Computing")
    @After(Data.class)
    @Advanced
    interface Computing { }

    /** Which detector goes on if the new one is worse. The names are stored in workflows and given in variables. */
    enum IfWorse {
        @Label(value = "The previous one", description = "It stays in use, and a warning tells why.")
        KEEP,

        @Label(value = "The new one", description = "It is used all the same, and a warning tells what is worse.")
        FORCE
    }

    /** What the column of Anomaly Feedback Clips is called. */
    static final class UsualEvent implements DefaultValueProvider<String> {
        @Override
        public String computeState(final NodeParametersInput context) {
            return Columns.EVENT;
        }
    }

    @Widget(title = "Previous detector", description = """
        The file of the detector that is in use: a path, or a URL such as
        <i>knime://knime.workflow/../pumps.detector</i>. Unticked, or empty in a flow variable: there is none, and the
        new one goes on as it is.
        """)
    @OptionalWidget(defaultProvider = NoFile.class)
    @TextInputWidget(placeholder = "knime://knime.workflow/../pumps.detector")
    @Layout(Compared.class)
    Optional<String> m_previous = Optional.empty();

    @Widget(title = "If the new one is worse, use", description = """
        Which detector comes out. A flow variable gives <tt>KEEP</tt> or <tt>FORCE</tt>.
        """)
    @ValueSwitchWidget
    @Layout(Compared.class)
    IfWorse m_ifWorse = IfWorse.KEEP;

    @Widget(title = "Tolerance of the AUC", description = """
        The mean AUC of the machines may be so much lower: another seed or some other clips move it by as much.
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(Compared.class)
    @Advanced
    double m_tolerance = 0.02;

    @Widget(title = Titles.PATH, description = "The column with the paths of the recordings.")
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(Data.class)
    String m_path = Columns.PATH;

    @Layout(Data.class)
    MachineColumns m_machine = new MachineColumns();

    @Layout(Data.class)
    LabelParameters m_labels = new LabelParameters();

    @Widget(title = "Event", description = """
        The column that tells which confirmed event a clip belongs to, as <i>Anomaly Feedback Clips</i> appends it.
        Unticked, or a table without it: no events are compared.
        """)
    @OptionalWidget(defaultProvider = UsualEvent.class)
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(Data.class)
    @Advanced
    Optional<String> m_event = Optional.of(Columns.EVENT);

    @Layout(Data.class)
    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.HELD_OUT, Columns.TEST);

    @Layout(Computing.class)
    DeviceParameters m_device = new DeviceParameters();
}
