package org.geco.asd.nodes.outlier;

import java.util.Map;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.PaperDifferences;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.outlier.OutlierModel;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Outlier Predictor: appends how far each vector lies from the normal ones of its machine. */
public final class OutlierPredictorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Outlier Predictor") //
        .icon("../../../../../icons/outlierpredictor.png") //
        .shortDescription("Scores clips by how far their vectors lie from the normal ones of their machine.") //
        .fullDescription("""
            <p>Appends the outlier score of each clip: the higher, the more anomalous. Of vectors in several parts, 0 is
            what is usual for the machine and 1 a deviation more; of vectors as a whole, it is a distance, and scores of
            different machines cannot be compared. A clip that was learned from is scored as by a model of all
            others.</p>
            <p>The output has the used rows only, in their order. A clip without a vector, with one of another length,
            or of a machine that was not trained, gets a missing score with its reason, and one warning counts
            them.</p>
            <p><b>The view</b> shows which frequency bands, and which of the statistics, make the score of a clip,
            beside its spectrogram and its sound: look whether the bands that stand out are those of a known fault.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Outlier model", "A model from the node Outlier Learner.", OutlierModelPortObject.TYPE) //
            .addInputTable("Vectors", "One row for each clip: its vector, machine type and machine ID.") //
            .addOutputTable("Scored clips", "The used rows with the outlier score appended.")) //
        .model(NodeFailures.guarded(OutlierPredictorNodeParameters.class, OutlierPredictorNodeFactory::configure,
            OutlierPredictorNodeFactory::execute)) //
        .addView(OutlierView.PAGE) //
        .nodeType(NodeType.Predictor) //
        .keywords("outlier", "nearest neighbour", "Mahalanobis", "anomaly score", "anomaly detection", "embedding");

    /** Creates the factory. */
    public OutlierPredictorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final OutlierPredictorNodeParameters parameters = input.getParameters();
        output.setOutSpec(0, parameters.on(input.getInTableSpec(1)).output());
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final OutlierPredictorNodeParameters parameters = input.getParameters();
        final OutlierModelPortObject port = input.getInPortObject(0);
        final OutlierModel model = port.model();
        final BufferedDataTable table = input.getInTable(1);
        final VectorRows rows = parameters.on(table.getDataTableSpec());
        final ProgressMonitor progress = new KnimeProgress(input.getExecutionContext());
        final NodeWarnings warnings = new NodeWarnings();
        try (ScoredRows scored = new ScoredRows(input.getExecutionContext(),
            PaperDifferences.on(rows.output(), Map.of(parameters.m_scoreColumn.strip(),
                PaperDifferences.NOT_IN_PAPER + ": " + model.training())))) {
            for (final DataRow row : table) {
                progress.checkCanceled();
                if (rows.used().test(row)) {
                    scored.add(row, rows.sample(row), model);
                }
            }
            final BufferedDataTable result = scored.closed(warnings);
            output.setOutData(0, result);
            output.setInternalData(Kept.table(input.getExecutionContext(), OutlierView.Source.of(rows)), result, port);
        }
        warnings.show(output);
    }
}
