package org.geco.asd.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.geco.asd.nodes.geco.GecoLearnerNodeFactory;
import org.geco.asd.nodes.geco.GecoPredictorNodeFactory;
import org.geco.asd.nodes.table.NodeTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;
import org.openqa.selenium.Keys;

/** The page of the GeCo Predictor in a browser, with what a real run kept. */
class GecoPredictorPageTest {

    /** Clicks all over the map until another clip is chosen. */
    private static final String CLICK = """
        const canvas = document.querySelector(".chart canvas");
        const box = canvas.getBoundingClientRect();
        const name = () => document.querySelector("article.clip h3").textContent;
        const before = name();
        for (let y = box.top + 40; y < box.bottom - 40; y += 4) {
          for (let x = box.left + 40; x < box.right && name() === before; x += 4) {
            for (const event of ["mousedown", "mouseup", "click"]) {
              canvas.dispatchEvent(new MouseEvent(event, { clientX: x, clientY: y, bubbles: true }));
            }
          }
        }
        return name() !== before;
        """;

    @Test
    void mapsTheEmbeddingsAndShowsAClipBesideTheNearestNormalOneAndWhereItsScoreComesFrom(@TempDir final Path folder)
        throws Exception {
        try (SimulatedRun run = new SimulatedRun(folder);
                PageHost host = new PageHost(new GecoPredictorNodeFactory(), predicted(run).internals());
                Browser browser = new Browser(host, folder.resolve("profile"))) {
            for (final boolean dark : new boolean[]{true, false}) {
                browser.checkWidths(dark);
                shown(browser);
                assertThat(browser.text()).contains("fan: map of the embeddings", "% of how the embeddings differ",
                    "◆ labelled as anomalous", "The nearest normal clip", "Where its score comes from");
                assertThat(browser.all(".chart").get(0).getAttribute("aria-label"))
                    .matches("Map of \\d+ clips of fan .*machine 00 \\d+ clips, 20 marked as anomalous.*");
                assertThat((List<?>)browser.script("return [...document.querySelectorAll('tbody td:last-child')]"
                    + ".map((cell) => -cell.textContent)")).isSortedAccordingTo((a, b) ->
                        Double.compare(((Number)a).doubleValue(), ((Number)b).doubleValue()));
                browser.script("document.querySelector('tr[aria-selected=true]').focus()");
                browser.press(Keys.ARROW_DOWN, Keys.ENTER);
                shown(browser);
                browser.until("!document.querySelector('.clock').textContent.startsWith('0:00.0')");
                browser.assertAccessible();
                browser.picture("geco-predictor");
                assertThat(browser.script(CLICK)).as("a click on the map chooses another clip").isEqualTo(true);
                shown(browser);
                browser.script("const select = document.querySelector('select'); select.selectedIndex = 1;"
                    + "select.dispatchEvent(new Event('change'))");
                browser.until("document.querySelector('h2').textContent.startsWith('pump')");
                shown(browser);
            }
            browser.assertWellBehaved();
            // a clip whose file has moved says so
            Files.move(folder.resolve("sounds"), folder.resolve("moved"));
            browser.open(800, false);
            browser.until("document.querySelectorAll('article.clip .problem').length === 2");
            browser.settle();
            assertThat(browser.all("article.clip .problem"))
                .allSatisfy(problem -> assertThat(problem.getText()).contains("sounds"));
        }
    }

    private static void shown(final Browser browser) {
        browser.until("document.querySelectorAll('article.clip .plot').length === 3");
        browser.settle();
    }

    private static Executed predicted(final SimulatedRun run) throws Exception {
        final PortObject clips = run.spectrograms().objects()[0];
        final NodeTester tester = run.tester();
        final Executed trained = tester.execute(new GecoLearnerNodeFactory(), model -> {
            model.addString("preset", "QUICK");
            model.addInt("epochs", 16);
            model.addBoolean("epochs_is_present", true);
        }, clips, null, null);
        return tester.execute(new GecoPredictorNodeFactory(), model -> { }, trained.objects()[0], clips);
    }
}
