package org.geco.asd.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.geco.asd.nodes.threshold.ThresholdPredictorNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page of the Anomaly Threshold Predictor in a browser, with what a real run kept. */
class ThresholdPageTest {

    @Test
    void showsThePromiseBesideWhatCameAboutAndPlaysTheAlarms(@TempDir final Path folder) throws Exception {
        try (SimulatedRun run = new SimulatedRun(folder);
                PageHost host = new PageHost(new ThresholdPredictorNodeFactory(), run.decisions().internals());
                Browser browser = new Browser(host, folder.resolve("profile"))) {
            for (final boolean dark : new boolean[]{true, false}) {
                browser.checkWidths(dark);
                assertThat(browser.text()).contains("Decisions on Outlier score", "6 machines", "240 clips judged",
                    "False alarms asked for", "5.0 %", "of 120 normal clips; 95 %", "As promised");
                browser.script("document.querySelector('table tr[aria-selected=true]').focus()");
                browser.press(Keys.ARROW_DOWN, Keys.ENTER);
                browser.until("/^pump 00/.test(document.querySelector('.columns h2').textContent)");
                browser.press(Keys.ARROW_UP, Keys.ENTER);
                browser.until("/^fan 01/.test(document.querySelector('.columns h2').textContent)");
                browser.script("document.querySelector('.list tbody tr').click()");
                browser.until("document.querySelector('.player .play')?.textContent === '❚❚'");
                browser.settle();
                browser.assertAccessible();
                browser.picture("threshold");
            }
            browser.assertWellBehaved();
        }
    }
}
