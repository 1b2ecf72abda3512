package org.geco.asd.nodes.monitor;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.predict.PredictorLayout;
import org.geco.asd.nodes.table.MachineColumns;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of the node Anomaly History Filter. */
final class HistoryFilterNodeParameters implements NodeParameters {
    static final String QUIET = "Seconds without a change";

    @Layout(PredictorLayout.Data.class)
    HistoryParameters m_history = new HistoryParameters();

    @Widget(title = Titles.PATH, description = "The column with the paths of the clips.")
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(PredictorLayout.Data.Machine.class)
    String m_path = Columns.PATH;

    @Layout(PredictorLayout.Data.Machine.class)
    MachineColumns m_machine = new MachineColumns();

    @Widget(title = QUIET, description = """
        A file that was modified less than this ago may still be written, and is left for the next run.
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(PredictorLayout.Data.Rows.class)
    double m_quiet = 60;
}
