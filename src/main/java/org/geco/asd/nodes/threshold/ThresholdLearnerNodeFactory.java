package org.geco.asd.nodes.threshold;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.dataset.Label;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.ClipReader;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Anomaly Threshold Learner. */
public final class ThresholdLearnerNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Anomaly Threshold Learner") //
        .icon("../../../../../icons/thresholdlearner.png") //
        .shortDescription("Finds for each machine the score above which a clip is anomalous, at a false-alarm rate.") //
        .fullDescription("""
            <p>Finds the threshold of an anomaly score for each machine, from normal clips alone, at a false-alarm rate
            that you choose. The node <i>Anomaly Threshold Predictor</i> then says of each clip whether it is
            anomalous.</p>
            <p><b>The promise.</b> The threshold is the ⌈(n + 1)(1 − rate)⌉-th smallest score of n normal clips that no
            model was trained on (split-conformal prediction). Of fresh normal clips of the same machine under the same
            conditions at most this share is called anomalous on average, whatever the distribution of the scores. Clips
            that a model was trained on have scores that are too low, and would give too many false alarms.</p>
            <p><b>How many clips.</b> n clips can promise no rate below 1/(n + 1): 19 clips 0.05, 9 clips 0.1, 99 clips
            0.01. A machine with fewer is ranked with the other machines of its type, gets the smallest rate that it can
            promise, or no decision, and a warning says so.</p>
            <p><b>Second opinion.</b> A gamma distribution fitted to the same scores gives another threshold. It
            promises nothing: on few clips, or scores of another shape, its false alarms are far from the rate.</p>
            <p>Clips labelled as anomalous are left out, with a warning; clips without a label count as normal. Look at
            the second output: the rate promised for each machine, and whether both thresholds are of the same
            size.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Scored clips", """
                One row for each clip, with its machine and its score; the held-out normal ones are used.
                """) //
            .addOutputPort("Thresholds", "What the Anomaly Threshold Predictor needs.", ThresholdPortObject.TYPE) //
            .addOutputTable("Thresholds of the machines", """
                One row for each machine: its held-out clips, its threshold, the false-alarm rate promised, the gamma
                distribution's threshold, and what is to be known of them.
                """)) //
        .model(NodeFailures.guarded(ThresholdLearnerNodeParameters.class, ThresholdLearnerNodeFactory::configure,
            ThresholdLearnerNodeFactory::execute)) //
        .nodeType(NodeType.Learner) //
        .keywords("threshold", "false alarm", "conformal", "p-value", "gamma", "decision", "anomaly detection");

    /** Creates the factory. */
    public ThresholdLearnerNodeFactory() {
        super(NODE);
    }

    private static ClipReader reader(final DataTableSpec spec, final ThresholdLearnerNodeParameters parameters)
        throws AsdException, InvalidSettingsException {
        parameters.settings().check();
        return new ClipReader(spec, parameters.input(), List.of(parameters.m_score));
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        reader(input.getInTableSpec(0), input.getParameters());
        output.setOutSpec(0, null); // the machines are known only after reading
        output.setOutSpec(1, ThresholdTable.SPEC);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final ThresholdLearnerNodeParameters parameters = input.getParameters();
        final BufferedDataTable table = input.getInTable(0);
        final NodeWarnings warnings = new NodeWarnings();
        final List<ScoredClip> clips = reader(table.getDataTableSpec(), parameters).read(table,
            new KnimeProgress(input.getExecutionContext()));
        final ThresholdModel model = ThresholdModel.learn(parameters.settings(), heldOut(clips, warnings));
        output.setOutData(0, new ThresholdPortObject(model, input.getExecutionContext()));
        output.setOutData(1, ThresholdTable.create(input.getExecutionContext(), model, warnings));
        warnings.show(output);
    }

    /** The scores of each machine's normal clips; warns of clips that are labelled anomalous or have no score. */
    private static Map<MachineId, double[]> heldOut(final List<ScoredClip> clips, final NodeWarnings warnings) {
        warnings.add(ClipReader.anomaliesLeftOut(clips, "thresholds are learned from normal clips"));
        final List<ScoredClip> normal = clips.stream().filter(clip -> clip.label() != Label.ANOMALY).toList();
        final BadClips missing = new BadClips();
        normal.stream().map(clip -> clip.scores().get(0)).filter(score -> !score.isPresent())
            .forEach(score -> missing.add(missing.count(), score.reason()));
        warnings.add(missing.warning(clips.size(), "clips have no score and were left out"));
        return normal.stream().collect(Collectors.groupingBy(ScoredClip::machine,
            Collectors.collectingAndThen(Collectors.toList(), machine -> machine.stream()
                .map(clip -> clip.scores().get(0)).filter(Outcome::isPresent).mapToDouble(Outcome::value).toArray())));
    }
}
