package org.geco.asd.workflows;

import org.geco.asd.nodes.autoencoder.AutoencoderLearnerNodeFactory;
import org.geco.asd.nodes.autoencoder.AutoencoderPredictorNodeFactory;
import org.geco.asd.nodes.classifier.ClassifierLearnerNodeFactory;
import org.geco.asd.nodes.classifier.ClassifierPredictorNodeFactory;
import org.geco.asd.nodes.ensemble.EnsembleLearnerNodeFactory;
import org.geco.asd.nodes.ensemble.EnsemblePredictorNodeFactory;
import org.geco.asd.nodes.evaluation.AnomalyScorerNodeFactory;
import org.geco.asd.nodes.evaluation.ResultsCollectorNodeFactory;
import org.geco.asd.nodes.fusion.ScoreFusionNodeFactory;
import org.geco.asd.nodes.geco.GecoLearnerNodeFactory;
import org.geco.asd.nodes.geco.GecoPredictorNodeFactory;
import org.geco.asd.nodes.knime.Columns;
import org.geco.asd.nodes.logmel.LogMelExtractorNodeFactory;
import org.geco.asd.nodes.outlier.OutlierLearnerNodeFactory;
import org.geco.asd.nodes.outlier.OutlierPredictorNodeFactory;
import org.geco.asd.nodes.pae.PaeLearnerNodeFactory;
import org.geco.asd.nodes.pae.PaePredictorNodeFactory;
import org.geco.asd.nodes.report.AnomalyReportWriterNodeFactory;
import org.geco.asd.nodes.statistics.SpectralStatisticsNodeFactory;
import org.knime.node.DefaultNodeFactory;

/** The paper's Tables 1 and 2, and its method alone, as templates: each method scores the same test clips. */
final class PaperTables {
    private static final String AUTOMATIC = "AUTOMATIC";
    private static final String STATISTIC = "Statistic score";

    /** No score of the table: its name says so to the nodes that take all scores. */
    private static final String PART_OF_BEST = "GeCo of four fifths";
    private static final String ROWS = "rows/values";
    private static final String PATCHES_PER_CLIP = "scoring/patchesPerClip";

    private static final String BESIDE = """
        beside them what won in bench/quality: the statistics of the template detect-fast, which need no training, \
        and these with a fifth of GeCo as in the template detect; for this a GeCo of its own learns without a fifth \
        of the clips, which tell what is usual.""";

    private static final String USE = """
         Set the workflow variable "dataset" to a folder of recordings laid out as in DCASE Task 2 or MIMII; "list" \
        names the published list of an evaluation set, if its clips are to be scored. "preset" is that of all \
        networks: PAPER takes days on a CPU, QUICK shows within minutes that everything works; "pae_epochs", \
        "classifier_epochs" and "geco_epochs" are other lengths, if they are not 0. Each method is trained with as \
        many different random numbers as "members" says, and the last table has mean and deviation over them beside \
        the paper's figures; the file in "results" collects all runs, also of other executions with another "seed"; \
        those that differ from the paper in the same settings are averaged. What was learned stays in the folder in \
        "work", if one is named: a run that was interrupted, executed again, goes on at the method where it was. The \
        report of the last run is written to the folder in "report".""";

    private final WorkflowBuilder m_workflow;
    private final WorkflowNode m_reader;
    private final WorkflowNode m_mel;
    private WorkflowNode m_scored;
    private boolean m_holdsOut;
    private int m_column = 2;

    private PaperTables(final String description, final String results, final String preset, final String note) {
        m_workflow = new WorkflowBuilder(description);
        m_workflow.variable("dataset", "").variable("list", "").variable("clip_length", 0.0)
            .variable("preset", preset).variable("report", "geco-report").variable("seed", 0)
            .variable("pae_epochs", 0).variable("classifier_epochs", 0).variable("geco_epochs", 0)
            .variable("members", 1).variable("work", "").variable("results", results);
        m_workflow.note(note + USE, new Annotations.Box(40, 20, 900, 110));
        m_reader = TemplateParts.addReader(m_workflow, 0).variable("challenge/list", "list")
            .set("challenge/list", "").set("challenge/list_is_present", true).set("heldOutShare_is_present", false);
        m_mel = m_workflow.node(new LogMelExtractorNodeFactory(), 1, 0).annotated("128 mel bands");
        m_workflow.connect(m_reader, 1, m_mel, 1);
        m_scored = m_mel;
    }

