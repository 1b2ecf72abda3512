package org.geco.asd.workflows;

import java.util.List;

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
import org.geco.asd.nodes.outlier.OutlierLearnerNodeFactory;
import org.geco.asd.nodes.outlier.OutlierPredictorNodeFactory;
import org.geco.asd.nodes.pae.PaeLearnerNodeFactory;
import org.geco.asd.nodes.pae.PaePredictorNodeFactory;
import org.geco.asd.nodes.reader.SoundClipReaderNodeFactory;
import org.geco.asd.nodes.report.AnomalyReportWriterNodeFactory;
import org.geco.asd.nodes.simulator.MachineSoundSimulatorNodeFactory;
import org.geco.asd.nodes.statistics.SpectralStatisticsNodeFactory;
import org.geco.asd.nodes.threshold.ThresholdLearnerNodeFactory;
import org.geco.asd.nodes.threshold.ThresholdPredictorNodeFactory;

/** The workflows that are shipped as templates, as code. */
final class Templates {

    private Templates() {
    }

    /** A template with its folder name. */
    record Template(String name, WorkflowBuilder workflow) {
    }

    static List<Template> all() {
        return List.of(new Template("quick-start", quickStart()), new Template("detect", detect()),
            new Template("detect-fast", detectFast()), new Template("train", train()), new Template("score", score()));
    }

    /** Simulated machines from the first sound to the report, in a few minutes. */
    static WorkflowBuilder quickStart() {
        final WorkflowBuilder workflow = new WorkflowBuilder("""
            Simulates machines, learns their normal sounds and finds the faulty ones: the whole method in a few \
            minutes.""");
        workflow.variable("report", "geco-report").variable("seed", 0);
        workflow.note("""
            Quick start: simulated fans and pumps, some of them broken. The PAE learns to predict frames of normal \
            sounds, GeCo learns to tell the machines apart, and both scores are fused. Only normal clips are used for \
            training. The report is written to the folder in the workflow variable "report".""",
            new Annotations.Box(40, 20, 900, 90));
        final WorkflowNode simulator = workflow.node(new MachineSoundSimulatorNodeFactory(), 0, 0)
            .annotated("normal and broken machines").variable("seed", "seed").configured()
            .set("severity", 2.0);
        final WorkflowNode reader =
            workflow.node(new SoundClipReaderNodeFactory(), 1, 0).annotated("one row per clip").configured();
        workflow.connect(simulator, 1, reader, 1);
        addMethod(workflow, reader, 2);
        workflow.find("Log-Mel Extractor").configured();
        workflow.find("PAE Learner").set("preset", "QUICK").configured();
        workflow.find("GeCo Learner").set("preset", "QUICK");
        return workflow;
    }

    /** On a folder of recordings: what needs no training and what GeCo learned, on one scale, and a decision. */
    private static WorkflowBuilder detect() {
        final WorkflowBuilder workflow = new WorkflowBuilder("""
            Learns from the normal clips of a folder of recordings, scores its test clips and decides.""");
        workflow.variable("dataset", "").variable("report", "geco-report")
            .variable("preset", "AUTOMATIC").variable("pae_epochs", 0).variable("geco_epochs", 0)
            .variable("rate", 0.05).variable("seed", 0);
        workflow.note("""
            Detect: set the workflow variable "dataset" to a folder of recordings laid out as in DCASE Task 2 \
            (type/train, type/test) or MIMII. The outlier score needs no training and is there first; GeCo learns from \
            the same clips, with the PAE's predictions. Both scores are put on one scale by normal clips that are held \
            out, and combined; a clip is anomalous above what such clips exceed at the false-alarm rate in "rate" at \
            most. "preset" is that of both learners (AUTOMATIC, SMALL_DATA, PAPER or QUICK); "pae_epochs" and \
            "geco_epochs" are the lengths of the trainings, 0 for the preset's.""",
            new Annotations.Box(40, 20, 900, 90));
        addDecision(workflow, addDetection(workflow), 1, workflow.find("Score Ensemble Predictor"), 8,
            Columns.ANOMALY_SCORE);
        return workflow;
    }

