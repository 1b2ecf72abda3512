package org.geco.asd.workflows;

import java.util.List;

import org.geco.asd.nodes.detector.DetectorComparisonNodeFactory;
import org.geco.asd.nodes.detector.DetectorComposerNodeFactory;
import org.geco.asd.nodes.detector.DetectorWriterNodeFactory;
import org.geco.asd.nodes.devicecheck.GpuCheckNodeFactory;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.logmel.LogMelExtractorNodeFactory;
import org.geco.asd.nodes.monitor.FeedbackClipsNodeFactory;
import org.geco.asd.nodes.reader.SoundClipReaderNodeFactory;
import org.geco.asd.nodes.simulator.MachineSoundSimulatorNodeFactory;

/** The workflows that are shipped as templates, as code. */
final class Templates {

    private Templates() {
    }

    /** A template with its folder name. */
    record Template(String name, WorkflowBuilder workflow) {
    }

    static List<Template> all() {
        return List.of(new Template("quick-start", quickStart()), new Template("detect", detect()),
            new Template("detect-fast", detectFast()), new Template("train", train()), new Template("score", score()),
            new Template("score-on-spark", scoreOnSpark()), new Template("gpu-check", gpuCheck()),
            new Template("table1", PaperTables.table1()), new Template("table2", PaperTables.table2()),
            new Template("dcase2020", PaperTables.dcase2020()));
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
        TemplateParts.addMethod(workflow, reader, 2);
        workflow.find("Log-Mel Extractor").configured();
        workflow.find("PAE Learner").set("preset", "QUICK").configured();
        workflow.find("GeCo Learner").set("preset", "QUICK");
        return workflow;
    }

    /** On a folder of recordings: what needs no training and what GeCo learned, on one scale, and a decision. */
    private static WorkflowBuilder detect() {
        final WorkflowBuilder workflow = new WorkflowBuilder("""
            Learns from the normal clips of a folder of recordings, scores its test clips and decides.""");
        workflow.variable("dataset", "").variable("clip_length", 0.0).variable("report", "geco-report")
            .variable("preset", "AUTOMATIC").variable("pae_epochs", 0).variable("geco_epochs", 0)
            .variable("rate", 0.05).variable("seed", 0);
        workflow.note("""
            Detect: set the workflow variable "dataset" to a folder of recordings laid out as in DCASE Task 2 \
            (type/train, type/test) or MIMII. The outlier score needs no training and is there first; GeCo learns from \
            the same clips, with the PAE's predictions. Both scores are put on one scale by normal clips that are held \
            out, and added: the outlier score leads, GeCo's counts a fifth. A clip is anomalous above what such clips \
            exceed at the false-alarm rate in "rate" at most. "preset" is that of both learners \
            (AUTOMATIC, SMALL_DATA, PAPER or QUICK); "pae_epochs" and "geco_epochs" are the lengths of the trainings, \
            0 for the preset's. Long recordings are cut into clips of "clip_length" seconds, if that is not 0.""",
            new Annotations.Box(40, 20, 900, 90));
        final WorkflowNode reader = TemplateParts.addReader(workflow, 0).variable("seed", "seed");
        final WorkflowNode ensemble = TemplateParts.addDetection(workflow, reader);
        TemplateParts.addDecision(workflow, ensemble, 1, ensemble, 8, Columns.ANOMALY_SCORE);
        return workflow;
    }

