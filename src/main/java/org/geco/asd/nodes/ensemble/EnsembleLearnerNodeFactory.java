package org.geco.asd.nodes.ensemble;

import java.util.List;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.ensemble.EnsembleSettings;
import org.geco.asd.ensemble.Level;
import org.geco.asd.ensemble.Level.Scale;
import org.geco.asd.ensemble.ScoreEnsemble;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.ClipReader;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Score Ensemble Learner. */
public final class EnsembleLearnerNodeFactory extends DefaultNodeFactory {
    private static final DataTableSpec LEVELS = new DataTableSpec(NewTable.text(Columns.MACHINE_TYPE),
        NewTable.text(Columns.MACHINE_ID), NewTable.text("Score"), NewTable.count("Held-out clips"),
        NewTable.number("Usual level"), NewTable.number("Deviation"), NewTable.text("Note"));

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Score Ensemble Learner") //
        .icon("../../../../../icons/ensemblelearner.png") //
        .shortDescription("Learns what several anomaly scores usually are for each machine, to make them one score.") //
        .fullDescription("""
            <p>Brings any anomaly scores on one scale: learns for each machine the usual level and the deviation of each
            score, from normal clips that no model was trained on. The node <i>Score Ensemble Predictor</i> then
            combines the scores of each clip into one. No anomalous clip is needed.</p>
            <p><b>Useless scores.</b> Normal clips do not tell which score finds the faults of a machine. So, by
            default, a score below its usual level never excuses what another one finds, and one that finds much
            outweighs those that find nothing: a score that tells nothing does little harm. A score that does not vary
            over the held-out clips is left out, with a warning.</p>
            <p><b>A score that leads.</b> Where one score is known to be the better detector, choose <i>Mean</i> and
            give the others a fifth of its weight: they then help it where they can, and do it hardly any harm where
            they tell nothing.</p>
            <p><b>Few clips.</b> A machine with fewer than 20 held-out clips shares the deviation of its type, and its
            level is drawn towards the type's.</p>
            <p>Clips labelled as anomalous are left out, with a warning; clips without a label count as normal. Look at
            the second output: a score whose note says that it was left out takes no part.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Scored clips", """
                One row for each clip, with its machine and its scores; the held-out normal ones are used.
                """) //
            .addOutputPort("Score ensemble", "What the Score Ensemble Predictor needs.", EnsemblePortObject.TYPE) //
            .addOutputTable("Usual levels", """
                One row for each machine and score: of how many held-out clips its level and deviation are, and what is
                to be known of them.
                """)) //
        .model(NodeFailures.guarded(EnsembleLearnerNodeParameters.class, EnsembleLearnerNodeFactory::configure,
            EnsembleLearnerNodeFactory::execute)) //
        .nodeType(NodeType.Learner) //
        .keywords("ensemble", "fusion", "standardise", "z-score", "combine scores", "anomaly detection", "sound");

    /** Creates the factory. */
    public EnsembleLearnerNodeFactory() {
        super(NODE);
    }

    private static ClipReader reader(final DataTableSpec spec, final EnsembleLearnerNodeParameters parameters,
        final EnsembleSettings settings) throws InvalidSettingsException {
        return new ClipReader(spec, parameters.input(), settings.scores());
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final EnsembleLearnerNodeParameters parameters = input.getParameters();
        final DataTableSpec spec = input.getInTableSpec(0);
        reader(spec, parameters, parameters.settings(parameters.m_scores.names(spec)));
        output.setOutSpec(0, null); // the machines are known only after reading
        output.setOutSpec(1, LEVELS);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final EnsembleLearnerNodeParameters parameters = input.getParameters();
        final ExecutionContext exec = input.getExecutionContext();
        final BufferedDataTable table = input.getInTable(0);
        final DataTableSpec spec = table.getDataTableSpec();
        final EnsembleSettings settings = parameters.settings(parameters.m_scores.names(spec));
        final List<ScoredClip> clips = reader(spec, parameters, settings).read(table, new KnimeProgress(exec));
        final ScoreEnsemble ensemble = ScoreEnsemble.learn(settings, clips);
        final NodeWarnings warnings = new NodeWarnings();
        warnings.add(ClipReader.anomaliesLeftOut(clips, "usual levels are those of normal clips"));
        ensemble.leftOut().forEach(warnings::add);
        output.setOutData(0, new EnsemblePortObject(ensemble, exec));
        output.setOutData(1, levels(exec, ensemble));
        warnings.show(output);
    }

    private static BufferedDataTable levels(final ExecutionContext exec, final ScoreEnsemble ensemble) {
        final NewTable table = new NewTable(exec, LEVELS);
        final List<String> scores = ensemble.settings().scores();
        for (final MachineId machine : ensemble.machines()) {
            final List<Level> levels = ensemble.levels(machine);
            for (int i = 0; i < scores.size(); i++) {
                final Level level = levels.get(i);
                final Outcome<Scale> scale =
                    level.scale().map(Outcome::of).orElseGet(() -> Outcome.failed("left out: " + level.note()));
                table.add(machine.type(), machine.id(), scores.get(i), level.clips(), scale.map(Scale::location),
                    scale.map(Scale::deviation), scale.isPresent() ? level.note() : scale.reason());
            }
        }
        return table.closed();
    }
}
