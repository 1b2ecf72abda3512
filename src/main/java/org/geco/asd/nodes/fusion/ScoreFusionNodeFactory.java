package org.geco.asd.nodes.fusion;

import java.util.Objects;
import java.util.SortedSet;

import org.geco.asd.common.AsdException;
import org.geco.asd.fusion.Gammas;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.Titles;
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

/** The node Anomaly Score Fusion: the paper's Eqn (4). */
public final class ScoreFusionNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Anomaly Score Fusion") //
        .icon("../../../../../icons/fusion.png") //
        .shortDescription("Fuses the PAE's and GeCo's scores into one anomaly score: MSE + γ · (1 − cosine).") //
        .fullDescription("""
            <p>Fuses two anomaly scores that complement each other into one: the frame-level prediction error of the PAE
            and the clip-level distance of GeCo's embedding from the centre of its machine,</p>
            <p><i>anomaly score = MSE + γ · (1 − cosine)</i></p>
            <p>(Eqn (4) of Zeng et al., <i>Joint Generative-Contrastive Representation Learning for Anomalous Sound
            Detection</i>). The weight γ is fixed (the paper's 200), read from a table for each machine type, chosen
            without any anomalous clip from held-out normal ones, or searched with labels as the paper does for its best
            numbers. A search with labels looks at the answers: its column is named accordingly, and what is measured on
            the same clips is an upper bound.</p>
            <p>A clip that lacks one of the two scores has no fused score: the cell is missing, with the reason.</p>
            <p><b>The view</b> shows, where there are labels, how the AUC of each machine changes with γ: a flat curve
            means that γ hardly matters, and a score that is better alone should be used alone. Without labels it shows
            how the scores of held-out and other clips lie to each other.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Scored clips", "One row for each clip, with both scores.") //
            .addInputPort("γ of each machine type", """
                Optional: machine types and their γ, for the choice <i>From table</i>.
                """, BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Fused scores", "The first input table with the fused score appended.") //
            .addOutputTable("γ", """
                The γ of each machine type, how it was chosen, and whether labels were used. It fits the second input.
                """)) //
        .model(NodeFailures.guarded(ScoreFusionNodeParameters.class, ScoreFusionNodeFactory::configure,
            ScoreFusionNodeFactory::execute)) //
        .addView(FusionView.PAGE) //
        .nodeType(NodeType.Manipulator) //
        .keywords("ensemble", "gamma", "anomaly detection", "sound", "GeCo", "PAE");

    /** Creates the factory. */
    public ScoreFusionNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final ScoreFusionNodeParameters parameters = input.getParameters();
        final DataTableSpec spec = input.getInTableSpec(0);
        check(spec, parameters);
        new GammaChoice(parameters).check(spec, input.getInPortSpec(1));
        output.setOutSpec(1, GammaTable.SPEC);
        // the column's name says whether labels were used: a table of γ tells that in its rows
        output.setOutSpec(0, parameters.m_gammaMode == GammaMode.TABLE
            && GammaTable.maySayUsesLabels((DataTableSpec)input.getInPortSpec(1)) ? null
                : new DataTableSpecCreator(spec).addColumns(
                    column(spec, parameters, parameters.m_gammaMode == GammaMode.GRID_SEARCH)).createSpec());
    }

    private static FusionColumns check(final DataTableSpec spec, final ScoreFusionNodeParameters parameters)
        throws InvalidSettingsException {
        parameters.check();
        column(spec, parameters, parameters.m_gammaMode == GammaMode.GRID_SEARCH);
        return new FusionColumns(spec, parameters);
    }

    private static DataColumnSpec column(final DataTableSpec spec, final ScoreFusionNodeParameters parameters,
        final boolean usesLabels) throws InvalidSettingsException {
        return Columns.newColumn(spec, Titles.SCORE_COLUMN,
            GammaTable.scoreName(parameters.m_outputColumn, usesLabels), DoubleCell.TYPE);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException, CanceledExecutionException {
        final ScoreFusionNodeParameters parameters = input.getParameters();
        final ExecutionContext exec = input.getExecutionContext();
        final KnimeProgress progress = new KnimeProgress(exec);
        final BufferedDataTable table = input.getInTable(0);
        final FusionColumns columns = check(table.getDataTableSpec(), parameters);
        final Gammas gammas =
            new GammaChoice(parameters).choose(table, input.getInPortObject(1), progress.part(0, 0.6));
        final SortedSet<String> types = columns.types(table, progress);
        // written first: it fails if a machine type has no γ, before any row is fused
        final BufferedDataTable gammaTable = GammaTable.create(exec, types, gammas);
        final boolean usesLabels = types.stream().map(type -> gammas.perType().get(type)).filter(Objects::nonNull)
            .anyMatch(gamma -> gamma.origin().usesLabels());
        final FusedCells cells =
            new FusedCells(column(table.getDataTableSpec(), parameters, usesLabels), columns, gammas);
        final ColumnRearranger rearranger = new ColumnRearranger(table.getDataTableSpec());
        rearranger.append(cells);
        final BufferedDataTable fused =
            exec.createColumnRearrangeTable(table, rearranger, exec.createSubProgress(0.4));
        output.setOutData(fused, gammaTable);
        output.setInternalData(Kept.table(exec,
            FusedTable.of(table.getDataTableSpec(), parameters, types, gammas, usesLabels)), fused);
        cells.warning(table.size()).ifPresent(output::setWarningMessage);
    }
}