    /** As detect, and what was learned becomes a file; there need not be any test clips. */
    static WorkflowBuilder train() {
        final WorkflowBuilder workflow = new WorkflowBuilder("""
            Learns from the normal clips of a folder of recordings, and writes one file that judges new ones.""");
        workflow.variable("dataset", "").variable("names", "AUTOMATIC").variable("clip_length", 0.0)
            .variable("detector", "").variable("preset", "AUTOMATIC").variable("pae_epochs", 0)
            .variable("geco_epochs", 0).variable("rate", 0.05).variable("seed", 0).variable("previous", "")
            .variable("if_worse", "KEEP").variable("history", "geco-history");
        workflow.note("""
            Train: set the workflow variable "dataset" to a folder of recordings of healthy machines, laid out as in \
            DCASE Task 2 or MIMII, or a folder for each machine ("names": FOLDERS); long ones are cut into clips of \
            "clip_length" seconds, if that is not 0. All that is learned goes into the file in "detector", which the \
            template "score" judges new recordings with; an older file of that name stays beside it. A clip is \
            anomalous above what normal clips that are held out exceed at the false-alarm rate in "rate" at most. To \
            train again, name the detector in use in "previous": GeCo starts from it, and it is replaced only by one \
            that is at least as good, unless "if_worse" is FORCE. What was heard of alarms (Anomaly Feedback) is \
            learned from, if the history in "history" is there.""",
            new Annotations.Box(40, 20, 900, 90));
        final WorkflowNode reader =
            TemplateParts.addReader(workflow, 0).variable("seed", "seed").variable("scheme", "names");
        final WorkflowNode clips = workflow.node(new FeedbackClipsNodeFactory(), 0, 1)
            .annotated("with what was heard").variable("history/place", "history");
        workflow.connect(reader, 1, clips, 1);
        final WorkflowNode ensemble = TemplateParts.addDetection(workflow, clips);
        workflow.find("GeCo Learner").set("start", "").set("start_is_present", true).variable("start", "previous");
        final WorkflowNode decisions =
            TemplateParts.addThresholds(workflow, ensemble, 1, ensemble, 8, Columns.ANOMALY_SCORE);
        final WorkflowNode composer = workflow.node(new DetectorComposerNodeFactory(), 10, 1)
            .annotated("features, models, thresholds as one");
        final WorkflowNode comparison = workflow.node(new DetectorComparisonNodeFactory(), 11, 1)
            .annotated("not worse than before").set("previous", "").set("previous_is_present", true)
            .variable("previous", "previous").variable("ifWorse", "if_worse");
        final WorkflowNode writer = workflow.node(new DetectorWriterNodeFactory(), 12, 1)
            .annotated("one file").variable("output/file", "detector");
        workflow.connect(decisions, 1, composer, 1).connect(workflow.find("GeCo Learner"), 1, composer, 3)
            .connect(workflow.find("Outlier Learner"), 1, composer, 5)
            .connect(workflow.find("Score Ensemble Learner"), 1, composer, 6)
            .connect(workflow.find("Anomaly Threshold Learner"), 1, composer, 7)
            .connect(composer, 1, comparison, 1).connect(clips, 1, comparison, 2).connect(comparison, 1, writer, 1);
        return workflow;
    }

    /** New recordings, judged by what "train" wrote. */
    static WorkflowBuilder score() {
        final WorkflowBuilder workflow = new WorkflowBuilder("""
            Judges the recordings in a folder with a detector that was trained before.""");
        workflow.variable("detector", "").variable("dataset", "").variable("names", "AUTOMATIC")
            .variable("clip_length", 0.0).variable("history", "geco-history").variable("report", "geco-report")
            .variable("alarm", "WARN").variable("quiet", 60.0);
        workflow.note("""
            Score: the detector in the file of the workflow variable "detector" judges those recordings in the folder \
            in "dataset" ("names" and "clip_length" as in the training) that are new to the history in the file in \
            "history", which keeps what is found; files that were modified less than "quiet" seconds ago are left for \
            the next run. The report is written to the folder in "report"; events, trend and drift are behind the \
            Anomaly Monitor. Nothing is trained, and nothing but these files is needed: run it every night. With \
            "alarm" set to FAIL it fails, as the last thing, if there are new events: exit code 4.""",
            new Annotations.Box(40, 20, 900, 90));
        TemplateParts.addJudgement(workflow);
        return workflow;
    }

