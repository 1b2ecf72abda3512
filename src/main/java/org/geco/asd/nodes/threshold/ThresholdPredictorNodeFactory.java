package org.geco.asd.nodes.threshold;

import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.common.AsdException;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.view.Kept;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Anomaly Threshold Predictor. */
public final class ThresholdPredictorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Anomaly Threshold Predictor") //
        .icon("../../../../../icons/thresholdpredictor.png") //
        .shortDescription("Says of each clip whether it is anomalous, and how sure that is: p-value and decision.") //
        .fullDescription("""
            <p>Judges the score of each clip by what the node <i>Anomaly Threshold Learner</i> learned of its machine,
            and appends three columns.</p>
            <p><b>p-value</b>: the share of normal clips that seem at least as anomalous, this one included, from 1
            (nothing special) down to 1/(n + 1) (above all n held-out clips). Sort by it to see what to check first.
            <b>Threshold</b>: the score above which a clip of this machine is called anomalous. <b>Anomalous</b>:
            whether the score is above it, which is whether the p-value is at most the false-alarm rate.</p>
            <p>A clip without a score, or of a machine without a threshold, has missing cells with the reason, and a
            warning counts these clips.</p>
            <p><b>The view</b> shows each machine's scores beside its threshold, whether the false alarms that came
            about are as few as promised (where clips have labels), and plays the clips that are called anomalous; look
            first at machines with more false alarms than promised: their recordings have changed.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Thresholds", "From the Anomaly Threshold Learner.", ThresholdPortObject.TYPE) //
            .addInputTable("Scored clips", "One row for each clip, with its machine and its score.") //
            .addOutputTable("Decisions", "The input table with p-value, threshold and decision appended.")) //
        .model(NodeFailures.guarded(ThresholdPredictorNodeParameters.class, ThresholdPredictorNodeFactory::configure,
            ThresholdPredictorNodeFactory::execute)) //
        .addView(ThresholdView.PAGE) //
        .nodeType(NodeType.Predictor) //
        .keywords("threshold", "false alarm", "conformal", "p-value", "decision", "alarm", "anomaly detection");

    /** Creates the factory. */
    public ThresholdPredictorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final DecisionColumns columns = new DecisionColumns(input.getInTableSpec(1), input.getParameters());
        output.setOutSpec(0, new DataTableSpecCreator(input.getInTableSpec(1)).addColumns(columns.appended())
            .createSpec());
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException, CanceledExecutionException {
        final ThresholdPredictorNodeParameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(1);
        final ThresholdPortObject port = input.getInPortObject(0);
        final ThresholdModel model = port.model();
        final DecisionCells cells =
            new DecisionCells(new DecisionColumns(table.getDataTableSpec(), parameters), model);
        final ColumnRearranger rearranger = new ColumnRearranger(table.getDataTableSpec());
        rearranger.append(cells);
        final ExecutionContext exec = input.getExecutionContext();
        final BufferedDataTable decisions = exec.createColumnRearrangeTable(table, rearranger, exec);
        output.setOutData(0, decisions);
        output.setInternalData(Kept.table(exec, JudgedTable.of(table.getDataTableSpec(), parameters, model)),
            decisions);
        final NodeWarnings warnings = new NodeWarnings();
        if (!model.settings().score().equals(parameters.m_score)) {
            warnings.add("The thresholds were learned from the column \"" + model.settings().score() + "\", not from \""
                + parameters.m_score + "\": they mean nothing for another score.");
        }
        warnings.add(cells.warning(table.size()));
        warnings.show(output);
    }
}
