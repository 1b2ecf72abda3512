package org.geco.asd.workflows;

import org.geco.asd.nodes.detector.DetectorComposerNodeFactory;
import org.geco.asd.nodes.detector.DetectorPredictorNodeFactory;
import org.geco.asd.nodes.detector.DetectorReaderNodeFactory;
import org.geco.asd.nodes.detector.DetectorWriterNodeFactory;
import org.geco.asd.nodes.ensemble.EnsembleLearnerNodeFactory;
import org.geco.asd.nodes.ensemble.EnsemblePredictorNodeFactory;
import org.geco.asd.nodes.evaluation.AnomalyScorerNodeFactory;
import org.geco.asd.nodes.fusion.ScoreFusionNodeFactory;
import org.geco.asd.nodes.geco.GecoLearnerNodeFactory;
import org.geco.asd.nodes.geco.GecoPredictorNodeFactory;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.logmel.LogMelExtractorNodeFactory;
import org.geco.asd.nodes.monitor.AnomalyAlarmNodeFactory;
import org.geco.asd.nodes.monitor.AnomalyMonitorNodeFactory;
import org.geco.asd.nodes.monitor.HistoryFilterNodeFactory;
import org.geco.asd.nodes.outlier.OutlierLearnerNodeFactory;
import org.geco.asd.nodes.outlier.OutlierPredictorNodeFactory;
import org.geco.asd.nodes.pae.PaeLearnerNodeFactory;
import org.geco.asd.nodes.pae.PaePredictorNodeFactory;
import org.geco.asd.nodes.reader.SoundClipReaderNodeFactory;
import org.geco.asd.nodes.report.AnomalyReportWriterNodeFactory;
import org.geco.asd.nodes.statistics.SpectralStatisticsNodeFactory;
import org.geco.asd.nodes.threshold.ThresholdLearnerNodeFactory;
import org.geco.asd.nodes.threshold.ThresholdPredictorNodeFactory;

/** What several templates are made of. */
final class TemplateParts {

    private TemplateParts() {
    }

    /** From clips to combined scores: the outlier model's leads, GeCo's counts a fifth (docs/decisions.md). */
    static WorkflowNode addDetection(final WorkflowBuilder workflow, final WorkflowNode clips) {
        final WorkflowNode statistics = addStatistics(workflow, clips);
        final WorkflowNode outlier = addOutlierScore(workflow, statistics, 3);
        final WorkflowNode pae = workflow.node(new PaeLearnerNodeFactory(), 3, 2).annotated("one PAE per machine type")
            .variable("seed", "seed").variable("preset", "preset").set("epochs", 0).set("epochs_is_present", true)
            .variable("epochs", "pae_epochs");
        final WorkflowNode geco = workflow.node(new GecoLearnerNodeFactory(), 4, 2).annotated("with λ ramp")
            .variable("seed", "seed").variable("preset", "preset").set("epochs", 0).set("epochs_is_present", true)
            .variable("epochs", "geco_epochs");
        final WorkflowNode gecoScore =
            workflow.node(new GecoPredictorNodeFactory(), 5, 1).annotated("clip-level score");
        final WorkflowNode levels = leading(workflow.node(new EnsembleLearnerNodeFactory(), 6, 2));
        final WorkflowNode ensemble =
            workflow.node(new EnsemblePredictorNodeFactory(), 7, 1).annotated("both scores on one scale");
        workflow.connect(statistics, 1, pae, 1).connect(statistics, 1, geco, 1).connect(pae, 1, geco, 2)
            .connect(geco, 1, gecoScore, 1).connect(outlier, 1, gecoScore, 2)
            .connect(gecoScore, 1, levels, 1).connect(levels, 1, ensemble, 1).connect(gecoScore, 1, ensemble, 2);
        return ensemble;
    }

    /** Of two scores of the ensemble the first one leads. */
    static WorkflowNode leading(final WorkflowNode levels) {
        return levels.annotated("statistics lead, GeCo adds a fifth").set("combination", "MEAN")
            .set("weights", "1, 0.2").set("weights_is_present", true);
    }

