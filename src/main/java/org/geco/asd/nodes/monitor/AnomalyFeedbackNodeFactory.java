package org.geco.asd.nodes.monitor;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.geco.asd.calibration.ThresholdFeedback;
import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.calibration.Verdicts;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detector.Detector;
import org.geco.asd.monitor.History;
import org.geco.asd.monitor.Reviews;
import org.geco.asd.monitor.Reviews.Reviewed;
import org.geco.asd.monitor.Verdict;
import org.geco.asd.nodes.detector.DetectorPortObject;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.NewTable;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Anomaly Feedback: what people heard refines the thresholds, and is kept for the next training. */
public final class AnomalyFeedbackNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Anomaly Feedback") //
        .icon("../../../../../icons/feedback.png") //
        .shortDescription("Takes what was heard of events into the history, and refines the detector's thresholds.") //
        .fullDescription("""
            <p>Someone listened to last night's events and wrote a word beside each: a fault, or a false alarm. This
            node writes these verdicts into the history of the <i>Anomaly Monitor</i>, all in one transaction. A later
            verdict on a clip replaces the earlier one; the same one again changes nothing. In a table with the columns
            <i>Begin</i> and <i>End</i>, as the monitor's events have them, a row is an event, and its verdict counts
            for all clips of the machine that were anomalous then; in any other table a row is a clip.</p>
            <p><b>Thresholds</b>: false alarms are normal clips, so their scores join those of the held-out clips, and
            the threshold is computed anew at the rate that was promised. All verdicts of the history count that are of
            clips which this detector judged. Where the new threshold would lose a fault (an event of which not more
            than half of the clips would be anomalous any more) that the held-out clips alone would find, it stays,
            unless you allow it, and a warning says so either way. The detector that comes out tells by how many clips
            it was refined, and when; write it with <i>Detector Writer</i> to use it tonight.</p>
            <p><b>The next training</b>: false alarms come out as clips like those of <i>Sound Clip Reader</i>, a fifth
            of each machine's held out. <i>Anomaly Feedback Clips</i> adds them to the reader's table.</p>
            <p>Look at the second output: what each machine's threshold called, and what the refined one calls.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Verdicts", """
                Events of the Anomaly Monitor, or judged clips, with a column that says what was heard.
                """) //
            .addInputPort("Detector", "The detector that judged them.", DetectorPortObject.TYPE) //
            .addOutputTable("Normal clips", "All false alarms of the history, for the next training.") //
            .addOutputTable("Machines", """
                One machine with verdicts a row: confirmed events, rejected clips, the threshold before, the one that
                the verdicts suggest, the one that the detector has now; how many rejected clips each calls anomalous,
                and how many confirmed events it finds; and what is to be known.
                """) //
            .addOutputPort("Refined detector", "The detector with refined thresholds.", DetectorPortObject.TYPE)) //
        .model(NodeFailures.guarded(AnomalyFeedbackNodeParameters.class, AnomalyFeedbackNodeFactory::configure,
            AnomalyFeedbackNodeFactory::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("verdict", "label", "operator", "false alarm", "active learning", "history", "anomaly detection");

    /** Creates the factory. */
    public AnomalyFeedbackNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final AnomalyFeedbackNodeParameters parameters = input.getParameters();
        parameters.check();
        new VerdictRows(input.getInTableSpec(0), parameters);
        output.setOutSpec(0, ReviewedClips.SPEC);
        output.setOutSpec(1, FeedbackTable.SPEC);
        output.setOutSpec(2, input.getInPortSpec(1));
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final AnomalyFeedbackNodeParameters parameters = input.getParameters();
        final NodeWarnings warnings = new NodeWarnings();
        final BufferedDataTable table = input.getInTable(0);
        final DetectorPortObject port = input.getInPortObject(1);
        final Detector detector = port.model();
        final ThresholdModel thresholds = detector.thresholds().orElseThrow(() -> new AsdException(
            "The detector has no thresholds that verdicts could refine.",
            "Learn thresholds with Anomaly Threshold Learner, and connect them to Detector Composer."));
        final List<Reviews.Told> told = new VerdictRows(table.getDataTableSpec(), parameters).read(table, warnings);
        final Reviews.Given given;
        try (History history = parameters.m_history.open()) {
            given = Reviews.give(history, told, LocalDateTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.MILLIS));
        }
        final List<Reviewed> all = given.all();
        if (!given.unknown().isEmpty()) {
            warnings.add(given.unknown().size() + " of " + told.size() + " verdicts are on clips or events that are "
                + "not in the history, and are left out: '" + given.unknown().get(0).clip().path() + "' and so on. "
                + "Let Anomaly Monitor write to the same history first.");
        }
        final List<Reviewed> own = all.stream().filter(each -> detector.ids().contains(each.detector())).toList();
        if (own.size() < all.size()) {
            warnings.add(all.size() - own.size() + " of " + all.size() + " verdicts are on clips that another "
                + "detector judged, and do not refine this one: judge the clips again.");
        }
        final ThresholdFeedback feedback = ThresholdFeedback.of(thresholds, verdicts(own),
            parameters.m_ifLost == AnomalyFeedbackNodeParameters.IfLost.REFINE, detector.ids());
        try (NewTable clips = new NewTable(input.getExecutionContext(), ReviewedClips.SPEC)) {
            ReviewedClips.add(clips, ReviewedClips.SPEC,
                all.stream().filter(each -> each.verdict() == Verdict.REJECTED).toList());
            output.setOutData(0, clips.closed());
        }
        output.setOutData(1, FeedbackTable.create(input.getExecutionContext(), feedback, warnings));
        final boolean changed = feedback.model() != thresholds;
        output.setOutData(2, changed
            ? new DetectorPortObject(detector.refined(feedback.model()), input.getExecutionContext()) : port);
        warnings.show(output);
    }

    private static Map<MachineId, Verdicts> verdicts(final List<Reviewed> reviewed) {
        final Map<MachineId, List<double[]>> events = new TreeMap<>();
        reviewed.forEach(each -> events.computeIfAbsent(each.clip().key().machine(), m -> new ArrayList<>()));
        Reviews.confirmed(reviewed)
            .forEach(event -> events.get(event.get(0).clip().key().machine()).add(scores(event)));
        final Map<MachineId, Verdicts> verdicts = new TreeMap<>();
        events.forEach((machine, faults) -> verdicts.put(machine, new Verdicts(scores(reviewed.stream()
            .filter(each -> each.verdict() == Verdict.REJECTED && each.clip().key().machine().equals(machine))
            .toList()), faults)));
        return verdicts;
    }

    private static double[] scores(final List<Reviewed> reviewed) {
        return reviewed.stream().mapToDouble(each -> each.clip().score()).toArray();
    }
}
