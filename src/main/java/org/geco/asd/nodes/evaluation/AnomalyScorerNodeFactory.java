package org.geco.asd.nodes.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.common.AsdException;
import org.geco.asd.evaluation.Decisions;
import org.geco.asd.evaluation.DomainEvaluation;
import org.geco.asd.evaluation.Evaluation;
import org.geco.asd.evaluation.Evaluator;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.nodes.knime.ImagePort;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.ClipReader;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.nodes.view.Kept;
import org.geco.asd.pictures.DetectionPicture;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Anomaly Scorer: AUC and pAUC of anomaly scores for each machine, machine type and overall. */
public final class AnomalyScorerNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Anomaly Scorer") //
        .icon("../../../../../icons/scorer.png") //
        .shortDescription("Measures how well anomaly scores tell anomalous clips from normal ones: AUC, pAUC, F1.") //
        .fullDescription("""
            <p>Measures how well one or more anomaly scores tell anomalous clips from normal ones, as DCASE Task 2 does:
            for each machine ID, for each machine type (the mean of its IDs) and overall (the mean of the types), with
            the harmonic means beside them. Scores of different machines are never compared with each other.</p>
            <p><b>AUC</b> is the area under the ROC curve: the share of pairs of a normal and an anomalous clip in which
            the anomalous one has the higher score; equal scores count one half. <b>pAUC</b> looks only at
            false-positive
            rates up to a limit (0.1) and is scaled after McClish, so that 1 is perfect and 0.5 is chance. Both equal
            scikit-learn's <i>roc_auc_score</i>.</p>
            <p><b>Rules of the year.</b> From 2021 on DCASE's machines work in two domains. By the rules of those years
            each machine also has a row for each domain, and the last row of a score has the challenge's official
            one.</p>
            <p><b>Decisions.</b> If the table says of each clip whether it is called anomalous (node <i>Anomaly
            Threshold Predictor</i>), the rows of the main score, which is the last one, also have the counts of right
            and wrong decisions, <b>precision</b> (the share of alarms that are faults), <b>recall</b> (the share of
            faults that raise an alarm), their harmonic mean <b>F1</b>, and the <b>false-alarm rate</b> that came about
            (the share of normal clips that raise an alarm). Compare it with the rate that was promised.</p>
            <p>A machine with clips of only one class has no AUC: its cells are missing, with the reason, and the means
            leave it out. Clips without a score or without a label are left out and counted. Only rows of the test split
            are used unless you choose otherwise: clips that a model was trained on say nothing about how well it
            detects.</p>
            <p><b>The view</b> shows each machine's AUC with the interval that other test clips could have given, its
            ROC curve and its scores, and plays the clips that the score is most wrong about, if the table has their
            paths in a column <i>Path</i>.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Scored clips", "One row for each clip, with its machine, its label and its scores.") //
            .addOutputTable("AUC and pAUC", """
                One row for each score and each machine ID, machine type and overall; the column <i>Level</i> tells
                which.
                """) //
            .addOutputTable("ROC curves", """
                The corners of the ROC curve of each score and machine, by descending threshold; the first, above all
                scores, has no threshold.
                """) //
            .addOutputPort("Picture", """
                For each machine (the first twelve) the ROC curves of all scores, the part that the pAUC measures
                shaded, and how many normal and anomalous clips have which main score: a PNG image.
                """, ImagePortObject.TYPE)) //
        .model(NodeFailures.guarded(AnomalyScorerNodeParameters.class, AnomalyScorerNodeFactory::configure,
            AnomalyScorerNodeFactory::execute)) //
        .addView(ScorerView.PAGE) //
        .nodeType(NodeType.Other) //
        .keywords("AUC", "pAUC", "ROC", "evaluation", "DCASE", "anomaly detection", "sound");

    /** Creates the factory. */
    public AnomalyScorerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final AnomalyScorerNodeParameters parameters = input.getParameters();
        parameters.check();
        final DataTableSpec spec = input.getInTableSpec(0);
        reader(spec, parameters, parameters.m_scores.names(spec));
        output.setOutSpecs(MetricsTable.spec(parameters.decisions(spec).isPresent()), RocTable.SPEC,
            ImagePort.SPEC);
    }

    private static ClipReader reader(final DataTableSpec spec, final AnomalyScorerNodeParameters parameters,
        final List<String> scores) throws InvalidSettingsException {
        return new ClipReader(spec, parameters.input(spec), scores);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException, CanceledExecutionException {
        final AnomalyScorerNodeParameters parameters = input.getParameters();
        parameters.check();
        final ExecutionContext exec = input.getExecutionContext();
        final DataTableSpec spec = input.getInTable(0).getDataTableSpec();
        final List<String> scores = parameters.m_scores.names(spec);
        final Optional<String> decisions = parameters.decisions(spec);
        final List<ScoredClip> clips =
            reader(spec, parameters, Stream.concat(scores.stream(), decisions.stream()).toList())
                .read(input.getInTable(0), new KnimeProgress(exec).part(0, 0.8));
        final Evaluator evaluator = new Evaluator(parameters.m_maxFpr);
        final List<Evaluation> evaluations =
            IntStream.range(0, scores.size()).mapToObj(i -> evaluator.evaluate(clips, i)).toList();
        exec.checkCanceled();
        final NodeWarnings warnings = new NodeWarnings();
        warnings.add(EvaluationWarning.of(scores, evaluations));
        output.setOutData(
            MetricsTable.create(exec, spec, scores, evaluations,
                decisions.map(column -> Decisions.ofMachines(clips, scores.size())),
                parameters.m_rule.domains().map(rule -> IntStream.range(0, scores.size())
                    .mapToObj(i -> DomainEvaluation.of(rule, clips, i, parameters.m_maxFpr)).toList())
                    .orElse(List.of())),
            RocTable.create(exec, scores, evaluations),
            ImagePort.of(() -> DetectionPicture.png(scores, evaluations), warnings));
        output.setInternalData(Kept.table(exec, new ScoredTable(scores, decisions.isPresent(),
            parameters.path(spec).isPresent(),
            SpectrogramValue.channel(input.getInTable(0), ChannelChoice.single(1)), parameters.m_maxFpr,
            ScoredTable.clips(clips))));
        warnings.show(output);
    }
}
