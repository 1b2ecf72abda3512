package org.geco.asd.nodes.detector;

import org.geco.asd.nodes.cluster.PlaceParameters;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.DeviceParameters;
import org.geco.asd.nodes.knime.InputColumns;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.predict.PredictorLayout;
import org.geco.asd.nodes.table.MachineColumns;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Settings of the node Detector Predictor. */
final class DetectorPredictorNodeParameters implements NodeParameters {
    @Section(title = PlaceParameters.SECTION)
    @After(PredictorLayout.Computing.class)
    interface Place { }

    @Widget(title = Titles.PATH, description = "The column with the paths of the recordings to judge.")
    @ChoicesProvider(InputColumns.Text.class)
    @Layout(PredictorLayout.Data.Machine.class)
    String m_path = Columns.PATH;

    @Layout(PredictorLayout.Data.Machine.class)
    MachineColumns m_machine = new MachineColumns();

    @Layout(PredictorLayout.Data.Rows.class)
    RowSelection m_rows = new RowSelection();

    @Layout(PredictorLayout.Computing.class)
    DeviceParameters m_device = new DeviceParameters();

    @Layout(Place.class)
    PlaceParameters m_place = new PlaceParameters();
}
