package org.geco.asd.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.geco.asd.nodes.evaluation.AnomalyScorerNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page of the Anomaly Scorer in a browser, with what a real run kept. */
class ScorerPageTest {

    @Test
    void showsCurvesAndScoresAndPlaysWhatTheScoreIsWrongAbout(@TempDir final Path folder) throws Exception {
        try (SimulatedRun run = new SimulatedRun(folder);
                PageHost host = new PageHost(new AnomalyScorerNodeFactory(), run.evaluated().internals());
                Browser browser = new Browser(host, folder.resolve("profile"))) {
            for (final boolean dark : new boolean[]{true, false}) {
                browser.checkWidths(dark);
                assertThat(browser.text()).contains("Outlier score", "6 machines", "95 %", "Worst misses");
                // the last row's machine, by the keyboard
                browser.script("document.querySelector('tr[aria-selected]').focus()");
                browser.press(Keys.ARROW_DOWN, Keys.ENTER);
                browser.settle();
                assertThat(browser.all("tr[aria-selected=true]")).hasSize(1);
                browser.script("document.querySelector('.pick').click()");
                browser.until("document.querySelector('.player .play')?.textContent === '❚❚'");
                browser.assertAccessible();
                browser.picture("scorer");
            }
            browser.press(Keys.ESCAPE);
            browser.until("window.parent.messages.includes('UIExtensionEscapePressed')");
            browser.assertWellBehaved();
        }
    }
}