    /** The recordings in a folder, cut into clips if a length is set. */
    static WorkflowNode addReader(final WorkflowBuilder workflow, final int row) {
        return workflow.node(new SoundClipReaderNodeFactory(), 0, row).annotated("one row per clip")
            .variable("folder", "dataset").set("clipLength", 0.0).set("clipLength_is_present", true)
            .variable("clipLength", "clip_length");
    }

    /** From clips to a vector of statistics for each. */
    static WorkflowNode addStatistics(final WorkflowBuilder workflow, final WorkflowNode clips) {
        final WorkflowNode mel = workflow.node(new LogMelExtractorNodeFactory(), 1, 0).annotated("128 mel bands");
        final WorkflowNode statistics =
            workflow.node(new SpectralStatisticsNodeFactory(), 2, 0).annotated("maximum, mean, deviation");
        workflow.connect(clips, 1, mel, 1).connect(mel, 1, statistics, 1);
        return statistics;
    }

    /** Learns from all normal clips; the held-out ones are scored as if they had not been among them. */
    static WorkflowNode addOutlierScore(final WorkflowBuilder workflow, final WorkflowNode statistics,
        final int column) {
        final WorkflowNode learner = workflow.node(new OutlierLearnerNodeFactory(), column, 1)
            .annotated("normal clips of each machine");
        final WorkflowNode predictor = workflow.node(new OutlierPredictorNodeFactory(), column + 1, 0)
            .annotated("how far from the normal clips");
        workflow.connect(statistics, 1, learner, 1).connect(learner, 1, predictor, 1)
            .connect(statistics, 1, predictor, 2);
        return predictor;
    }

    /** A decision for each clip by scores of normal ones, metrics where labels exist, and the report. */
    static void addDecision(final WorkflowBuilder workflow, final WorkflowNode normal, final int port,
        final WorkflowNode scored, final int column, final String score) {
        final WorkflowNode predictor = addThresholds(workflow, normal, port, scored, column, score);
        final WorkflowNode scorer =
            workflow.node(new AnomalyScorerNodeFactory(), column + 2, 0).annotated("AUC, pAUC, precision, recall");
        final WorkflowNode report = workflow.node(new AnomalyReportWriterNodeFactory(), column + 2, 1)
            .annotated("CSV files and report.html").variable("outputFolder", "report");
        workflow.connect(predictor, 1, scorer, 1).connect(predictor, 1, report, 1);
    }

    /** A decision for each clip by scores of normal ones. */
    static WorkflowNode addThresholds(final WorkflowBuilder workflow, final WorkflowNode normal,
        final int port, final WorkflowNode scored, final int column, final String score) {
        final WorkflowNode learner = workflow.node(new ThresholdLearnerNodeFactory(), column, 1)
            .annotated("false-alarm rate").variable("rate", "rate").set("score", score);
        final WorkflowNode predictor = workflow.node(new ThresholdPredictorNodeFactory(), column + 1, 0)
            .annotated("anomalous or not").set("score", score);
        workflow.connect(normal, port, learner, 1).connect(learner, 1, predictor, 1).connect(scored, 1, predictor, 2);
        return predictor;
    }

    /** From clips to the report; the seed and the report's folder come from workflow variables. */
    static void addMethod(final WorkflowBuilder workflow, final WorkflowNode clips, final int column) {
        final WorkflowNode mel =
            workflow.node(new LogMelExtractorNodeFactory(), column, 0).annotated("128 mel bands");
        final WorkflowNode pae = workflow.node(new PaeLearnerNodeFactory(), column + 1, 1)
            .annotated("one PAE per machine type").variable("seed", "seed");
        final WorkflowNode paeScore =
            workflow.node(new PaePredictorNodeFactory(), column + 2, 0).annotated("frame-level score");
        final WorkflowNode geco = workflow.node(new GecoLearnerNodeFactory(), column + 2, 2)
            .annotated("with λ ramp").variable("seed", "seed");
        final WorkflowNode gecoScore =
            workflow.node(new GecoPredictorNodeFactory(), column + 3, 1).annotated("clip-level score");
        final WorkflowNode fusion =
            workflow.node(new ScoreFusionNodeFactory(), column + 4, 1).annotated("MSE + γ · (1 − cosine)");
        final WorkflowNode scorer =
            workflow.node(new AnomalyScorerNodeFactory(), column + 5, 0).annotated("AUC and pAUC");
        final WorkflowNode report = workflow.node(new AnomalyReportWriterNodeFactory(), column + 5, 2)
            .annotated("CSV files and report.html").variable("outputFolder", "report");
        workflow.connect(clips, 1, mel, 1) //
            .connect(mel, 1, pae, 1) //
            .connect(pae, 1, paeScore, 1) //
            .connect(mel, 1, paeScore, 2) //
            .connect(mel, 1, geco, 1) //
            .connect(pae, 1, geco, 2) //
            .connect(geco, 1, gecoScore, 1) //
            .connect(paeScore, 1, gecoScore, 2) //
            .connect(gecoScore, 1, fusion, 1) //
            .connect(fusion, 1, scorer, 1) //
            .connect(fusion, 1, report, 1);
    }