    /** As detect, and what was learned becomes a file; there need not be any test clips. */
    static WorkflowBuilder train() {
        final WorkflowBuilder workflow = new WorkflowBuilder("""
            Learns from the normal clips of a folder of recordings, and writes one file that judges new ones.""");
        workflow.variable("dataset", "").variable("names", "AUTOMATIC").variable("detector", "")
            .variable("preset", "AUTOMATIC").variable("pae_epochs", 0).variable("geco_epochs", 0)
            .variable("rate", 0.05).variable("seed", 0);
        workflow.note("""
            Train: set the workflow variable "dataset" to a folder of recordings of healthy machines, laid out as in \
            DCASE Task 2 or MIMII, or a folder for each machine ("names": FOLDERS). All that is learned goes into the \
            file in "detector", which the template "score" judges new recordings with; an older file of that name \
            stays beside it. A clip is anomalous above what normal clips that are held out exceed at the false-alarm \
            rate in "rate" at most.""",
            new Annotations.Box(40, 20, 900, 90));
        final WorkflowNode ensemble = addDetection(workflow);
        workflow.find("Sound Clip Reader").variable("scheme", "names");
        final WorkflowNode decisions = addThresholds(workflow, ensemble, 1, ensemble, 8, Columns.ANOMALY_SCORE);
        final WorkflowNode composer = workflow.node(new DetectorComposerNodeFactory(), 10, 1)
            .annotated("features, models, thresholds as one");
        final WorkflowNode writer = workflow.node(new DetectorWriterNodeFactory(), 11, 1)
            .annotated("one file").variable("output/file", "detector");
        workflow.connect(decisions, 1, composer, 1).connect(workflow.find("GeCo Learner"), 1, composer, 3)
            .connect(workflow.find("Outlier Learner"), 1, composer, 5)
            .connect(workflow.find("Score Ensemble Learner"), 1, composer, 6)
            .connect(workflow.find("Anomaly Threshold Learner"), 1, composer, 7)
            .connect(composer, 1, writer, 1);
        return workflow;
    }

    /** New recordings, judged by what "train" wrote. */
    static WorkflowBuilder score() {
        final WorkflowBuilder workflow = new WorkflowBuilder("""
            Judges the recordings in a folder with a detector that was trained before.""");
        workflow.variable("detector", "").variable("dataset", "").variable("names", "AUTOMATIC")
            .variable("report", "geco-report");
        workflow.note("""
            Score: the detector in the file of the workflow variable "detector" judges all recordings in the folder in \
            "dataset" ("names" as in the training), and the report is written to the folder in "report". Nothing is \
            trained, and nothing but these files is needed: run it every night.""",
            new Annotations.Box(40, 20, 700, 90));
        final WorkflowNode detector = workflow.node(new DetectorReaderNodeFactory(), 0, 0)
            .annotated("what was trained").variable("input/file", "detector");
        final WorkflowNode reader = workflow.node(new SoundClipReaderNodeFactory(), 0, 1)
            .annotated("one row per recording").variable("folder", "dataset").variable("scheme", "names")
            .set("clips", "TEST");
        final WorkflowNode predictor =
            workflow.node(new DetectorPredictorNodeFactory(), 1, 0).annotated("scores and decisions");
        final WorkflowNode report = workflow.node(new AnomalyReportWriterNodeFactory(), 2, 0)
            .annotated("CSV files and report.html").variable("outputFolder", "report").set("rows/use", "ALL");
        workflow.connect(detector, 1, predictor, 1).connect(reader, 1, predictor, 2)
            .connect(predictor, 1, report, 1);
        return workflow;
    }

    /** From a folder of recordings to combined scores of an outlier model and GeCo. */
    private static WorkflowNode addDetection(final WorkflowBuilder workflow) {
        final WorkflowNode statistics = addStatistics(workflow);
        final WorkflowNode outlier = addOutlierScore(workflow, statistics, 3);
        final WorkflowNode pae = workflow.node(new PaeLearnerNodeFactory(), 3, 2).annotated("one PAE per machine type")
            .variable("seed", "seed").variable("preset", "preset").set("epochs", 0).set("epochs_is_present", true)
            .variable("epochs", "pae_epochs");
        final WorkflowNode geco = workflow.node(new GecoLearnerNodeFactory(), 4, 2).annotated("with λ ramp")
            .variable("seed", "seed").variable("preset", "preset").set("epochs", 0).set("epochs_is_present", true)
            .variable("epochs", "geco_epochs");
        final WorkflowNode gecoScore =
            workflow.node(new GecoPredictorNodeFactory(), 5, 1).annotated("clip-level score");
        final WorkflowNode levels =
            workflow.node(new EnsembleLearnerNodeFactory(), 6, 2).annotated("usual levels, by held-out clips");
        final WorkflowNode ensemble =
            workflow.node(new EnsemblePredictorNodeFactory(), 7, 1).annotated("both scores on one scale");
        workflow.connect(statistics, 1, pae, 1).connect(statistics, 1, geco, 1).connect(pae, 1, geco, 2)
            .connect(geco, 1, gecoScore, 1).connect(outlier, 1, gecoScore, 2)
            .connect(gecoScore, 1, levels, 1).connect(levels, 1, ensemble, 1).connect(gecoScore, 1, ensemble, 2);
        return ensemble;
    }

