package org.geco.asd.workflows;

import java.util.List;

import org.geco.asd.methods.geco.GecoSettings;
import org.geco.asd.methods.pae.PaeSettings;
import org.geco.asd.nodes.evaluation.AnomalyScorerNodeFactory;
import org.geco.asd.nodes.fusion.ScoreFusionNodeFactory;
import org.geco.asd.nodes.geco.GecoLearnerNodeFactory;
import org.geco.asd.nodes.geco.GecoPredictorNodeFactory;
import org.geco.asd.nodes.logmel.LogMelExtractorNodeFactory;
import org.geco.asd.nodes.pae.PaeLearnerNodeFactory;
import org.geco.asd.nodes.pae.PaePredictorNodeFactory;
import org.geco.asd.nodes.reader.SoundClipReaderNodeFactory;
import org.geco.asd.nodes.report.AnomalyReportWriterNodeFactory;
import org.geco.asd.nodes.simulator.MachineSoundSimulatorNodeFactory;

/** The workflows that are shipped as templates, as code. */
final class Templates {

    /** What the presets set, as numbers that a workflow variable changes: a variable needs a ticked setting. */
    private static final int PAE_EPOCHS = PaeSettings.SMALL_DATA.training().epochs();

    private static final int GECO_EPOCHS = GecoSettings.SMALL_DATA.training().epochs();

    private Templates() {
    }

    /** A template with its folder name. */
    record Template(String name, WorkflowBuilder workflow) {
    }

    static List<Template> all() {
        return List.of(new Template("quick-start", quickStart()), new Template("detect", detect()));
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

    /** The same on a folder of recordings. */
    private static WorkflowBuilder detect() {
        final WorkflowBuilder workflow = new WorkflowBuilder("""
            Trains on the normal clips of a folder of recordings and scores its test clips.""");
        workflow.variable("dataset", "").variable("report", "geco-report")
            .variable("pae_epochs", PAE_EPOCHS).variable("geco_epochs", GECO_EPOCHS).variable("gamma", 200.0)
            .variable("seed", 0);
        workflow.note("""
            Detect: set the workflow variable "dataset" to a folder of recordings laid out as in DCASE Task 2 \
            (type/train, type/test) or MIMII. "pae_epochs" and "geco_epochs" are the lengths of the trainings, "gamma" \
            is the weight of the GeCo score. With thousands of clips choose the preset "Paper" in both learners and \
            train \
            for 60 and 120 epochs.""",
            new Annotations.Box(40, 20, 900, 90));
        final WorkflowNode reader = workflow.node(new SoundClipReaderNodeFactory(), 0, 0)
            .annotated("one row per clip").variable("folder", "dataset");
        addMethod(workflow, reader, 1);
        workflow.find("PAE Learner").set("epochs", PAE_EPOCHS)
            .set("epochs_is_present", true).variable("epochs", "pae_epochs");
        workflow.find("GeCo Learner").set("epochs", GECO_EPOCHS)
            .set("epochs_is_present", true).variable("epochs", "geco_epochs");
        workflow.find("Anomaly Score Fusion").variable("gamma", "gamma");
        return workflow;
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