    /** Recordings that are new to the history, judged by a detector's file, with report and alarm; their reader. */
    static WorkflowNode addJudgement(final WorkflowBuilder workflow) {
        final WorkflowNode detector = workflow.node(new DetectorReaderNodeFactory(), 0, 0)
            .annotated("what was trained").variable("input/file", "detector");
        final WorkflowNode reader =
            addReader(workflow, 1).variable("scheme", "names").set("clips", "TEST");
        final WorkflowNode filter = workflow.node(new HistoryFilterNodeFactory(), 1, 1)
            .annotated("not judged before").variable("history/place", "history").variable("quiet", "quiet");
        final WorkflowNode predictor =
            workflow.node(new DetectorPredictorNodeFactory(), 2, 0).annotated("scores and decisions");
        final WorkflowNode monitor = workflow.node(new AnomalyMonitorNodeFactory(), 3, 1)
            .annotated("events, trend, drift").variable("history/place", "history")
            .set("score", Columns.ANOMALY_SCORE).set("untilTold", true);
        final WorkflowNode report = workflow.node(new AnomalyReportWriterNodeFactory(), 4, 0)
            .annotated("CSV files and report.html").variable("outputFolder", "report").set("rows/use", "ALL");
        final WorkflowNode alarm = workflow.node(new AnomalyAlarmNodeFactory(), 5, 1)
            .annotated("exit code 4, if wanted").variable("then", "alarm").set("noted", "HISTORY")
            .variable("history/place", "history");
        workflow.connect(reader, 1, filter, 1).connect(detector, 1, filter, 2).connect(detector, 1, predictor, 1)
            .connect(filter, 1, predictor, 2).connect(predictor, 1, report, 1)
            .connect(detector, 1, report, 2).connect(monitor, 2, report, 3).connect(predictor, 1, monitor, 1)
            .connect(detector, 1, monitor, 2).connect(monitor, 1, alarm, 1).connect(report, 0, alarm, 0);
        return reader;
    }

    /** From spectrograms to the file of a detector that needs no training, unless the file is there. */
    static WorkflowNode addQuickDetector(final WorkflowBuilder workflow, final WorkflowNode mel, final int row) {
        final WorkflowNode statistics = workflow.node(new SpectralStatisticsNodeFactory(), 3, row)
            .annotated("maximum, mean, deviation").configured();
        final WorkflowNode outlier = workflow.node(new OutlierLearnerNodeFactory(), 4, row + 1)
            .annotated("normal clips of each machine").set("scoreColumn", Columns.ANOMALY_SCORE);
        final WorkflowNode thresholds = workflow.node(new ThresholdLearnerNodeFactory(), 5, row + 1)
            .annotated("false-alarm rate").variable("rate", "rate").set("score", Columns.ANOMALY_SCORE)
            .set("rows/use", "ALL");
        final WorkflowNode composer = workflow.node(new DetectorComposerNodeFactory(), 6, row)
            .annotated("features, models, thresholds as one").set("outlierScore", Columns.ANOMALY_SCORE);
        final WorkflowNode writer = workflow.node(new DetectorWriterNodeFactory(), 7, row)
            .annotated("unless there is one").variable("output/file", "detector").set("ifExists", "KEEP");
        workflow.connect(mel, 1, statistics, 1).connect(statistics, 1, outlier, 1).connect(outlier, 2, thresholds, 1)
            .connect(outlier, 2, composer, 1).connect(outlier, 1, composer, 5).connect(thresholds, 1, composer, 7)
            .connect(composer, 1, writer, 1);
        return writer;
    }
}