    static WorkflowBuilder table1() {
        final PaperTables table = new PaperTables("""
            The paper's Table 1: generative and discriminative methods and their fusion on the same recordings.""",
            "geco-table1.csv", AUTOMATIC,
            "Table 1 of the paper, as far as its methods are nodes (ANP is not); " + BESIDE + " STgram-MFN sees whole "
                + "clips: \"stgram_frames\" are those of the clips, 313 for 10 s.");
        table.m_workflow.variable("ae_epochs", 100).variable("stgram_frames", 313);
        final WorkflowNode pae = table.best();
        table.autoencoder("AUTOENCODER", "AE score");
        table.autoencoder("IDNN", "IDNN score");
        table.paeScore(pae);
        table.classifier("MobileNetV2 score").set("network", "MOBILE_NET_V2").set(PATCHES_PER_CLIP, 32);
        table.classifier("STgram score").set("network", "STGRAM_MFN").set(PATCHES_PER_CLIP, 1)
            .set("sizes/patchFrames", 313)
            .set("sizes/patchFrames_is_present", true).variable("sizes/patchFrames", "stgram_frames");
        table.classifier("AdaCos score").set("head", "CHOSEN").set("classifier/form", "SUB_CLUSTER_ADA_COS");
        table.classifier("Baseline score");
        table.gecoAndFusions(pae);
        return table.evaluated("TABLE_1");
    }

    static WorkflowBuilder dcase2020() {
        final PaperTables table = new PaperTables("""
            The paper's method with the paper's settings, on the data of DCASE 2020 Task 2.""", "geco-dcase2020.csv",
            "PAPER", "The paper's method, with all of its settings: PAE, GeCo with the λ ramp, and their fusion. The "
                + "report has the challenge's files for each machine.");
        final WorkflowNode pae = table.pae();
        table.paeScore(pae);
        table.gecoAndFusions(pae);
        return table.evaluated("TABLE_1");
    }

    static WorkflowBuilder table2() {
        final PaperTables table = new PaperTables("""
            The paper's Table 2: what the contrastive loss's weight λ does.""", "geco-table2.csv",
            AUTOMATIC, "Table 2 of the paper: no PAE (baseline), λ = 0, 1 and 10 throughout, and the λ ramp; "
                + BESIDE);
        final WorkflowNode pae = table.best();
        table.classifier("Baseline score");
        for (final double lambda : new double[]{0, 1, 10}) {
            table.method(table.geco(pae).set("lambda/shape", "CONSTANT").set("lambda/max", lambda),
                new GecoPredictorNodeFactory(), "λ = " + (int)lambda + " score");
        }
        table.method(table.geco(pae), new GecoPredictorNodeFactory(), "λ ramp score");
        return table.evaluated("TABLE_2");
    }

    private WorkflowNode learner(final DefaultNodeFactory factory) {
        final WorkflowNode learner = m_workflow.node(factory, m_column, 2).variable("seed", "seed")
            .variable("members", "members")
            .set("checkpoints/folder", "").set("checkpoints/folder_is_present", true).set("checkpoints/keep", true)
            .variable("checkpoints/folder", "work");
        m_workflow.connect(m_mel, 1, learner, 1);
        return m_holdsOut ? learner.set(ROWS, new String[]{Columns.TRAIN, Columns.HELD_OUT}) : learner;
    }

    private WorkflowNode pae() {
        return network(new PaeLearnerNodeFactory(), "pae_epochs").annotated("one PAE per machine type");
    }

    private WorkflowNode network(final DefaultNodeFactory factory, final String epochs) {
        return learner(factory).set("members", 1).set("members_is_present", true).variable("preset", "preset")
            .set("epochs", 0).set("epochs_is_present", true)
            .variable("epochs", epochs);
    }

    private void paeScore(final WorkflowNode pae) {
        method(pae, new PaePredictorNodeFactory(), "PAE score");
    }

    private void gecoAndFusions(final WorkflowNode pae) {
        method(geco(pae), new GecoPredictorNodeFactory(), "GeCo score");
        fusion("fixed γ", "PAE+GeCo score");
        fusion("γ by labels, as in the paper", "PAE+GeCo multi-γ score").set("gammaMode", "GRID_SEARCH")
            .set("rows/use", "ALL");
    }

