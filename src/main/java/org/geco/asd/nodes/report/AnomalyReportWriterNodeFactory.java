package org.geco.asd.nodes.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.detector.Detector;
import org.geco.asd.evaluation.ScoredClip;
import org.geco.asd.nodes.detector.DetectorPortObject;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.knime.KnimeProgress;
import org.geco.asd.nodes.knime.Locations;
import org.geco.asd.nodes.knime.NodeFailures;
import org.geco.asd.nodes.table.ClipReader;
import org.geco.asd.report.Report;
import org.geco.asd.report.ReportSettings;
import org.geco.asd.report.ReportWriter;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeLogger;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Anomaly Report Writer: an HTML page for people, CSV files for the challenge. */
public final class AnomalyReportWriterNodeFactory extends DefaultNodeFactory {
    /** What the Anomaly Threshold Predictor appends, if it does not give its columns other names. */
    private static final List<String> DECISIONS = List.of(Columns.P_VALUE, Columns.ANOMALOUS);
    private static final NodeLogger LOGGER = NodeLogger.getLogger(AnomalyReportWriterNodeFactory.class);

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Anomaly Report Writer") //
        .icon("../../../../../icons/report.png") //
        .shortDescription("Writes an HTML report of anomaly scores, and the CSV files of DCASE Task 2.") //
        .fullDescription("""
            <p>Writes a folder with</p>
            <ul>
            <li><b>report.html</b>: one page that needs nothing else and loads nothing from anywhere, for screen and
            paper. With labels: AUC and pAUC of each score overall, by machine type and ID, ROC curves and score
            distributions of each machine. With and without labels: the most anomalous clips with their paths, the first
            of them to see and to hear, with a map of where they are unusual, the clips that have no score, with the
            reason, and what the report was made of; of a connected detector its settings, seeds and trainings. With the
            columns <i>p-value</i> and <i>Anomalous</i> of <i>Anomaly Threshold Predictor</i>: a traffic light for each
            machine, with its rule and, if a trend is connected, the course of its last days.</li>
            <li><b>anomaly_score_&lt;type&gt;_id_&lt;ID&gt;.csv</b> for each machine and, with labels,
            <b>result.csv</b>: the files of a DCASE 2020 Task 2 submission. Of clips that are named by sections they are
            those of 2021 and later: <b>anomaly_score_&lt;type&gt;_section_&lt;ID&gt;_test.csv</b> and, with the columns
            <i>p-value</i> and <i>Anomalous</i>, <b>decision_result_…</b> with 0 and 1. The main score, which is the
            last score column unless you choose another, is in the folder itself, every other score in a folder of its
            name.</li> </ul> <p>Open the page in a browser and go from top to bottom: which machines need a look, then
            the first clips, with your ears. A machine without any fault has a most anomalous clip, too.</p> <p>The
            ranking compares each clip with what is usual for its own machine, because scores of different machines have
            different levels.</p> <p>The folder appears complete or not at all: it is written beside its final place and
            moved there. If the node fails or is cancelled, or there are no clips, an earlier report stays. A folder
            that holds anything but a report is never replaced.</p>
            """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable("Scored clips", """
                One row for each clip, with its machine, its scores and, if known, its label.
                """) //
            .addInputPort("Detector (optional)", """
                What the scores were made by: its settings, seeds and trainings become part of the report.
                """, DetectorPortObject.TYPE_OPTIONAL) //
            .addInputPort("Trend (optional)", "Of the Anomaly Monitor: a line beside each machine's traffic light.",
                BufferedDataTable.TYPE_OPTIONAL)) //
        .model(NodeFailures.guarded(AnomalyReportWriterNodeParameters.class, AnomalyReportWriterNodeFactory::configure,
            AnomalyReportWriterNodeFactory::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("HTML", "CSV", "DCASE", "ranking", "anomaly detection", "sound");

    /** Creates the factory. */
    public AnomalyReportWriterNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput input, final ConfigureOutput output)
        throws InvalidSettingsException {
        final AnomalyReportWriterNodeParameters parameters = input.getParameters();
        parameters.settings();
        final DataTableSpec spec = input.getInTableSpec(0);
        reader(spec, parameters, parameters.scores(spec));
        if (input.getInTableSpec(2) != null) {
            TrendRows.on(input.getInTableSpec(2));
        }
    }

    private static ClipReader reader(final DataTableSpec spec, final AnomalyReportWriterNodeParameters parameters,
        final List<String> scores) throws InvalidSettingsException {
        return new ClipReader(spec, parameters.input(), scores);
    }

    private static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws AsdException, InvalidSettingsException {
        final AnomalyReportWriterNodeParameters parameters = input.getParameters();
        final ReportSettings settings = parameters.settings();
        final Path path = Locations.toPath(parameters.m_outputFolder);
        if (input.getInTable(0).size() == 0) {
            output.setWarningMessage("There are no clips: no report was written, and an earlier one stays.");
            return;
        }
        final KnimeProgress progress = new KnimeProgress(input.getExecutionContext());
        final DataTableSpec spec = input.getInTable(0).getDataTableSpec();
        final List<String> scores = parameters.scores(spec);
        final List<ScoredClip> clips =
            reader(spec, parameters, scores).read(input.getInTable(0), progress.part(0, 0.3));
        final Report ranked = Report.of(settings, scores, clips);
        final boolean isJudged = DECISIONS.stream().allMatch(name -> Columns.find(spec, name, DoubleValue.class) >= 0);
        final DetectorPortObject port = input.getInPortObject(1);
        final Optional<Detector> detector = port == null ? Optional.empty() : Optional.of(port.model());
        final BufferedDataTable trend = input.getInTable(2);
        final Report report = (isJudged ? ranked.judged(
            reader(spec, parameters, DECISIONS).read(input.getInTable(0), progress.part(0.3, 0.4)),
            trend == null ? Map.of() : TrendRows.on(trend.getDataTableSpec()).read(trend)) : ranked)
                .heard(parameters.heard(input.getInTable(0), detector), parameters.m_megabytes, progress.part(0.4, 0.8))
                .madeBy(detector.map(Detector::learned).orElse(List.of()));
        final Path page =
            ReportWriter.write(report, path, parameters.m_ifExists.meaning(), progress.part(0.8, 1));
        LOGGER.info("The report is " + page);
        progress.report(1, "The report is " + page);
        if (Locations.isRelative(parameters.m_outputFolder)) {
            output.setWarningMessage("The output folder is relative to where KNIME was started; the report is " + page);
        }
    }
}
