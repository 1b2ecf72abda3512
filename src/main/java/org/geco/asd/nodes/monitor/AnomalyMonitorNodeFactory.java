package org.geco.asd.nodes.monitor;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.common.AsdException;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.Provenance;
import org.geco.asd.detector.Detector;
import org.geco.asd.mel.Features;
import org.geco.asd.mel.MelSettings;
import org.geco.asd.monitor.Drift;
import org.geco.asd.monitor.Event;
import org.geco.asd.monitor.History;
import org.geco.asd.monitor.JudgedClip;
import org.geco.asd.monitor.Monitor;
import org.geco.asd.nodes.detector.DetectorPortObject;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.table.SpectrogramValue;
import org.geco.asd.nodes.view.Kept;
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

/** The node Anomaly Monitor: judged clips and what is remembered become events, trend and drift. */
public final class AnomalyMonitorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Anomaly Monitor") //
        .icon("../../../../../icons/monitor.png") //
        .shortDescription("Remembers judged clips night after night, and tells events, trend and drift.") //
        .fullDescription("""
            <p>Adds the judged clips to a history, and tells what they mean together with those of earlier runs. The
            history is a file, or any database; everything of a run is in it or nothing, and a clip that is judged again
            replaces what was known of it, so that nothing counts twice.</p>
            <p><b>Events</b>: anomalous clips of a machine that belong together, with the clip to listen to. Single
            clips are taken for false alarms (<i>k of n</i>); where a threshold was learned from so few clips that it
            does not keep its rate, more must be anomalous, or there are no events, which a warning says. Look at those
            that are new first.</p>
            <p><b>Trend</b>: for each machine and day, clips, anomalous ones, and how far their median score lies above
            the usual, in standard deviations. It rises before a fault is heard by itself.</p>
            <p><b>Drift</b>: whether this run's scores (and levels) still are like those of normal clips, tested for all
            machines together, and what to do: one machine that has changed is to be listened to; most machines at once
            mean that a microphone or the recording has changed.</p>
            <p>Look first at the view's first line, which says in words how many events are new and what to do; then at
            the calendar of machines and days, where a fault that grows is seen days before its first event, and a moved
            microphone as a column; then listen to the events' clips.</p>
            <p>When a clip was recorded comes from the column <i>Recorded at</i>; without it, from the date of its file.
            A detector, if connected, tells the scores of normal clips and who judged; else they are the first normal
            clips of the history. <i>Anomaly Alarm</i> behind it makes a run fail where there are new events.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Judged clips", """
                From Detector Predictor or Anomaly Threshold Predictor: machines, paths, scores, p-values, decisions.
                """) //
            .addInputPort("Detector (optional)", "The detector that judged them.", DetectorPortObject.TYPE_OPTIONAL) //
            .addOutputTable("Events", """
                One event a row: machine, begin, end, peak score, lowest p-value, anomalous clips, path and start of the
                clip to listen to, whether it is new, and this run's number in the history.
                """) //
            .addOutputTable("Trend", """
                One day of a machine a row: clips, anomalous clips, their share, median score, and how far that lies
                above the usual, in standard deviations.
                """) //
            .addOutputTable("Drift", """
                One machine of this run a row: clips, normal clips they are compared with, p-value adjusted for all
                machines, probability that a clip of this run is higher than a normal one (0.5: neither), the same of
                the levels, what has changed, and what to do.
                """)) //
        .model(NodeFailures.guarded(AnomalyMonitorNodeParameters.class, AnomalyMonitorNodeFactory::configure,
            AnomalyMonitorNodeFactory::execute)) //
        .addView(MonitorView.PAGE) //
        .nodeType(NodeType.Other) //
        .keywords("history", "events", "trend", "drift", "alarm", "monitoring", "H2", "database", "anomaly detection");

    /** Creates the factory. */
    public AnomalyMonitorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final AnomalyMonitorNodeParameters parameters = input.getParameters();
        parameters.m_history.check();
        parameters.settings().check();
        new JudgedRows(input.getInTableSpec(0), parameters);
        output.setOutSpec(0, MonitorTables.EVENTS);
        output.setOutSpec(1, MonitorTables.TREND);
        output.setOutSpec(2, MonitorTables.DRIFT);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final AnomalyMonitorNodeParameters parameters = input.getParameters();
        final ExecutionContext exec = input.getExecutionContext();
        final KnimeProgress progress = new KnimeProgress(exec);
        final NodeWarnings warnings = new NodeWarnings();
        final BufferedDataTable table = input.getInTable(0);
        final DetectorPortObject port = input.getInPortObject(1);
        final Optional<Detector> detector = port == null ? Optional.empty() : Optional.of(port.model());
        final LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS);
        final JudgedRows rows = new JudgedRows(table.getDataTableSpec(), parameters);
        final List<JudgedClip> clips = rows.read(table, now, progress.part(0, 0.3));
        warnings.add(rows.warning(table.size()));
        final Monitor monitor;
        try (History history = parameters.m_history.open()) {
            monitor = Monitor.watch(history, new Monitor.Night(now,
                detector.flatMap(Detector::provenance).map(Provenance::id).orElse(""), clips,
                detector.flatMap(Detector::thresholds).map(known -> known.settings().rate()).orElse(1.0),
                normals(detector, parameters.m_score, warnings)), parameters.settings(), progress.part(0.3, 0.9));
        }
        monitor.warnings().forEach(warnings::add);
        warnings.add(drifted(monitor));
        output.setOutData(0, MonitorTables.events(exec, monitor));
        output.setOutData(1, MonitorTables.trend(exec, monitor.trend()));
        output.setOutData(2, MonitorTables.drift(exec, monitor.drift()));
        final Watched.All seen = Watched.of(monitor, parameters.m_score, clips, detector.map(Detector::features)
            .orElse(new Features(MelSettings.PAPER, SpectrogramValue.channel(table, ChannelChoice.single(1)), 0)));
        output.setInternalData(Kept.table(exec, seen.watched()),
            Kept.table(exec, seen.runs().toArray(Record[]::new)));
        final long alarms = monitor.events().stream().filter(Event::isNew).count();
        progress.report(1, alarms + " new events");
        warnings.show(output);
    }

    private static Map<MachineId, Monitor.Normals> normals(final Optional<Detector> detector, final String score,
        final NodeWarnings warnings) {
        final Map<MachineId, Monitor.Normals> normals = new HashMap<>();
        final Optional<ThresholdModel> thresholds = detector.flatMap(Detector::thresholds);
        if (thresholds.isPresent() && thresholds.get().settings().score().equals(score)) {
            thresholds.get().thresholds().forEach((machine, threshold) -> normals.put(machine, new Monitor.Normals(
                thresholds.get().heldOut(machine), threshold.rate().toOptional().orElse(0.0))));
        } else if (thresholds.isPresent()) {
            warnings.add("The detector decides by \"" + thresholds.get().settings().score() + "\", and \"" + score
                + "\" is watched: trend and drift compare with the history's normal clips.");
        }
        return normals;
    }

    private static Optional<String> drifted(final Monitor monitor) {
        final List<Drift> drifted = monitor.drift().stream()
            .filter(each -> each.cause() == Drift.Cause.MACHINE || each.cause() == Drift.Cause.RECORDING).toList();
        return drifted.isEmpty() ? Optional.empty() : Optional.of(drifted.size() + " of " + monitor.drift().size()
            + (drifted.size() == 1 ? " machines has drifted: " : " machines have drifted: ")
            + drifted.get(0).machine() + ". " + drifted.get(0).advice());
    }
}
