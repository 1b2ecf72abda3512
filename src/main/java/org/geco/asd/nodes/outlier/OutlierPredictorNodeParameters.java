package org.geco.asd.nodes.outlier;

import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.predict.PredictorLayout;
import org.geco.asd.nodes.table.MachineColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.util.ColumnNameValidationUtils.ColumnNameValidation;

/** Settings of the node Outlier Predictor. */
final class OutlierPredictorNodeParameters implements NodeParameters {
    @Widget(title = VectorColumns.TITLE, description = """
        The column with the vectors, made in the same way as those of the training.
        """)
    @ChoicesProvider(VectorColumns.class)
    @Layout(PredictorLayout.Data.class)
    String m_vectorColumn = Columns.STATISTICS;

    @Layout(PredictorLayout.Data.class)
    MachineColumns m_machine = new MachineColumns();

    @Layout(PredictorLayout.Data.class)
    RowSelection m_rows = new RowSelection(Columns.SPLIT, Columns.HELD_OUT, Columns.TEST);

    @Widget(title = Titles.SCORE_COLUMN, description = "Name of the appended column with the score.")
    @TextInputWidget(patternValidation = ColumnNameValidation.class)
    @Layout(PredictorLayout.Output.class)
    String m_scoreColumn = Columns.OUTLIER_SCORE;

    VectorRows on(final DataTableSpec spec) throws InvalidSettingsException {
        return VectorRows.of(spec, m_vectorColumn, m_machine, m_rows, m_scoreColumn);
    }
}
