package org.geco.asd.nodes.outlier;

import java.util.ArrayList;
import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.LabelledAnomalies;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.outlier.OutlierLearner;
import org.geco.asd.outlier.OutlierModel;
import org.geco.asd.outlier.VectorSample;
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

/** The node Outlier Learner: learns how normal vectors of each machine lie. */
public final class OutlierLearnerNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Outlier Learner") //
        .icon("../../../../../icons/outlierlearner.png") //
        .shortDescription("Learns what normal vectors of each machine are like: statistics or embeddings of clips.") //
        .fullDescription("""
            <p>Learns from one vector for each normal clip how far normal clips of a machine lie from each other, in a
            moment and without a network. The vectors may be any lists of numbers of the same length: those of the node
            <i>Spectral Statistics</i>, embeddings of the <i>GeCo Predictor</i>, or of a network outside of this
            extension, such as BEATs or EAT. One machine is enough.</p>
            <p>Where a machine has few clips, how normal clips vary is taken from all machines of its type together. A
            machine with too few clips for the chosen method is not learned, and a warning says so.</p>
            <p>Nothing need be held out: a clip that was learned from is scored as by a model of all others, here in the
            second output and later by the predictor, which knows it by its vector. A threshold can be learned from
            these scores.</p>
            <p><b>The view</b> shows them for each machine, and plays the clips: one far above the others may not be
            normal.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Vectors", "One row for each normal clip: its vector, machine type and machine ID.") //
            .addOutputPort("Outlier model", "What the Outlier Predictor needs.", OutlierModelPortObject.TYPE) //
            .addOutputTable("Training clips", """
                The rows that were learned from, each with the score that a model of all others gives it.
                """)) //
        .model(NodeFailures.guarded(OutlierLearnerNodeParameters.class, OutlierLearnerNodeFactory::configure,
            OutlierLearnerNodeFactory::execute)) //
        .addView(OutlierLearnerView.PAGE) //
        .nodeType(NodeType.Learner) //
        .keywords("outlier", "nearest neighbour", "Mahalanobis", "Gaussian mixture", "Ledoit-Wolf", "TWFR-GMM",
            "training-free", "embedding", "anomaly detection");

    /** Creates the factory. */
    public OutlierLearnerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final OutlierLearnerNodeParameters parameters = input.getParameters();
        parameters.settings();
        output.setOutSpec(0, null); // the machines are known only after reading
        output.setOutSpec(1, parameters.on(input.getInTableSpec(0)).output());
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final OutlierLearnerNodeParameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(0);
        final VectorRows rows = parameters.on(table.getDataTableSpec());
        final NodeWarnings warnings = new NodeWarnings();
        final LabelledAnomalies anomalies =
            new LabelledAnomalies(table.getDataTableSpec(), parameters.m_labelColumn);
        final List<DataRow> used = new ArrayList<>();
        final List<VectorSample> samples = new ArrayList<>();
        for (final DataRow row : table) {
            if (rows.used().test(row) && !anomalies.leavesOut(row)) {
                used.add(row);
                samples.add(rows.sample(row));
            }
        }
        warnings.add(anomalies.warning(anomalies.count() + used.size()));
        final OutlierModel model = OutlierLearner.learn(samples, parameters.settings(),
            new KnimeProgress(input.getExecutionContext()));
        final OutlierModelPortObject port = new OutlierModelPortObject(model, input.getExecutionContext());
        output.setOutData(0, port);
        try (ScoredRows scored = new ScoredRows(input.getExecutionContext(), rows.output())) {
            for (int i = 0; i < used.size(); i++) {
                scored.add(used.get(i), samples.get(i), model);
            }
            final BufferedDataTable result = scored.closed(warnings);
            output.setOutData(1, result);
            output.setInternalData(Kept.table(input.getExecutionContext(), OutlierView.Source.of(rows)), result, port);
        }
        warnings.show(output);
    }
}
