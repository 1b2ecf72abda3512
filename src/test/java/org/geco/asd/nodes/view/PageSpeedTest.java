package org.geco.asd.nodes.view;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.geco.asd.nodes.evaluation.AnomalyScorerNodeFactory;
import org.geco.asd.nodes.monitor.AnomalyMonitorNodeFactory;
import org.geco.asd.nodes.table.NodeTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.node.DefaultNodeAccess.Executed;

/**
 * Measures how long pages keep a browser busy, for docs/views.md: with -Dviews.measure=true. The least of several times
 * is that of a machine without other work.
 */
class PageSpeedTest {

    private static final int TIMES = 6;

    private static final String LONGEST = """
        window.longest = 0;
        new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
          window.longest = Math.max(window.longest, duration);
        })).observe({ type: "longtask", buffered: true });
        """;

    private static final String CHARTS = """
        import("./kit/chart.js").then(({ chart, axis }) => {
          const box = document.createElement("div");
          for (let i = 0; i < 12; i++) {
            box.append(chart("chart " + i, (c) => ({ xAxis: axis("Epoch", c), yAxis: axis("Loss", c, true),
              series: [0, 1, 2].map((k) => ({ type: "line", name: "loss " + k,
                data: Array.from({ length: 120 }, (_, x) => [x, Math.sin(x / 9 + k) + k]) })) })));
          }
          document.querySelector("main").append(box);
        });
        """;

    private static final String ROWS = """
        import("./kit/dom.js").then(({ table, number }) => {
          const rows = Array.from({ length: 1000 }, (_, i) => ({ name: `clip ${i}`, score: i / 7 }));
          const shown = document.querySelector("main");
          shown.append(table({ label: "clips", rows, select: () => {}, columns: [
            { title: "Clip", cell: (row) => row.name },
            { title: "Machine", cell: () => "fan 00" },
            { title: "Split", cell: () => "test" }, { title: "Label", cell: () => "normal" },
            { title: "Score", numeric: true, cell: (row) => number(row.score, 2) }] }));
          window.listed = true;
        });
        """;

    private static final String SOUND = """
        const play = HTMLMediaElement.prototype.play;
        HTMLMediaElement.prototype.play = function () {
          this.onplaying = () => { window.heard = performance.now() - window.clicked; };
          return play.call(this);
        };
        """;

    @BeforeEach
    void onlyWhenAsked() {
        assumeTrue(Boolean.getBoolean("views.measure"), "a measurement, with -Dviews.measure=true");
    }

    @Test
    void aThousandRows(@TempDir final Path folder) throws Exception {
        try (NodeTester tester = new NodeTester(folder.resolve("tables"));
                PageHost host = new PageHost(new AnomalyScorerNodeFactory(), evaluated(tester).internals());
                Browser browser = new Browser(host, folder.resolve("profile"))) {
            for (int i = 0; i < TIMES; i++) {
                open(browser, "Anomaly Scorer with 1,000 rows");
                browser.script(ROWS);
                browser.until("window.listed");
                tell(browser, "a table of 1,000 rows");
                browser.script("document.querySelector('main').replaceChildren(); " + CHARTS);
                browser.until("document.querySelectorAll('.chart:not([aria-busy])').length === 12");
                tell(browser, "12 charts");
            }
        }
    }

    @Test
    void untilAClipIsHeard(@TempDir final Path folder) throws Exception {
        try (SimulatedRun run = new SimulatedRun(folder);
                PageHost host = new PageHost(new AnomalyScorerNodeFactory(), run.evaluated().internals());
                Browser browser = new Browser(host, folder.resolve("profile"))) {
            open(browser, "Anomaly Scorer");
            browser.script(SOUND);
            for (int i = 0; i < TIMES; i++) {
                browser.script("window.heard = undefined; window.clicked = performance.now(); "
                    + "document.querySelectorAll('.pick')[arguments[0]].click()", i % 3);
                browser.until("window.heard");
                say("from click to sound: " + browser.script("return Math.round(window.heard)") + " ms");
            }
            tell(browser, "a clip");
        }
    }

    /** 50 machines in 31 nights, with a thousand events. */
    @Test
    void aMonthOfAPlant(@TempDir final Path folder) throws Exception {
        final SplittableRandom random = new SplittableRandom(1);
        final Object[][] rows = new Object[50 * 31 * 24][];
        for (int i = 0; i < rows.length; i++) {
            final String at = LocalDateTime.of(2026, 10, 27, 0, 0).plusDays(i / 24 / 50).plusHours(i % 24).toString();
            final boolean isAnomaly = i % 24 > 0 && i % 24 < 3;
            rows[i] = new Object[]{"/plant/recordings/of/a/long/path/" + i + ".wav", "fan", "0" + i / 24 % 50,
                random.nextDouble() + (isAnomaly ? 1 : 0), isAnomaly ? 1.0 : 0.0, at};
        }
        try (NodeTester tester = new NodeTester(folder.resolve("tables"))) {
            final Executed month = tester.execute(new AnomalyMonitorNodeFactory(), model -> {
                model.getNodeSettings("history").addString("place", folder.resolve("plant").toString());
                model.addString("decision", "Anomalous score");
            }, tester.table(new String[]{"Path", "Machine type", "Machine ID", "Anomaly score", "Anomalous score",
                "Recorded at"}, rows), null);
            say("events: " + NodeTester.texts(month.objects()[0]).length + ", kept: " + Stream.of(month.internals())
                .flatMap(table -> Stream.of(NodeTester.texts(table))).mapToInt(row -> row[0].length()).sum() + " B");
            try (PageHost host = new PageHost(new AnomalyMonitorNodeFactory(), month.internals());
                    Browser browser = new Browser(host, folder.resolve("profile"))) {
                for (int i = 0; i < TIMES; i++) {
                    open(browser, "Anomaly Monitor with 50 machines");
                    browser.script("document.querySelectorAll('.calendar tbody th')[arguments[0]].click()", i + 5);
                    tell(browser, "another machine");
                }
            }
        }
    }

    private static void open(final Browser browser, final String what) {
        browser.open(1200, false);
        browser.script(LONGEST);
        tell(browser, what);
    }

    private static void tell(final Browser browser, final String what) {
        browser.script("return new Promise((done) => setTimeout(done, 1000))");
        say(what + ": longest task " + browser.script("return Math.round(window.longest)") + " ms");
        browser.script("window.longest = 0");
    }

    private static void say(final String line) {
        System.out.println(line);
    }

    private static Executed evaluated(final NodeTester tester) throws Exception {
        final SplittableRandom random = new SplittableRandom(1);
        final Object[][] rows = new Object[1000][];
        for (int i = 0; i < rows.length; i++) {
            final boolean isAnomaly = i % 2 == 0;
            rows[i] = new Object[]{"/clips/clip" + i + ".wav", "fan", "0" + i / 2 % 10, "test",
                isAnomaly ? "anomaly" : "normal", random.nextDouble() + (isAnomaly ? 0.5 : 0)};
        }
        return tester.execute(new AnomalyScorerNodeFactory(), model -> { }, tester.table(
            new String[]{"Path", "Machine type", "Machine ID", "Split", "Label", "Outlier score"}, rows));
    }
}