    /** The training-free way: an answer, and a decision, within seconds. */
    private static WorkflowBuilder detectFast() {
        final WorkflowBuilder workflow = new WorkflowBuilder("""
            Finds faulty machines in a folder of recordings within seconds, without training a network.""");
        workflow.variable("dataset", "").variable("report", "geco-report").variable("rate", 0.05)
            .variable("seed", 0);
        workflow.note("""
            Detect, fast: set the workflow variable "dataset" to a folder of recordings laid out as in DCASE Task 2 \
            (type/train, type/test) or MIMII. Statistics of each clip's spectrogram are compared with those of its \
            machine's normal clips. A clip is called anomalous where its score is above a threshold that normal clips, \
            each scored as if it had not been learned from, exceed at the false-alarm rate in "rate" at most.""",
            new Annotations.Box(40, 20, 900, 90));
        final WorkflowNode statistics = addStatistics(workflow);
        final WorkflowNode scored = addOutlierScore(workflow, statistics, 3);
        addDecision(workflow, workflow.find("Outlier Learner"), 2, scored, 5, Columns.OUTLIER_SCORE);
        workflow.find("Anomaly Threshold Learner").set("rows/use", "ALL");
        return workflow;
    }

    /** From a folder of recordings to a vector of statistics for each clip. */
    private static WorkflowNode addStatistics(final WorkflowBuilder workflow) {
        final WorkflowNode reader = workflow.node(new SoundClipReaderNodeFactory(), 0, 0)
            .annotated("one row per clip").variable("folder", "dataset").variable("seed", "seed");
        final WorkflowNode mel = workflow.node(new LogMelExtractorNodeFactory(), 1, 0).annotated("128 mel bands");
        final WorkflowNode statistics =
            workflow.node(new SpectralStatisticsNodeFactory(), 2, 0).annotated("maximum, mean, deviation");
        workflow.connect(reader, 1, mel, 1).connect(mel, 1, statistics, 1);
        return statistics;
    }

    /** Learns from all normal clips; the held-out ones are scored as if they had not been among them. */
    private static WorkflowNode addOutlierScore(final WorkflowBuilder workflow, final WorkflowNode statistics,
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
    private static void addDecision(final WorkflowBuilder workflow, final WorkflowNode normal, final int port,
        final WorkflowNode scored, final int column, final String score) {
        final WorkflowNode predictor = addThresholds(workflow, normal, port, scored, column, score);
        final WorkflowNode scorer =
            workflow.node(new AnomalyScorerNodeFactory(), column + 2, 0).annotated("AUC, pAUC, precision, recall");
        final WorkflowNode report = workflow.node(new AnomalyReportWriterNodeFactory(), column + 2, 1)
            .annotated("CSV files and report.html").variable("outputFolder", "report");
        workflow.connect(predictor, 1, scorer, 1).connect(predictor, 1, report, 1);
    }

    /** A decision for each clip by scores of normal ones. */
    private static WorkflowNode addThresholds(final WorkflowBuilder workflow, final WorkflowNode normal,
        final int port, final WorkflowNode scored, final int column, final String score) {
        final WorkflowNode learner = workflow.node(new ThresholdLearnerNodeFactory(), column, 1)
            .annotated("false-alarm rate").variable("rate", "rate").set("score", score);
        final WorkflowNode predictor = workflow.node(new ThresholdPredictorNodeFactory(), column + 1, 0)
            .annotated("anomalous or not").set("score", score);
        workflow.connect(normal, port, learner, 1).connect(learner, 1, predictor, 1).connect(scored, 1, predictor, 2);
        return predictor;
    }

    /** From clips to the report; the seed and the report's folder come from workflow variables. */
    private static void addMethod(final WorkflowBuilder workflow, final WorkflowNode clips, final int column) {
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
}
