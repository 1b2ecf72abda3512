package org.geco.asd.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

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

    @Test
    void gammaIsChosenOnClipsThatNoLearnerSaw(@TempDir final Path temp) throws Exception {
        final WorkflowBuilder workflow = Templates.quickStart();
        workflow.find("Machine Sound Simulator").set("trainClips", 20).set("seconds", 2.5)
            .set("testNormalClips", 2).set("testAnomalyClips", 2);
        for (final String learner : new String[]{"PAE Learner", "GeCo Learner"}) {
            workflow.find(learner).set("epochs", 2).set("epochs_is_present", true).set("stopping/heldOut", "ROWS");
        }
        workflow.find("Anomaly Score Fusion").set("gammaMode", "LABEL_FREE");
        workflow.write(temp.resolve("workflow"));
        final RunResult result = HeadlessRunner.run(WorkflowOptions.of(temp.resolve("workflow"))
            .withVariable("report", temp.resolve("report").toString()).withAllTables(), new CollectingConsole());
        assertThat(result.errors()).isEmpty();
        final ResultTable scores = result.table(FUSION, 1);
        assertThat(scores.column("Split")).containsOnly("held-out", "test");
        assertThat(scores.column("Split").stream().filter("held-out"::equals)).as("a fifth of 20, 4 machines")
            .hasSize(16);
        assertThat(scores.column("Anomaly score")).doesNotContainNull();
        final ResultTable gammas = result.table(FUSION, 2);
        assertThat(gammas.column("Chosen")).containsOnly("without labels, from 8 held-out normal clips");
        assertThat(gammas.column("Uses labels")).containsOnly(false);
        assertThat(result.table(PAE_LEARNER, 2).column("Held-out loss")).doesNotContainNull();
    }
}
