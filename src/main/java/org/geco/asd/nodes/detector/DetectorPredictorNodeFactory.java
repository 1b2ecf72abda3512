package org.geco.asd.nodes.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.geco.asd.cluster.ClusterScorer;
import org.geco.asd.cluster.ClusterSettings;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.Outcome;
import org.geco.asd.detector.Detection;
import org.geco.asd.detector.Detector;
import org.geco.asd.nodes.knime.BadClips;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.knime.NodeWarnings;
import org.geco.asd.nodes.logmel.SoundWarnings;
import org.geco.asd.nodes.model.ModelSpec;
import org.geco.asd.nodes.table.ScoreCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
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

/** The node Detector Predictor: judges recordings in one pass. */
public final class DetectorPredictorNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Detector Predictor") //
        .icon("../../../../../icons/detectorpredictor.png") //
        .shortDescription("Judges recordings with a detector: every score, p-value and decision in one pass.") //
        .fullDescription("""
            <p>Reads each recording, computes its spectrogram, its scores, and what the detector decides. Spectrograms
            are not stored, so any number of recordings takes the same memory.</p>
            <p>Appends each of the detector's scores, and, if it decides, <b>p-value</b>: the share of normal clips that
            seem at least as anomalous; <b>Threshold</b> of the machine; <b>Anomalous</b>: whether the score is above
            it. They are the same, bit for bit, as those of the nodes that the detector was composed of. Sort by
            p-value to see what to check first.</p>
            <p>Many alarms of a machine on one night mean a fault, or that its surroundings have changed: listen to the
            first few in the page of <i>Anomaly Report Writer</i>.</p>
            <p>Where one computer's night is too short, the recordings are spread over a cluster of Apache Spark: see
            <i>Run on</i>. One reason then stands for all that is missing of a recording, and of warnings about sounds
            there is only that of those that are cut off.</p>
            <p>A recording that cannot be read, is too short, or is of a machine that a model does not know has missing
            cells with the reason, and one warning counts them; the others go on.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputPort("Detector", "From Detector Composer or Reader.", DetectorPortObject.TYPE) //
            .addInputTable("Recordings", "One row for each sound file, with its machine.") //
            .addOutputTable("Judged recordings", "The used rows with scores, p-value, threshold and decision.")) //
        .model(NodeFailures.guarded(DetectorPredictorNodeParameters.class, DetectorPredictorNodeFactory::configure,
            DetectorPredictorNodeFactory::execute)) //
        .nodeType(NodeType.Predictor) //
        .keywords("deployment", "anomaly score", "alarm", "anomaly detection", "sound", "monitoring", "Spark",
            "cluster");

    /** Creates the factory. */
    public DetectorPredictorNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws AsdException, InvalidSettingsException {
        final DetectorPredictorNodeParameters parameters = input.getParameters();
        final DataTableSpec table = input.getInTableSpec(1);
        parameters.m_device.check();
        parameters.m_place.check();
        new RecordingColumns(table, parameters.m_path, parameters.m_machine);
        parameters.m_rows.on(table);
        final ModelSpec spec = input.getInPortSpec(0);
        output.setOutSpec(0, spec == null ? null : appended(table, spec.scores()));
    }

    private static DataTableSpec appended(final DataTableSpec table, final List<String> scores)
        throws InvalidSettingsException {
        final DataTableSpecCreator creator = new DataTableSpecCreator(table);
        for (final String score : scores) {
            add(creator, table, score, DoubleCell.TYPE);
        }
        add(creator, table, Columns.P_VALUE, DoubleCell.TYPE);
        add(creator, table, Columns.THRESHOLD, DoubleCell.TYPE);
        add(creator, table, Columns.ANOMALOUS, BooleanCell.TYPE);
        return creator.createSpec();
    }

    private static void add(final DataTableSpecCreator creator, final DataTableSpec table, final String name,
        final DataType type) throws InvalidSettingsException {
        if (table.containsName(name)) {
            throw NodeFailures.settings("The table already has a column \"" + name + "\", which the detector appends.",
                "Rename or remove that column.");
        }
        creator.addColumns(new DataColumnSpecCreator(name, type).createSpec());
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final DetectorPredictorNodeParameters parameters = input.getParameters();
        final DetectorPortObject port = input.getInPortObject(0);
        final Detector detector = port.model();
        final BufferedDataTable table = input.getInTable(1);
        final DataTableSpec spec = table.getDataTableSpec();
        final UsedRecordings recordings = new UsedRecordings(table, parameters.m_rows.on(spec),
            new RecordingColumns(spec, parameters.m_path, parameters.m_machine));
        final NodeWarnings warnings = new NodeWarnings();
        final ExecutionContext exec = input.getExecutionContext();
        final BufferedDataContainer container = exec.createDataContainer(appended(spec, detector.scores()));
        final BadClips bad = new BadClips();
        final SoundWarnings sounds = new SoundWarnings();
        final ClusterScorer.Judged<DataRow> to = (row, detection, lack) -> {
            detection.facts().ifPresent(facts -> sounds.add(container.size(), facts));
            lack.ifPresent(what -> sounds.addCutOff(container.size(), what));
            container.addRowToTable(row(row, detection, detector, container.size(), bad));
        };
        try {
            final Optional<ClusterSettings> cluster = parameters.m_place.cluster();
            if (cluster.isPresent()) {
                new ClusterScorer(detector, cluster.get()).judge(recordings, to, new KnimeProgress(exec));
            } else {
                parameters.m_device.start(warnings::add);
                recordings.judge(detector, to, new KnimeProgress(exec));
            }
        } finally {
            container.close();
        }
        output.setOutData(0, container.getTable());
        warnings.add(bad.warning(container.size(), detector.thresholds().isPresent()
            ? "recordings could not be judged" : "recordings have no score"));
        sounds.of(container.size()).forEach(warnings::add);
        warnings.show(output);
    }

    private static DataRow row(final DataRow row, final Detection detection, final Detector detector,
        final long index, final BadClips bad) {
        final List<DataCell> cells = new ArrayList<>();
        row.forEach(cells::add);
        for (final Outcome<Double> score : detection.scores()) {
            cells.add(ScoreCells.cell(score, DoubleCell::new));
        }
        cells.add(ScoreCells.cell(detection.pValue(), DoubleCell::new));
        cells.add(ScoreCells.cell(detection.threshold(), DoubleCell::new));
        cells.add(ScoreCells.cell(detection.anomalous(), ScoreCells::decision));
        final Outcome<?> told = detector.thresholds().isPresent() ? detection.anomalous()
            : detection.scores().get(detector.scores().indexOf(detector.mainScore()));
        if (!told.isPresent()) {
            bad.add(index, told.reason());
        }
        return new DefaultRow(row.getKey(), cells);
    }
}
