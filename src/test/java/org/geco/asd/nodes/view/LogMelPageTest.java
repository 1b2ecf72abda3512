package org.geco.asd.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.geco.asd.nodes.logmel.LogMelExtractorNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page of the Log-Mel Extractor in a browser, with what a real run kept. */
class LogMelPageTest {

    @Test
    void showsAndPlaysAClipBesideAnother(@TempDir final Path folder) throws Exception {
        try (SimulatedRun run = new SimulatedRun(folder);
                PageHost host = new PageHost(new LogMelExtractorNodeFactory(), run.spectrograms().internals());
                Browser browser = new Browser(host, folder.resolve("profile"))) {
            for (final boolean dark : new boolean[]{true, false}) {
                browser.checkWidths(dark);
                assertThat(browser.text()).contains("Chosen clip", "dB");
                browser.script("document.querySelector('article.clip + p button').click()");
                browser.until("document.querySelectorAll('article.clip').length === 2");
                browser.script("document.querySelector('input').focus()");
                browser.press("slider anomaly");
                browser.until("document.querySelectorAll('tbody tr').length === 40");
                browser.script("document.querySelector('tr[aria-selected]').focus()");
                browser.press(Keys.ARROW_DOWN, Keys.ENTER);
                browser.until("/slider/.test(document.querySelector('article.clip h3 span')?.textContent)");
                browser.settle();
                browser.script("document.querySelector('.play').click()");
                browser.until("document.querySelector('.play').textContent === '❚❚'");
                browser.assertAccessible();
                browser.picture("log-mel");
            }
            browser.assertWellBehaved();
        }
    }
}