    /**
     * Wires what won as the template "detect" does. What is usual is learned from clips that its GeCo has not learned
     * from. All others learn from these, too, as in the paper, and score the test clips alone.
     *
     * @return the PAEs, of all clips
     */
    private WorkflowNode best() {
        m_reader.set("heldOutShare_is_present", true);
        m_holdsOut = true;
        statistic();
        final WorkflowNode pae = pae();
        m_column++;
        predictor(geco(pae).annotated("without held-out clips").set(ROWS, new String[]{Columns.TRAIN}),
            new GecoPredictorNodeFactory(), PART_OF_BEST);
        final WorkflowNode levels = TemplateParts
            .leading(m_workflow.node(new EnsembleLearnerNodeFactory(), m_column, 2)).set("scores/which", "CHOSEN")
            .set("scores/chosen/manualFilter/manuallySelected", new String[]{STATISTIC, PART_OF_BEST});
        m_workflow.connect(m_scored, 1, levels, 1);
        predictor(levels, new EnsemblePredictorNodeFactory(), "Statistic+GeCo score");
        return pae;
    }

    /** The row that every method has to beat. */
    private void statistic() {
        final WorkflowNode statistics = m_workflow.node(new SpectralStatisticsNodeFactory(), m_column, 0)
            .annotated("maximum, mean, deviation");
        final WorkflowNode learner = m_workflow.node(new OutlierLearnerNodeFactory(), m_column + 1, 2)
            .annotated("normal clips of each machine");
        m_workflow.connect(m_mel, 1, statistics, 1).connect(statistics, 1, learner, 1);
        m_scored = statistics;
        m_column++;
        predictor(learner, new OutlierPredictorNodeFactory(), STATISTIC);
    }

    private WorkflowNode geco(final WorkflowNode pae) {
        final WorkflowNode learner = network(new GecoLearnerNodeFactory(), "geco_epochs");
        m_workflow.connect(pae, 1, learner, 2);
        return learner;
    }

    private void autoencoder(final String network, final String score) {
        method(learner(new AutoencoderLearnerNodeFactory()).set("network", network).set("epochs_is_present", true)
            .variable("epochs", "ae_epochs"), new AutoencoderPredictorNodeFactory(), score);
    }

    private WorkflowNode classifier(final String score) {
        final WorkflowNode learner = network(new ClassifierLearnerNodeFactory(), "classifier_epochs");
        method(learner, new ClassifierPredictorNodeFactory(), score);
        return learner;
    }

    /** A row of the table, with each member's. */
    private void method(final WorkflowNode learner, final DefaultNodeFactory factory, final String score) {
        final WorkflowNode predictor = predictor(learner, factory, score).set("memberScores", 1)
            .set("memberScores_is_present", true).variable("memberScores", "members");
        if (m_holdsOut) {
            predictor.set(ROWS, new String[]{Columns.TEST});
        }
    }

    /** It takes what the one before it scored. */
    private WorkflowNode predictor(final WorkflowNode learner, final DefaultNodeFactory factory, final String score) {
        final WorkflowNode predictor =
            m_workflow.node(factory, m_column + 1, 0).annotated(score).set("scoreColumn", score);
        m_workflow.connect(learner, 1, predictor, 1).connect(m_scored, 1, predictor, 2);
        m_scored = predictor;
        m_column += 2;
        return predictor;
    }

    private WorkflowNode fusion(final String annotation, final String score) {
        final WorkflowNode fusion = m_workflow.node(new ScoreFusionNodeFactory(), m_column, 0).annotated(annotation)
            .set("outputColumn", score);
        m_workflow.connect(m_scored, 1, fusion, 1);
        m_scored = fusion;
        m_column++;
        return fusion;
    }

    private WorkflowBuilder evaluated(final String paper) {
        final WorkflowNode scorer =
            m_workflow.node(new AnomalyScorerNodeFactory(), m_column, 0).annotated("AUC and pAUC of each method");
        final WorkflowNode report = m_workflow.node(new AnomalyReportWriterNodeFactory(), m_column, 1)
            .annotated("CSV files and report.html").variable("outputFolder", "report");
        final WorkflowNode collector = m_workflow.node(new ResultsCollectorNodeFactory(), m_column + 1, 0)
            .annotated("mean and deviation over the seeds").variable("file", "results").variable("seed", "seed")
            .variable("settings", "preset").set("reference", paper);
        m_workflow.connect(m_scored, 1, scorer, 1).connect(m_scored, 1, report, 1).connect(scorer, 1, collector, 1)
            .connect(m_mel, 1, collector, 2);
        return m_workflow;
    }
}
