package org.geco.asd.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.geco.asd.nodes.reader.SoundClipReaderNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;

/** The page of the Sound Clip Reader in a browser, with what a real run kept. */
class ReaderPageTest {

    @Test
    void countsTheClipsOfEachMachineAndNamesTheFilesThatAreLeftOut(@TempDir final Path folder) throws Exception {
        try (SimulatedRun run = new SimulatedRun(folder);
                PageHost host = new PageHost(new SoundClipReaderNodeFactory(), read(run, folder).internals());
                Browser browser = new Browser(host, folder.resolve("profile"))) {
            for (final boolean dark : new boolean[]{true, false}) {
                browser.checkWidths(dark);
                assertThat(browser.text()).contains("What was read", "DCASE 2020", "Held out", "Test, anomalous",
                    "fan 00", "383 clips with 1 channel", "recording of monday.wav",
                    "1 file in the table without length and rate", "normal_id_00_00000003.wav");
                assertThat(browser.all(".chart").get(0).getAttribute("aria-label"))
                    .contains("fan 00 19 training, 5 held out, 20 test, normal, 20 test, anomalous");
                assertThat(browser.all(".chart").get(2).getAttribute("aria-label")).contains("16 kHz 383 clips");
                browser.picture("reader");
            }
            browser.assertWellBehaved();
        }
    }

    private static Executed read(final SimulatedRun run, final Path folder) throws Exception {
        run.simulated();
        final Path fans = folder.resolve("sounds/fan");
        Files.copy(fans.resolve("train/normal_id_00_00000000.wav"), fans.resolve("recording of monday.wav"));
        Files.write(fans.resolve("train/normal_id_00_00000003.wav"), new byte[10]);
        return run.tester().execute(new SoundClipReaderNodeFactory(),
            model -> model.addString("folder", folder.resolve("sounds").toString()), new PortObject[]{null});
    }
}
