package org.geco.asd.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.geco.asd.nodes.geco.GecoLearnerNodeFactory;
import org.geco.asd.nodes.pae.PaeLearnerNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;
import org.knime.node.DefaultNodeFactory;

/** The page of the learners in a browser, with what real trainings kept. */
class LearnerPageTest {

    @TempDir
    private Path m_folder;

    @Test
    void showsTheCourseOfTheTrainingOfEachMachineType() throws Exception {
        try (SimulatedRun run = new SimulatedRun(m_folder)) {
            final PortObject clips = run.spectrograms().objects()[0];
            final Executed pae = run.tester().execute(new PaeLearnerNodeFactory(), model -> {
                model.addString("preset", "QUICK");
                model.addInt("epochs", 6);
                model.addBoolean("epochs_is_present", true);
            }, clips, null);
            show("learner-pae", new PaeLearnerNodeFactory(), pae, "fan", "Schedule");
            final Executed geco = run.tester().execute(new GecoLearnerNodeFactory(), model -> {
                model.addString("preset", "QUICK");
                model.addInt("epochs", 4);
                model.addBoolean("epochs_is_present", true);
            }, clips, pae.objects()[0], null);
            show("learner-geco", new GecoLearnerNodeFactory(), geco, "all machines", "Accuracies", "Training time");
        }
    }

    private void show(final String name, final DefaultNodeFactory factory, final Executed trained,
        final String... texts) throws Exception {
        try (PageHost host = new PageHost(factory, trained.internals());
                Browser browser = new Browser(host, m_folder.resolve("profile-" + name))) {
            for (final boolean dark : new boolean[]{true, false}) {
                browser.checkWidths(dark);
                assertThat(browser.text()).contains(texts).contains("all ", "epochs done");
                browser.picture(name);
            }
            browser.assertWellBehaved();
        }
    }
}
