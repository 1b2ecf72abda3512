package org.geco.asd.nodes.ensemble;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.predict.PredictorLayout;
import org.geco.asd.nodes.table.MachineColumns;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** Settings of the node Score Ensemble Predictor. */
final class EnsemblePredictorNodeParameters implements NodeParameters {
    @Layout(PredictorLayout.Data.Machine.class)
    MachineColumns m_machine = new MachineColumns();

    @Widget(title = Titles.SCORE_COLUMN, description = "Name of the appended column with the combined score.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(PredictorLayout.Output.class)
    String m_scoreColumn = Columns.ANOMALY_SCORE;
}
