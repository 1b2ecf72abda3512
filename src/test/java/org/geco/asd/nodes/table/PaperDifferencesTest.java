package org.geco.asd.nodes.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.geco.asd.nodes.ensemble.EnsembleLearnerNodeFactory;
import org.geco.asd.nodes.ensemble.EnsemblePredictorNodeFactory;
import org.geco.asd.nodes.fusion.ScoreFusionNodeFactory;
import org.geco.embedded.core.PluginExtensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** What a score knows of its settings goes with it, from the predictors to what scores are made of. */
class PaperDifferencesTest {
    private static final String[] COLUMNS = {"Machine type", "Machine ID", "Split", "Label", "PAE score", "GeCo score",
        "GeCo score (member 1)", "My score"};

    @TempDir
    private Path m_folder;

    private NodeTester m_tester;

    @BeforeEach
    void open() throws Exception {
        m_tester = new NodeTester(m_folder);
        PluginExtensions.register(Path.of("plugin.xml").toUri().toURL(), getClass().getClassLoader());
    }

    @AfterEach
    void close() {
        m_tester.close();
    }

    private BufferedDataTable clips(final String pae, final String geco, final String member) {
        final List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(new Object[]{"fan", "00", i < 4 ? "held-out" : "test", "normal", i + 1.0, i * 2.0, i * 3.0,
                -i * 1.0});
        }
        return m_tester.told(m_tester.table(COLUMNS, rows.toArray(Object[][]::new)),
            Map.of("PAE score", pae, "GeCo score", geco, "GeCo score (member 1)", member));
    }

    private DataTableSpec fused(final double gamma, final PortObject clips) throws Exception {
        return ((BufferedDataTable)m_tester.execute(new ScoreFusionNodeFactory(), model -> {
            model.addString("outputColumn", "Fused score");
            model.addDouble("gamma", gamma);
        }, clips, null).objects()[0]).getDataTableSpec();
    }

    @Test
    void aFusedScoreKnowsWhatBothKnowAndAnotherGamma() throws Exception {
        final BufferedDataTable clips = clips("epochs 1 instead of 60", "epochs 2 instead of 120, mean", "epochs 2");
        assertThat(PaperDifferences.of(fused(200, clips), "Fused score"))
            .hasValue("PAE score: epochs 1 instead of 60; GeCo score: epochs 2 instead of 120, mean");
        assertThat(PaperDifferences.of(fused(200, clips), "Fused score (member 1)"))
            .hasValue("PAE score: epochs 1 instead of 60; GeCo score: epochs 2");
        assertThat(PaperDifferences.of(fused(150.5, clips("", "", "")), "Fused score"))
            .hasValue("γ 150.5 instead of 200");
        assertThat(PaperDifferences.of(fused(200, clips("", "", "")), "Fused score")).hasValue("");
    }

    @Test
    void scoresOfAnotherOriginKnowNothing() throws Exception {
        final BufferedDataTable clips = m_tester.table(COLUMNS,
            new Object[][]{{"fan", "00", "test", "normal", 1.0, 1.0, 1.0, 1.0}});
        assertThat(PaperDifferences.of(fused(200, clips), "Fused score")).isEmpty();
    }

    @Test
    void anEnsembleIsNoMethodOfThePaperAndKnowsWhatItsScoresKnow() throws Exception {
        final BufferedDataTable clips = clips("", "epochs 2 instead of 120", "");
        final PortObject ensemble = m_tester.execute(new EnsembleLearnerNodeFactory(), model -> {
            final NodeSettings scores = model.getNodeSettings("scores");
            scores.addString("which", "CHOSEN");
            scores.getNodeSettings("chosen").getNodeSettings("manualFilter").addStringArray("manuallySelected",
                "GeCo score", "My score");
            model.addString("combination", "MEAN");
            model.addString("weights", "0.2, 1");
            model.addBoolean("weights_is_present", true);
        }, clips).objects()[0];
        final BufferedDataTable table = (BufferedDataTable)m_tester
            .execute(new EnsemblePredictorNodeFactory(), model -> { }, ensemble, clips).objects()[0];
        final DataTableSpec combined = table.getDataTableSpec();
        assertThat(PaperDifferences.of(combined, "Anomaly score")).hasValue(
            "not in the paper: mean of 0.2 · GeCo score, My score; GeCo score: epochs 2 instead of 120");
        assertThat(PaperDifferences.of(combined, "GeCo score")).as("other columns keep what they know")
            .hasValue("epochs 2 instead of 120");
    }
}
