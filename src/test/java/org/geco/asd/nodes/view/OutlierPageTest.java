package org.geco.asd.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.geco.asd.nodes.outlier.OutlierLearnerNodeFactory;
import org.geco.asd.nodes.outlier.OutlierPredictorNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page of the Outlier Predictor in a browser, with what a real run kept. */
class OutlierPageTest {

    @Test
    void showsWhichBandsAndStatisticsCarryTheDistance(@TempDir final Path folder) throws Exception {
        try (SimulatedRun run = new SimulatedRun(folder);
                PageHost host = new PageHost(new OutlierPredictorNodeFactory(), run.scored().internals());
                Browser browser = new Browser(host, folder.resolve("profile"))) {
            for (final boolean dark : new boolean[]{true, false}) {
                browser.checkWidths(dark);
                final String first = "document.querySelector('.stack h2')?.textContent";
                browser.until(first + "?.includes('what makes its score')");
                assertThat(browser.text()).contains("Outlier score: where it comes from", "Most of it", "Hz",
                    "Maximum", "Mean", "Deviation over time", "to the left of zero");
                browser.script("window.before = " + first);
                browser.script("document.querySelector('tr[aria-selected=true]').focus()");
                browser.press(Keys.ARROW_DOWN, Keys.ENTER);
                browser.until(first + " !== window.before");
                browser.settle();
                browser.script("document.querySelector('.play').click()");
                browser.until("document.querySelector('.play').textContent === '❚❚'");
                browser.assertAccessible();
                browser.picture("outlier");
            }
            browser.assertWellBehaved();
            showsHowFarNormalClipsLieFromEachOther(run, folder.resolve("learner"));
        }
    }

    private static void showsHowFarNormalClipsLieFromEachOther(final SimulatedRun run, final Path profile)
        throws Exception {
        try (PageHost host = new PageHost(new OutlierLearnerNodeFactory(), run.outlierLearner().internals());
                Browser browser = new Browser(host, profile)) {
            for (final boolean dark : new boolean[]{true, false}) {
                browser.checkWidths(dark);
                browser.until("document.querySelector('.player .play')");
                browser.settle();
                assertThat(browser.text()).contains("6 machines, 144 clips learned from", "Mahalanobis distance",
                    "of all machines of its type", "fan 00: its most unusual clips");
                browser.script("document.querySelectorAll('.columns tbody tr')[1].click()");
                browser.until("document.querySelector('.player .play')?.textContent === '❚❚'");
                browser.assertAccessible();
                browser.picture("outlier-learner");
            }
            browser.assertWellBehaved();
        }
    }
}
