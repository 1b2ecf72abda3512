package org.geco.asd.nodes.evaluation;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.table.ClipColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Settings of the node Anomaly Scorer. */
final class AnomalyScorerNodeParameters implements NodeParameters {

    @Widget(title = "Score columns", description = """
            The columns to evaluate, separated by commas; higher must mean more anomalous. Leave it empty to evaluate
            every number column with <i>score</i> in its name: the PAE score, the GeCo score and the fused score.
            """)
    String m_scoreColumns = "";

    ClipColumns m_columns = new ClipColumns();

    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.TEST);

    @Widget(title = "Highest false-positive rate", description = """
            The pAUC looks at thresholds that call at most this share of the normal clips anomalous. DCASE Task 2 uses
            0.1.
            """)
    double m_maxFpr = 0.1;

    void check() throws InvalidSettingsException {
        if (!(m_maxFpr > 0 && m_maxFpr <= 1)) {
            throw Message.fromSummaryWithResolution(
                "The highest false-positive rate must be above 0 and at most 1, not " + m_maxFpr + ".",
                "Set it to 0.1, as DCASE Task 2 does.").toInvalidSettingsException();
        }
    }
}
