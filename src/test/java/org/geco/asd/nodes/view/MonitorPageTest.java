package org.geco.asd.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.geco.asd.nodes.monitor.AnomalyMonitorNodeFactory;
import org.geco.asd.nodes.simulator.MachineSoundSimulatorNodeFactory;
import org.geco.asd.nodes.table.NodeTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;
import org.openqa.selenium.Keys;

/** The page of the Anomaly Monitor in a browser: nights of simulated machines, and the first night of all. */
class MonitorPageTest {

    private static final String[] COLUMNS = {"Path", "Machine type", "Machine ID", "Start (s)", "End (s)",
        "Anomaly score", "p-value", "Threshold", "Anomalous score", "Recorded at"};

    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 10, 27, 1, 0);

    private static final int NIGHTS = 31;

    private final SplittableRandom m_random = new SplittableRandom(2);

    private PortObject night(final NodeTester tester, final Path sounds, final int first, final int last) {
        final List<Object[]> rows = new ArrayList<>();
        for (int night = first; night <= last; night++) {
            for (int machine = 0; machine < 6; machine++) {
                for (int clip = 0; clip < 12; clip++) {
                    rows.add(clip(sounds, night, machine, clip));
                }
            }
        }
        return tester.table(COLUMNS, rows.toArray(Object[][]::new));
    }

    /** Fan 01 wears out; pump 00 had a fault and was mended; slider 01 breaks in the last night. */
    private Object[] clip(final Path sounds, final int night, final int machine, final int clip) {
        final String type = List.of("fan", "pump", "slider").get(machine / 2);
        double score = 1 + 0.3 * (m_random.nextDouble() + m_random.nextDouble() + m_random.nextDouble() - 1.5);
        score += machine == 1 ? Math.max(0, night - 20) * 0.03 : 0;
        score += machine == 2 && night == 12 && clip > 7 ? 1.4 : 0;
        score += machine == 0 && night == 17 && clip == 3 ? 1.2 : 0;
        score += machine == 5 && night == NIGHTS - 1 && clip > 4 && clip < 9 ? 1 + 0.1 * clip : 0;
        final LocalDateTime at = FIRST.plusDays(night).plusMinutes(20L * clip);
        return new Object[]{sounds.resolve(type + "_0" + machine % 2 + "_" + at.toString().replace(':', '-') + ".wav")
            .toString(), type, "0" + machine % 2, 0.0, 3.0, score, 1 / (1 + 20 * Math.max(0, score - 1)), 1.8,
            score > 1.8 ? 1.0 : 0.0, at.toString()};
    }

    private static Executed watch(final NodeTester tester, final Path history, final PortObject judged)
        throws Exception {
        return tester.execute(new AnomalyMonitorNodeFactory(), model -> {
            model.getNodeSettings("history").addString("place", history.toString());
            model.addString("decision", "Anomalous score");
        }, judged, null);
    }

    private static void sound(final NodeTester tester, final Path folder, final String name) throws Exception {
        final Executed simulated = tester.execute(new MachineSoundSimulatorNodeFactory(), model -> {
            model.addString("destination", "FOLDER");
            model.addString("folder", folder.resolve("simulated").toString());
            model.addStringArray("types", "slider");
            model.addInt("trainClips", 1);
            model.addInt("testNormalClips", 1);
            model.addInt("testAnomalyClips", 1);
            model.addDouble("seconds", 3);
        });
        Files.copy(Path.of(NodeTester.texts(simulated.objects()[0])[2][0]), folder.resolve(name));
    }

    @Test
    void showsWhichMachineToListenTo(@TempDir final Path folder) throws Exception {
        try (NodeTester tester = new NodeTester(folder.resolve("tables"))) {
            sound(tester, folder, "slider_01_2026-11-26T03-20.wav");
            watch(tester, folder.resolve("plant"), night(tester, folder, 0, NIGHTS - 2));
            final Executed last =
                watch(tester, folder.resolve("plant"), night(tester, folder, NIGHTS - 1, NIGHTS - 1));
            try (PageHost host = new PageHost(new AnomalyMonitorNodeFactory(), last.internals());
                    Browser browser = new Browser(host, folder.resolve("profile"))) {
                for (final boolean dark : new boolean[]{true, false}) {
                    browser.checkWidths(dark);
                    browser.until("/^slider 01: run chart/.test(document.querySelector('.stack h2')?.textContent)");
                    assertThat(browser.text()).contains("1 new event on slider 01", "6 machines, 72 clips judged",
                        "fan 01 has drifted", "Thu 26 Nov, 02:40 – 03:40");
                    browser.script("document.querySelector('.calendar [tabindex=\"0\"]').focus()");
                    browser.press(Keys.ARROW_DOWN, Keys.END, Keys.ENTER);
                    browser.until("/^fan 00/.test(document.querySelector('.stack h2').textContent)");
                    assertThat(browser.text()).contains("fan 00, Thu 26 Nov: 12 clips, 0 anomalous");
                    browser.settle();
                    browser.script("document.querySelector('.list tbody tr').click()");
                    browser.until("document.querySelector('.player .play')?.textContent === '❚❚'");
                    browser.settle();
                    browser.assertAccessible();
                    browser.picture("monitor");
                }
                browser.assertWellBehaved();
            }
        }
    }

    @Test
    void saysInTheFirstNightWhatIsNotKnownYet(@TempDir final Path folder) throws Exception {
        try (NodeTester tester = new NodeTester(folder.resolve("tables"))) {
            final PortObject nothing = tester.table(COLUMNS);
            try (PageHost host = new PageHost(new AnomalyMonitorNodeFactory(),
                watch(tester, folder.resolve("none"), nothing).internals());
                    Browser browser = new Browser(host, folder.resolve("empty"))) {
                browser.open(400, false);
                assertThat(browser.text()).contains("Nothing has been judged yet", "Connect the clips");
            }
            try (PageHost host = new PageHost(new AnomalyMonitorNodeFactory(),
                watch(tester, folder.resolve("one"), night(tester, folder, 0, 0)).internals());
                    Browser browser = new Browser(host, folder.resolve("profile"))) {
                browser.open(1600, false);
                browser.until("/^fan 00: run chart/.test(document.querySelector('.stack h2')?.textContent)");
                assertThat(browser.text()).contains("No new event", "Tue 27 Oct is the first day of the history",
                    "cannot be told yet", "look at the shares", "There are none in these days");
                browser.assertWellBehaved();
            }
        }
    }
}
