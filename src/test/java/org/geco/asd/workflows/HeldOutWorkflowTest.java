package org.geco.asd.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.geco.asd.detector.Combined;
import org.geco.asd.detector.Detector;
import org.geco.asd.fusion.Gamma;
import org.geco.asd.nodes.detector.DetectorComposerNodeFactory;
import org.geco.asd.nodes.detector.DetectorPredictorNodeFactory;
import org.geco.asd.nodes.detector.DetectorWriterNodeFactory;
import org.geco.embedded.runner.HeadlessRunner;
import org.geco.embedded.runner.arguments.WorkflowOptions;
import org.geco.embedded.runner.console.CollectingConsole;
import org.geco.embedded.runner.result.ResultTable;
import org.geco.embedded.runner.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the reader, which holds clips out, to a γ that is chosen on them without a label. */
class HeldOutWorkflowTest {

    private static final int PAE_LEARNER = 4;

    private static final int FUSION = 8;

    private static final int PREDICTOR = 12;

    private static Map<Object, Object> byPath(final ResultTable table) {
        final Map<Object, Object> scores = new HashMap<>();
        for (int i = 0; i < table.rows().size(); i++) {
            scores.put(table.column("Path").get(i), table.column("Anomaly score").get(i));
        }
        return scores;
    }

    private static List<Double> gammas(final RunResult result) {
        return result.table(FUSION, 2).column("Gamma").stream().map(Double.class::cast).toList();
    }

    @Test
    void gammaIsChosenOnClipsThatNoLearnerSawAndADetectorFusesByIt(@TempDir final Path temp) throws Exception {
        final WorkflowBuilder workflow = Templates.quickStart();
        workflow.find("Machine Sound Simulator").set("trainClips", 20).set("seconds", 2.5)
            .set("testNormalClips", 2).set("testAnomalyClips", 2);
        for (final String learner : new String[]{"PAE Learner", "GeCo Learner"}) {
            workflow.find(learner).set("epochs", 2).set("epochs_is_present", true).set("stopping/heldOut", "ROWS");
        }
        workflow.find("Anomaly Score Fusion").set("gammaMode", "LABEL_FREE");
        final WorkflowNode fusion = workflow.find("Anomaly Score Fusion");
        final WorkflowNode composer = workflow.node(new DetectorComposerNodeFactory(), 7, 3);
        final WorkflowNode predictor = workflow.node(new DetectorPredictorNodeFactory(), 8, 3);
        final WorkflowNode writer = workflow.node(new DetectorWriterNodeFactory(), 8, 4);
        workflow.connect(fusion, 1, composer, 1).connect(workflow.find("PAE Learner"), 1, composer, 2)
            .connect(workflow.find("GeCo Learner"), 1, composer, 3).connect(fusion, 2, composer, 9)
            .connect(composer, 1, predictor, 1).connect(workflow.find("Sound Clip Reader"), 1, predictor, 2)
            .connect(composer, 1, writer, 1);
        writer.set("output/file", temp.resolve("fused.detector").toString());
        workflow.write(temp.resolve("workflow"));
        final RunResult result = HeadlessRunner.run(WorkflowOptions.of(temp.resolve("workflow"))
            .withVariable("report", temp.resolve("report").toString()).withAllTables(), new CollectingConsole());
        assertThat(result.errors()).isEmpty();
        final ResultTable scores = result.table(FUSION, 1);
        assertThat(scores.column("Split")).containsOnly("held-out", "test");
        assertThat(scores.column("Split").stream().filter("held-out"::equals)).as("a fifth of 20, 4 machines")
            .hasSize(16);
        assertThat(scores.column("Anomaly score")).doesNotContainNull();
        final Map<Object, Object> fused = byPath(scores);
        assertThat(fused).as("bit for bit").isNotEmpty();
        assertThat(byPath(result.table(PREDICTOR, 1))).containsAllEntriesOf(fused);
        assertThat(Detector.read(temp.resolve("fused.detector")).combined()).singleElement()
            .isInstanceOfSatisfying(Combined.Fusion.class, read -> assertThat(read.gammas().perType().values())
                .extracting(Gamma::value).containsExactlyElementsOf(gammas(result)));
        final ResultTable gammas = result.table(FUSION, 2);
        assertThat(gammas.column("Chosen")).containsOnly("without labels, from 8 held-out normal clips");
        assertThat(gammas.column("Uses labels")).containsOnly(false);
        assertThat(result.table(PAE_LEARNER, 2).column("Held-out loss")).doesNotContainNull();
    }
}
