package org.geco.asd.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.geco.asd.nodes.autoencoder.AutoencoderLearnerNodeFactory;
import org.geco.asd.nodes.autoencoder.AutoencoderPredictorNodeFactory;
import org.geco.asd.nodes.pae.PaeLearnerNodeFactory;
import org.geco.asd.nodes.pae.PaePredictorNodeFactory;
import org.geco.asd.nodes.table.NodeTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;
import org.knime.node.DefaultNodeFactory;
import org.openqa.selenium.Keys;

/** The page of the PAE Predictor in a browser, with what a real run kept. */
class PaePredictorPageTest {

    private static final String LOOPS = "document.querySelector('button[aria-pressed=true]')";

    @Test
    void showsWhatWasPredictedLoopsTheWorstSecondAndShowsANormalClipBesideIt(@TempDir final Path folder)
        throws Exception {
        try (SimulatedRun run = new SimulatedRun(folder);
                PageHost host = new PageHost(new PaePredictorNodeFactory(), predicted(run,
                    new PaeLearnerNodeFactory(), new PaePredictorNodeFactory(),
                    model -> model.addString("preset", "QUICK")).internals());
                Browser browser = new Browser(host, folder.resolve("profile"))) {
            for (final boolean dark : new boolean[]{true, false}) {
                browser.checkWidths(dark);
                shown(browser);
                assertThat(browser.text()).contains("As the PAE predicts it", "Squared error", "dB²",
                    "Loop the worst second", "Loop its worst second");
                assertThat(browser.all("article.clip .plot canvas")).hasSize(6);
                assertThat(browser.all(".mark")).hasSize(6);
                assertThat((List<?>)browser.script("return [...document.querySelectorAll('tbody td:last-child')]"
                    + ".map((cell) => -cell.textContent)")).isSortedAccordingTo((a, b) ->
                        Double.compare(((Number)a).doubleValue(), ((Number)b).doubleValue()));
                browser.script("document.querySelector('tr[aria-selected=true]').focus()");
                browser.press(Keys.ARROW_DOWN, Keys.ENTER);
                shown(browser);
                browser.script("document.querySelector('article.clip button[aria-pressed]').click()");
                browser.until(LOOPS + " && document.querySelector('.play').textContent === '❚❚'");
                browser.assertAccessible();
                browser.picture("pae-predictor");
                browser.script(LOOPS + ".click()");
                browser.until("document.querySelector('.play').textContent === '▶'");
            }
            browser.assertWellBehaved();
            // a clip whose file has moved is seen and says so
            Files.move(folder.resolve("sounds"), folder.resolve("moved"));
            browser.open(800, false);
            shown(browser);
            assertThat(browser.all("article.clip .problem")).hasSize(2)
                .allSatisfy(problem -> assertThat(problem.getText()).contains("sounds"));
            assertThat(browser.all("article.clip .plot canvas")).hasSize(6);
        }
    }

    @Test
    void showsTheAutoencodersReconstructionInTheSameWay(@TempDir final Path folder) throws Exception {
        try (SimulatedRun run = new SimulatedRun(folder);
                PageHost host = new PageHost(new AutoencoderPredictorNodeFactory(), predicted(run,
                    new AutoencoderLearnerNodeFactory(), new AutoencoderPredictorNodeFactory(),
                    model -> model.addInt("epochs", Boolean.getBoolean("views.write") ? 60 : 2)).internals());
                Browser browser = new Browser(host, folder.resolve("profile"))) {
            browser.open(1600, false);
            shown(browser);
            browser.picture("autoencoder-predictor");
            assertThat(browser.text()).contains("Where the autoencoder is wrong", "As the autoencoder predicts it",
                "Loop the worst second", "Loop its worst second");
            browser.assertWellBehaved();
        }
    }

    private static void shown(final Browser browser) {
        browser.until("document.querySelectorAll('article.clip .plot').length === 6");
        browser.settle();
    }

    private static Executed predicted(final SimulatedRun run, final DefaultNodeFactory learner,
        final DefaultNodeFactory predictor, final NodeTester.Change change) throws Exception {
        final PortObject clips = run.spectrograms().objects()[0];
        final NodeTester tester = run.tester();
        final Executed trained = tester.execute(learner, model -> {
            model.addInt("epochs", 20);
            change.apply(model);
            model.addBoolean("epochs_is_present", true);
        }, clips, null);
        return tester.execute(predictor, model -> { }, trained.objects()[0], clips);
    }
}
