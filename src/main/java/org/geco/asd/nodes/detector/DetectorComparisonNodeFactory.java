package org.geco.asd.nodes.detector;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.calibration.ThresholdModel;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.detector.Detection;
import org.geco.asd.detector.Detector;
import org.geco.asd.detector.DetectorScorer;
import org.geco.asd.evaluation.Comparison;
import org.geco.asd.evaluation.Comparison.Judgement;
import org.geco.asd.evaluation.Comparison.Machine;
import org.geco.asd.nodes.detector.DetectorComparisonNodeParameters.IfWorse;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.knime.RowSelection;
import org.geco.asd.nodes.knime.Titles;
import org.geco.asd.nodes.table.NewTable;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
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

/** The node Detector Comparison: a new detector takes over only if it is at least as good. */
public final class DetectorComparisonNodeFactory extends DefaultNodeFactory {
    private static final DataTableSpec SPEC = new DataTableSpec(NewTable.text(Columns.MACHINE_TYPE),
        NewTable.text(Columns.MACHINE_ID), NewTable.number("AUC before"), NewTable.number("AUC now"),
        NewTable.count("Normal clips"), NewTable.count("False alarms before"), NewTable.count("False alarms now"),
        NewTable.count("Confirmed events"), NewTable.count("Found before"), NewTable.count("Found now"),
        NewTable.count("Clips not judged now"), NewTable.flag("At least as good"));

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Detector Comparison") //
        .icon("../../../../../icons/detectorcomparison.png") //
        .shortDescription("Compares a new detector with the one in use on the same clips; the better one passes.") //
        .fullDescription("""
            <p>Judges clips that were not trained on with the new detector and with the one that is in use. Put it
            between <i>Detector Composer</i> and <i>Detector Writer</i>: the detector in use is replaced only by one
            that is at least as good, and the writer keeps the old file beside the new one.</p>
            <p><b>The new one is worse</b> if it finds fewer of a machine's confirmed events (more than half of an
            event's clips must be anomalous); if it calls more of the normal clips anomalous, and more than its promised
            rate makes credible (5 %, binomial test); if its mean AUC over the machines with labels is lower by more
            than a tolerance; or if it does not judge clips that were judged before. The previous detector then comes
            out again, and a warning tells why; the writer leaves its file as it is.</p>
            <p>Both judge the same clips, but which of them the previous one was trained on is not known: where the
            reader holds out others than then, it seems better than it is. Clips of machines that it does not know are
            not compared. Look at the table: where is the new one better, and what did it cost?</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("New detector", "From Detector Composer.", DetectorPortObject.TYPE) //
            .addInputTable("Clips", """
                From Sound Clip Reader, with confirmed events if <i>Anomaly Feedback Clips</i> is behind it.
                """) //
            .addOutputPort("Better detector", "The new one if it is at least as good, else the previous one.",
                DetectorPortObject.TYPE) //
            .addOutputTable("Comparison", """
                One machine a row: AUC where there are labels, false alarms among the normal clips, confirmed events
                found, of both; and whether the new detector as a whole is at least as good. Empty if there is no
                previous one.
                """)) //
        .model(NodeFailures.guarded(DetectorComparisonNodeParameters.class, DetectorComparisonNodeFactory::configure,
            DetectorComparisonNodeFactory::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("retrain", "champion", "challenger", "deployment", "evaluation", "anomaly detection", "sound");

    /** Creates the factory. */
    public DetectorComparisonNodeFactory() {
        super(NODE);
    }

    /** The rows to be compared, and what they tell. */
    private record Rows(RecordingColumns recordings, RowSelection.RowTest used, int label, int event) {
        static Rows of(final DataTableSpec spec, final DetectorComparisonNodeParameters parameters)
            throws InvalidSettingsException {
            parameters.m_labels.check();
            final Optional<String> label = parameters.m_labels.column();
            return new Rows(new RecordingColumns(spec, parameters.m_path, parameters.m_machine),
                parameters.m_rows.on(spec),
                label.isEmpty() ? -1 : Columns.require(spec, Titles.LABEL, label.get(), StringValue.class),
                parameters.m_event.map(name -> Columns.find(spec, name, StringValue.class)).orElse(-1));
        }

        Optional<String> event(final DataRow row) {
            return event < 0 ? Optional.empty()
                : Optional.of(ScoreCells.text(row.getCell(event))).filter(text -> !text.isEmpty());
        }
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final DetectorComparisonNodeParameters parameters = input.getParameters();
        parameters.m_device.check();
        Rows.of(input.getInTableSpec(1), parameters);
        output.setOutSpec(0, null); // which one is known only after comparing them
        output.setOutSpec(1, SPEC);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final DetectorComparisonNodeParameters parameters = input.getParameters();
        final ExecutionContext exec = input.getExecutionContext();
        final DetectorPortObject port = input.getInPortObject(0);
        final Optional<String> file = parameters.m_previous.filter(name -> !name.isBlank());
        if (file.isEmpty()) {
            output.setOutData(0, port);
            output.setOutData(1, new NewTable(exec, SPEC).closed());
            return;
        }
        final NodeWarnings warnings = new NodeWarnings();
        parameters.m_device.start(warnings::add);
        final Path path = Locations.toPath(file.get());
        final Detector previous = Detector.read(path);
        final Detector now = port.model();
        final BufferedDataTable table = input.getInTable(1);
        final Rows rows = Rows.of(table.getDataTableSpec(), parameters);
        final KnimeProgress progress = new KnimeProgress(exec);
        final List<Judgement> old = judge(previous, table, rows, progress.part(0, 0.5));
        final List<Judgement> fresh = judge(now, table, rows, progress.part(0.5, 1));
        final Comparison comparison = Comparison.of(clips(table, rows, parameters, old, fresh),
            now.thresholds().map(ThresholdModel::settings).map(settings -> settings.rate()).orElse(1.0),
            parameters.m_tolerance);
        output.setOutData(1, told(exec, comparison));
        final boolean isWorse = !comparison.worse().isEmpty();
        final boolean keeps = isWorse && parameters.m_ifWorse == IfWorse.KEEP;
        output.setOutData(0, keeps ? new DetectorPortObject(previous, exec) : port);
        if (isWorse) {
            warnings.add("The new detector is worse than '" + path + "': " + String.join("; ", comparison.worse())
                + ". " + (keeps ? "The previous one stays in use." : "It is used all the same, as the settings say."));
        } else if (comparison.machines().isEmpty()) {
            warnings.add("No clip was judged by both detectors, so the new one is used without a comparison.");
        }
        warnings.show(output);
    }

    /** @return score and decision of each used row, in their order */
    private static List<Judgement> judge(final Detector detector, final BufferedDataTable table, final Rows rows,
        final ProgressMonitor progress) throws AsdException {
        final int main = detector.scores().indexOf(detector.mainScore());
        final List<Judgement> judged = new ArrayList<>();
        try (DetectorScorer scorer = new DetectorScorer(detector); CloseableRowIterator iterator = table.iterator()) {
            scorer.judge(UsedRecordings.source(iterator, rows.used(), rows.recordings()),
                (final DataRow row, final Detection detection) -> {
                    final Outcome<Double> score = detection.scores().get(main);
                    judged.add(new Judgement(score, detection.anomalous()));
                    progress.report((double)judged.size() / table.size(), "Recording " + judged.size());
                }, progress);
        }
        return judged;
    }

    private static List<Comparison.Clip> clips(final BufferedDataTable table, final Rows rows,
        final DetectorComparisonNodeParameters parameters, final List<Judgement> before, final List<Judgement> now) {
        final List<Comparison.Clip> clips = new ArrayList<>();
        int index = 0;
        for (final DataRow row : table) {
            if (rows.used().test(row)) {
                final String label = rows.label() < 0 ? "" : ScoreCells.text(row.getCell(rows.label()));
                final int at = index++;
                rows.recordings().recording(row).machine().toOptional()
                    .ifPresent(machine -> clips.add(new Comparison.Clip(machine, parameters.m_labels.meaning(label),
                        rows.event(row), before.get(at), now.get(at))));
            }
        }
        return clips;
    }

    private static BufferedDataTable told(final ExecutionContext exec, final Comparison comparison) {
        try (NewTable table = new NewTable(exec, SPEC)) {
            for (final Machine each : comparison.machines()) {
                table.add(each.machine().type(), each.machine().id(), each.before().auc(), each.now().auc(),
                    each.normals(), each.before().falseAlarms(), each.now().falseAlarms(), each.events(),
                    each.before().found(), each.now().found(), each.lost(), comparison.worse().isEmpty());
            }
            return table.closed();
        }
    }
}
