package org.geco.asd.nodes.threshold;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.predict.PredictorLayout;
import org.geco.asd.nodes.table.MachineColumns;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Settings of the node Anomaly Threshold Predictor. */
final class ThresholdPredictorNodeParameters implements NodeParameters {
    static final String SUFFIX = "Suffix of the new columns";

    @Widget(title = "Score", description = "The column with the score that the thresholds were learned from.")
    @ChoicesProvider(InputColumns.Numbers.class)
    @Layout(PredictorLayout.Data.Machine.class)
    String m_score = Columns.ANOMALY_SCORE;

    @Layout(PredictorLayout.Data.Machine.class)
    MachineColumns m_machine = new MachineColumns();

    @Widget(title = SUFFIX, description = """
        Is put behind the names <i>p-value</i>, <i>Threshold</i> and <i>Anomalous</i>, e.g. for a second score; may be
        empty.
        """)
    @Layout(PredictorLayout.Output.class)
    String m_suffix = "";

    @Widget(title = "Append the gamma distribution's opinion", description = """
        Appends the p-value and the decision of the gamma distribution, too. They promise nothing; a machine where both
        decisions often differ needs more held-out clips.
        """)
    @Layout(PredictorLayout.Output.class)
    @Advanced
    boolean m_gamma;
}
