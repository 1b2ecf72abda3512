package org.geco.asd.nodes.fusion;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.fusion.Gammas;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
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
            <p>Scores of the members of ensembles, e.g. <i>GeCo score (member 2)</i>, are fused as well, each with the
            other score's of the same member, or with the other score if that has none, and with a γ chosen for
            them.</p>
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
        final DataTableSpecCreator fused = new DataTableSpecCreator(spec);
        final boolean usesLabels = parameters.m_gammaMode == GammaMode.GRID_SEARCH;
        for (final FusedPair pair : check(spec, parameters)) {
            new FusionColumns(spec, parameters, pair);
            new GammaChoice(parameters, pair).check(spec, input.getInPortSpec(1));
            fused.addColumns(column(spec, pair, usesLabels));
        }
        output.setOutSpec(1, GammaTable.SPEC);
        // the column's name says whether labels were used: a table of γ tells that in its rows
        output.setOutSpec(0, parameters.m_gammaMode == GammaMode.TABLE
            && GammaTable.maySayUsesLabels((DataTableSpec)input.getInPortSpec(1)) ? null : fused.createSpec());
    }

    private static List<FusedPair> check(final DataTableSpec spec, final ScoreFusionNodeParameters parameters)
        throws InvalidSettingsException {
        parameters.check();
        return FusedPair.of(spec, parameters);
    }

    /** With what the scores know that are fused. */
    private static DataColumnSpec told(final DataColumnSpec column, final DataTableSpec spec, final FusedPair pair,
        final ScoreFusionNodeParameters parameters) {
        return PaperDifferences.on(column, PaperDifferences.joined(spec, List.of(pair.error(), pair.distance()),
            parameters.m_gammaMode.differences(parameters.m_gamma)));
    }

    private static DataColumnSpec column(final DataTableSpec spec, final FusedPair pair, final boolean usesLabels)
        throws InvalidSettingsException {
        return Columns.newColumn(spec, Titles.SCORE_COLUMN, GammaTable.scoreName(pair.output(), usesLabels),
            DoubleCell.TYPE);
    }

    /** Two scores with the γ of each machine type. */
    private record Chosen(FusionColumns columns, Gammas gammas, SortedSet<String> types) {
        boolean usesLabels() {
            return types.stream().map(type -> gammas.perType().get(type)).filter(Objects::nonNull)
                .anyMatch(gamma -> gamma.origin().usesLabels());
        }

        FusedCells cells(final DataTableSpec spec, final FusedPair pair, final ScoreFusionNodeParameters parameters)
            throws InvalidSettingsException {
            return new FusedCells(told(column(spec, pair, usesLabels()), spec, pair, parameters), columns, gammas);
        }
    }

    private static Chosen choose(final ExecuteInput input, final FusedPair pair, final SortedSet<String> types,
        final ProgressMonitor progress) throws AsdException, InvalidSettingsException {
        final ScoreFusionNodeParameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(0);
        return new Chosen(new FusionColumns(table.getDataTableSpec(), parameters, pair),
            new GammaChoice(parameters, pair).choose(table, input.getInPortObject(1), progress), types);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException, CanceledExecutionException {
        final ScoreFusionNodeParameters parameters = input.getParameters();
        final ExecutionContext exec = input.getExecutionContext();
        final KnimeProgress progress = new KnimeProgress(exec);
        final BufferedDataTable table = input.getInTable(0);
        final DataTableSpec spec = table.getDataTableSpec();
        final List<FusedPair> pairs = check(spec, parameters);
        final double share = 0.6 / pairs.size();
        final SortedSet<String> types = new FusionColumns(spec, parameters, pairs.get(0)).types(table, progress);
        final Chosen whole = choose(input, pairs.get(0), types, progress.part(0, share));
        // written first: it fails if a machine type has no γ, before any row is fused
        final BufferedDataTable gammaTable = GammaTable.create(exec, types, whole.gammas());
        final FusedCells cells = whole.cells(spec, pairs.get(0), parameters);
        final ColumnRearranger rearranger = new ColumnRearranger(spec);
        rearranger.append(cells);
        for (int member = 1; member < pairs.size(); member++) {
            rearranger.append(choose(input, pairs.get(member), types,
                progress.part(member * share, (member + 1) * share))
                .cells(spec, pairs.get(member), parameters));
        }
        final BufferedDataTable fused =
            exec.createColumnRearrangeTable(table, rearranger, exec.createSubProgress(0.4));
        output.setOutData(fused, gammaTable);
        output.setInternalData(Kept.table(exec,
            FusedTable.of(spec, parameters, types, whole.gammas(), whole.usesLabels())), fused);
        cells.warning(table.size()).ifPresent(output::setWarningMessage);
    }
}
