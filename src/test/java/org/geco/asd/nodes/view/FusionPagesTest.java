package org.geco.asd.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.geco.asd.nodes.ensemble.EnsembleLearnerNodeFactory;
import org.geco.asd.nodes.ensemble.EnsemblePredictorNodeFactory;
import org.geco.asd.nodes.fusion.ScoreFusionNodeFactory;
import org.geco.asd.nodes.outlier.OutlierLearnerNodeFactory;
import org.geco.asd.nodes.outlier.OutlierPredictorNodeFactory;
import org.geco.asd.nodes.statistics.SpectralStatisticsNodeFactory;
import org.geco.asd.nodes.table.NodeTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;
import org.knime.node.DefaultNodeFactory;
import org.openqa.selenium.Keys;

/**
 * The pages of the Anomaly Score Fusion and of the Score Ensemble Predictor in a browser, with what real runs kept: the
 * scores are of two outlier models, of the maximum and of the mean of each band, which train in a moment.
 */
class FusionPagesTest {

    @Test
    void showHowScoresBecomeOne(@TempDir final Path folder) throws Exception {
        try (SimulatedRun run = new SimulatedRun(folder);
                NodeTester second = new NodeTester(folder.resolve("second"))) {
            final NodeTester tester = run.tester();
            final PortObject maximum =
                scored(tester, run.spectrograms().objects()[0], "0", "Maximum score", "train", "held-out", "test");
            final PortObject scores = scored(second, maximum, "1", "Mean score", "held-out", "test");
            show(folder, "fusion", new ScoreFusionNodeFactory(), tester.execute(new ScoreFusionNodeFactory(), model -> {
                model.addString("paeScore", "Maximum score");
                model.addString("gecoScore", "Mean score");
                model.addString("gammaMode", "LABEL_FREE");
            }, scores, null), "Two scores made one", "without labels, from", "fan: AUC against γ");
            final PortObject ensemble =
                tester.execute(new EnsembleLearnerNodeFactory(), model -> { }, scores).objects()[0];
            show(folder, "ensemble", new EnsemblePredictorNodeFactory(),
                tester.execute(new EnsemblePredictorNodeFactory(), model -> { }, ensemble, scores),
                "scores on one scale", "50 %", "None is left out", "Rank correlation");
        }
    }

    /** The clips of these splits, with the distance of one statistic of each band appended. */
    private static PortObject scored(final NodeTester tester, final PortObject clips, final String rank,
        final String name, final String... splits) throws Exception {
        final String vector = name.replace("score", "levels");
        final PortObject vectors = tester.execute(new SpectralStatisticsNodeFactory(), model -> {
            model.getNodeSettings("statistics").addString("ranks", rank);
            model.getNodeSettings("statistics").addBoolean("deviation", false);
            model.addString("newColumn", vector);
        }, clips).objects()[0];
        final PortObject model = tester.execute(new OutlierLearnerNodeFactory(), settings -> {
            settings.addString("vectorColumn", vector);
            settings.addInt("parts", 1);
        }, vectors).objects()[0];
        return tester.execute(new OutlierPredictorNodeFactory(), settings -> {
            settings.addString("vectorColumn", vector);
            settings.addString("scoreColumn", name);
            settings.getNodeSettings("rows").addStringArray("values", splits);
        }, model, vectors).objects()[0];
    }

    private static void show(final Path folder, final String name, final DefaultNodeFactory factory,
        final Executed executed, final String... texts) throws Exception {
        try (PageHost host = new PageHost(factory, executed.internals());
                Browser browser = new Browser(host, folder.resolve("profile-" + name))) {
            for (final boolean dark : new boolean[]{true, false}) {
                browser.checkWidths(dark);
                browser.until("document.querySelector('[aria-live] h2')");
                assertThat(browser.text()).contains(texts).contains("fan 00", "slider 01");
                browser.script("document.querySelector('tr[aria-selected=true]').focus()");
                browser.press(Keys.ARROW_DOWN, Keys.ENTER);
                browser.until("[...document.querySelectorAll('[aria-live] h2')]"
                    + ".some((e) => e.textContent.startsWith('fan 01'))");
                browser.settle();
                browser.assertAccessible();
                browser.picture(name);
            }
            browser.assertWellBehaved();
        }
    }
}
