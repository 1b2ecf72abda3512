package org.geco.asd.nodes.ensemble;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.ensemble.EnsembleSettings;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.PaperDifferences;
import org.geco.asd.nodes.view.Kept;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DoubleCell;
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

/** The node Score Ensemble Predictor. */
public final class EnsemblePredictorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Score Ensemble Predictor") //
        .icon("../../../../../icons/ensemblepredictor.png") //
        .shortDescription("Combines several anomaly scores of each clip into one, on the scale of its machine.") //
        .fullDescription("""
            <p>Combines the scores of each clip into one, by what the node <i>Score Ensemble Learner</i> learned of its
            machine. 0 is usual, and the unit is the standard deviation of normal clips: 3 is far out for a single
            score. Scores learned once are good for tonight's clips, too: the other rows of the table do not
            matter.</p>
            <p>The table must have the score columns that were learned, under the same names. A clip that lacks one of
            them has no combined score, unless the learner allowed it, nor has a clip of a machine type without held-out
            clips: the cell is missing, with the reason, and a warning counts these clips.</p>
            <p><b>The view</b> shows the scores of each machine on one scale, side by side: a score whose faults lie no
            further right than its normal clips finds nothing there. Scores that agree in everything count twice; give
            them less weight in the learner.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Score ensemble", "From the Score Ensemble Learner.", EnsemblePortObject.TYPE) //
            .addInputTable("Scored clips", "One row for each clip, with its machine and its scores.") //
            .addOutputTable("Combined scores", "The input table with the combined score appended.")) //
        .model(NodeFailures.guarded(EnsemblePredictorNodeParameters.class, EnsemblePredictorNodeFactory::configure,
            EnsemblePredictorNodeFactory::execute)) //
        .addView(EnsembleView.PAGE) //
        .nodeType(NodeType.Predictor) //
        .keywords("ensemble", "fusion", "combine scores", "anomaly score", "anomaly detection", "sound");

    /** Creates the factory. */
    public EnsemblePredictorNodeFactory() {
        super(NODE);
    }

    private static DataColumnSpec column(final DataTableSpec spec, final EnsemblePredictorNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.newColumn(spec, Titles.SCORE_COLUMN, parameters.m_scoreColumn, DoubleCell.TYPE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final EnsemblePredictorNodeParameters parameters = input.getParameters();
        final DataTableSpec spec = input.getInTableSpec(1);
        parameters.m_machine.on(spec);
        output.setOutSpec(0, new DataTableSpecCreator(spec).addColumns(column(spec, parameters)).createSpec());
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException, CanceledExecutionException {
        final EnsemblePredictorNodeParameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(1);
        final DataTableSpec spec = table.getDataTableSpec();
        final EnsemblePortObject port = input.getInPortObject(0);
        final EnsembleSettings settings = port.model().settings();
        final DataColumnSpec column = PaperDifferences.on(column(spec, parameters), PaperDifferences.joined(spec,
            settings.scores(), List.of(PaperDifferences.NOT_IN_PAPER + ": " + settings.inWords())));
        final EnsembleCells cells = new EnsembleCells(column, spec, parameters.m_machine, port.model());
        final ColumnRearranger rearranger = new ColumnRearranger(spec);
        rearranger.append(cells);
        final ExecutionContext exec = input.getExecutionContext();
        final BufferedDataTable combined = exec.createColumnRearrangeTable(table, rearranger, exec);
        output.setOutData(0, combined);
        output.setInternalData(Kept.table(exec, cells.source(spec)), combined, port);
        final NodeWarnings warnings = new NodeWarnings();
        cells.warn(warnings, table.size());
        warnings.show(output);
    }
}
