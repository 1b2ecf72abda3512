package org.geco.asd.nodes.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.evaluation.CollectedRun;
import org.geco.asd.evaluation.MeanOfRuns;
import org.geco.asd.evaluation.RunsFile;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeLogger;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Anomaly Results Collector: runs with several seeds become means and deviations. */
public final class ResultsCollectorNodeFactory extends DefaultNodeFactory {
    private static final NodeLogger LOGGER = NodeLogger.getLogger(ResultsCollectorNodeFactory.class);

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Anomaly Results Collector") //
        .icon("../../../../../icons/resultscollector.png") //
        .shortDescription("Keeps AUC and pAUC of runs with several seeds in a file, and gives mean and deviation.") //
        .fullDescription("""
            <p>Another random seed gives another network, and another AUC. This node adds what the <i>Anomaly
            Scorer</i> says of each score overall to a file, and gives the mean and the standard deviation (n − 1) over
            all runs in it: execute the workflow once for each seed. A run that is executed again takes the place of its
            earlier lines.</p>
            <p>The members of ensembles are runs as well: with <i>GeCo score (member 1)</i> and <i>(member 2)</i> in the
            table, <i>GeCo score</i> is their mean, and <i>GeCo score, all members</i> that of the ensembles.</p>
            <p>Only runs on the same machines with as many test clips, of the same text in <i>Settings of the run</i>,
            and that differ from the paper in the same settings, are averaged; others stay in the file, and a warning
            counts them. With the clips connected the
            table also tells a checksum of the test clips and of those that were learned from, and how many test clips
            are the same sound as one of the latter: then results are too good, and a warning says so.</p>
            <p><b>Differs from the paper</b> tells in which settings a score was made otherwise than in the paper, or in
            the source of a method that it compares with, e.g. <i>epochs 20 instead of 120</i>: predictors note it at
            the columns of their scores, fusion, ensemble and <i>Anomaly Scorer</i> hand it on. It is missing for scores
            from elsewhere.</p>
            <p>Each row tells what it was measured with: seeds, settings, clips, what labels were used for, and when, by
            which version and on what computer.</p>
            <p>The paper's figures, which are of the development set of DCASE 2020 Task 2, can be put beside the means;
            the difference is the mean minus the paper's.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("AUC and pAUC", "The first output of the Anomaly Scorer.") //
            .addInputPort("Clips", """
                Optional: the training and test clips with their spectrograms, as learners and predictors got them: the
                output of the Log-Mel Extractor.
                """, BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Means", """
                A row for each score: how many runs, mean and deviation of AUC and pAUC, and what they were measured
                with.
                """)) //
        .model(NodeFailures.guarded(ResultsCollectorNodeParameters.class, ResultsCollectorNodeFactory::configure,
            ResultsCollectorNodeFactory::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("AUC", "mean", "deviation", "seeds", "DCASE", "anomaly detection", "sound");

    /** Creates the factory. */
    public ResultsCollectorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final ResultsCollectorNodeParameters parameters = input.getParameters();
        parameters.check();
        OverallRows.on(input.getInTableSpec(0));
        if (input.getInTableSpec(1) != null) {
            ConnectedClips.on(input.getInTableSpec(1));
        }
        output.setOutSpec(0, CollectedTable.spec(parameters.m_reference.table().isPresent()));
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final ResultsCollectorNodeParameters parameters = input.getParameters();
        parameters.check();
        final NodeWarnings warnings = new NodeWarnings();
        final Optional<ConnectedClips> clips = clips(input);
        clips.ifPresent(all -> warnings.add(all.warning()));
        final List<CollectedRun> runs = OverallRows.on(input.getInTable(0).getDataTableSpec())
            .read(input.getInTable(0), parameters.m_seed, parameters.m_settings, clips, warnings);
        if (runs.isEmpty()) {
            throw new AsdException("No score has an AUC: there is nothing to collect.",
                "Check that there are normal and anomalous test clips, and that they are labelled.");
        }
        final Path file = parameters.path();
        final List<CollectedRun> all = new RunsFile(file).add(runs);
        final List<CollectedRun> alike = all.stream().filter(run -> runs.stream().allMatch(run::isLike)).toList();
        if (alike.size() < all.size()) {
            warnings.add((all.size() - alike.size()) + " of " + all.size() + " results in the file are of other clips"
                + " or settings, and not in the means.");
        }
        final CollectedTable table = new CollectedTable(MeanOfRuns.of(alike), parameters.m_reference.table());
        final ExecutionContext exec = input.getExecutionContext();
        final Path means = table.write(file);
        LOGGER.info("The means are in " + means);
        new KnimeProgress(exec).report(1, "The means are in " + means);
        output.setOutData(0, table.create(exec));
        warnings.show(output);
    }

    private static Optional<ConnectedClips> clips(final ExecuteInput input)
        throws AsdException, InvalidSettingsException {
        final BufferedDataTable table = input.getInTable(1);
        return table == null ? Optional.empty() : Optional.of(ConnectedClips.on(table.getDataTableSpec()).read(table,
            new KnimeProgress(input.getExecutionContext())));
    }
}