    /** The same on a cluster; without a detector, with one that is learned in seconds, of simulated machines. */
    static WorkflowBuilder scoreOnSpark() {
        final WorkflowBuilder workflow = new WorkflowBuilder("""
            Judges the recordings in a folder with a detector on a cluster of Apache Spark.""");
        workflow.variable("detector", "geco-spark/plant.detector").variable("dataset", "geco-spark/machines")
            .variable("names", "AUTOMATIC").variable("clip_length", 0.0).variable("history", "geco-spark/history")
            .variable("report", "geco-spark/report").variable("alarm", "WARN").variable("quiet", 0.0)
            .variable("master", "local-cluster[2,1,1100]").variable("shared", "geco-spark/jobs").variable("spark", "")
            .variable("jar", "").variable("properties", "spark.ui.enabled=false").variable("rate", 0.05);
        workflow.note("""
            Score on Spark: as "score", on the cluster in the workflow variable "master" (spark://HOST:7077, yarn, \
            k8s://…; local-cluster[…] is one on this computer). "spark" is Spark's folder and "jar" the job's, if the \
            environment does not tell them in SPARK_HOME and GECO_SPARK_JAR; "shared" is a folder that this computer \
            and each worker know by the same path, "properties" are Spark's. docs/spark.md tells more.""",
            new Annotations.Box(40, 20, 900, 90));
        workflow.note("""
            To try it without recordings: simulated machines, and a detector of them, unless there is a file of that \
            name. Delete this part when you have a detector of your own.""",
            new Annotations.Box(40, 440, 900, 50));
        final WorkflowNode simulator = workflow.node(new MachineSoundSimulatorNodeFactory(), 0, 3)
            .annotated("simulated machines").set("destination", "FOLDER").set("folder", "geco-spark/machines")
            .set("idsPerType", 1).set("trainClips", 20).set("seconds", 2.0).configured();
        final WorkflowNode clips =
            workflow.node(new SoundClipReaderNodeFactory(), 1, 3).annotated("one row per clip").configured();
        final WorkflowNode mel =
            workflow.node(new LogMelExtractorNodeFactory(), 2, 3).annotated("128 mel bands").configured();
        workflow.connect(simulator, 1, clips, 1).connect(clips, 1, mel, 1);
        final WorkflowNode writer = TemplateParts.addQuickDetector(workflow, mel, 3);
        workflow.find("Outlier Learner").configured();
        workflow.find("Anomaly Threshold Learner").configured();
        final WorkflowNode reader = TemplateParts.addJudgement(workflow);
        workflow.connect(writer, 0, reader, 0).connect(writer, 0, workflow.find("Detector Reader"), 0);
        workflow.find("Detector Predictor").annotated("on the cluster").set("place/runOn", "SPARK")
            .variable("place/master", "master").variable("place/shared", "shared").set("place/home", "")
            .set("place/home_is_present", true).variable("place/home", "spark").set("place/jar", "")
            .set("place/jar_is_present", true).variable("place/jar", "jar")
            .variable("place/properties", "properties");
        return workflow;
    }

    /** The training-free way: an answer, and a decision, within seconds. */
    static WorkflowBuilder detectFast() {
        final WorkflowBuilder workflow = new WorkflowBuilder("""
            Finds faulty machines in a folder of recordings within seconds, without training a network.""");
        workflow.variable("dataset", "").variable("clip_length", 0.0).variable("report", "geco-report")
            .variable("rate", 0.05).variable("seed", 0);
        workflow.note("""
            Detect, fast: set the workflow variable "dataset" to a folder of recordings laid out as in DCASE Task 2 \
            (type/train, type/test) or MIMII. Statistics of each clip's spectrogram are compared with those of its \
            machine's normal clips. A clip is called anomalous where its score is above a threshold that normal clips, \
            each scored as if it had not been learned from, exceed at the false-alarm rate in "rate" at most. Long \
            recordings are cut into clips of "clip_length" seconds, if that is not 0.""",
            new Annotations.Box(40, 20, 900, 90));
        final WorkflowNode statistics = TemplateParts.addStatistics(workflow,
            TemplateParts.addReader(workflow, 0).variable("seed", "seed"));
        final WorkflowNode scored = TemplateParts.addOutlierScore(workflow, statistics, 3);
        TemplateParts.addDecision(workflow, workflow.find("Outlier Learner"), 2, scored, 5, Columns.OUTLIER_SCORE);
        workflow.find("Anomaly Threshold Learner").set("rows/use", "ALL");
        return workflow;
    }

    /** For users with a GPU, who can tell us whether it works. */
    static WorkflowBuilder gpuCheck() {
        final WorkflowBuilder workflow = new WorkflowBuilder("""
            Compares a GPU with the CPU: does it compute the same, and how much faster?""");
        workflow.variable("device", "gpu:0").variable("size", "PAPER").variable("report", "geco-gpu-check.md");
        workflow.note("""
            GPU check: trains small pieces of the PAE and of GeCo on the CPU and on the GPU in the workflow variable \
            "device", scores the same clips on both and compares. The report is written to the file in "report"; \
            without a GPU that can be used it tells what is missing. "size" is PAPER or QUICK.""",
            new Annotations.Box(40, 20, 900, 90));
        workflow.node(new GpuCheckNodeFactory(), 0, 0).annotated("CPU and GPU, a process each")
            .variable("device", "device").variable("size", "size").variable("report", "report").configured();
        return workflow;
    }
}
