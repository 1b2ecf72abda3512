package org.geco.asd.nodes.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;

import org.geco.asd.nodes.table.NodeTester;
import org.geco.asd.nodes.table.NodeTester.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.MissingCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;

class ScoreFusionNodeTest {

    private static final String[] COLUMNS = {"Machine type", "Machine ID", "Split", "Label", "PAE score", "GeCo score"};

    private static final String[] GAMMA_COLUMNS = {"Machine type", "Gamma"};

    @TempDir
    private Path m_folder;

    private NodeTester m_tester;

    @BeforeEach
    void open() throws Exception {
        m_tester = new NodeTester(m_folder);
    }

    @AfterEach
    void close() {
        m_tester.close();
    }

    private BufferedDataTable clips() {
        final Object[][] rows = new Object[20][];
        for (int i = 0; i < 16; i++) {
            rows[i] = new Object[]{"fan", "00", "held-out", "normal", 10.0 + i % 4, 0.01 * (i % 4)};
        }
        rows[16] = new Object[]{"fan", "00", "test", "normal", 10.0, 0.25};
        rows[17] = new Object[]{"fan", "00", "test", "anomaly", 20.0, 0.5};
        rows[18] = new Object[]{"fan", "00", "test", "anomaly", new MissingCell("the file is empty"), 0.5};
        rows[19] = new Object[]{"pump", "02", "test", "normal", 4.0, 0.5};
        return m_tester.table(COLUMNS, rows);
    }

    private Executed execute(final Change change, final BufferedDataTable gammas) throws Exception {
        return m_tester.execute(new ScoreFusionNodeFactory(), change, clips(), gammas);
    }

    /** The fused scores of the test clips. */
    private static String[] fused(final PortObject table) {
        return Arrays.stream(NodeTester.texts(table)).skip(16).map(row -> row[6]).toArray(String[]::new);
    }

    private static Change mode(final GammaMode mode) {
        return model -> {
            model.addString("gammaMode", mode.name());
            if (mode != GammaMode.LABEL_FREE) {
                model.getNodeSettings("rows").addStringArray("values", "test");
            }
        };
    }

    /** GeCo's second member tells nothing apart, so that its γ is the smallest of the grid. */
    @Test
    void membersAreFusedEachWithItsOwnGamma() throws Exception {
        final String[] columns = {"Machine type", "Machine ID", "Split", "Label", "PAE score", "GeCo score",
            "GeCo score (member 1)", "GeCo score (member 2)", "PAE score (member 1)"};
        final BufferedDataTable clips = m_tester.table(columns, //
            new Object[]{"fan", "00", "test", "normal", 10.0, 0.25, 0.5, 0.0, 1.0},
            new Object[]{"fan", "00", "test", "normal", 20.0, 0.25, 0.5, 0.0, 1.0},
            new Object[]{"fan", "00", "test", "anomaly", 15.0, 0.5, 1.0, 0.0, 1.0},
            new Object[]{"fan", "00", "test", "anomaly", 30.0, 0.5, 1.0, 0.0, 1.0});
        final Executed fixed = m_tester.execute(new ScoreFusionNodeFactory(), model -> { }, clips, null);
        assertThat(NodeTester.texts(fixed.objects()[0])[0]).endsWith("60.0", "101.0", "10.0");
        final BufferedDataTable searched = (BufferedDataTable)m_tester.execute(new ScoreFusionNodeFactory(),
            mode(GammaMode.GRID_SEARCH), clips, null).objects()[0];
        assertThat(searched.getDataTableSpec().getColumnNames()).endsWith(
            "Anomaly score (γ chosen with labels)", "Anomaly score (member 1) (γ chosen with labels)",
            "Anomaly score (member 2) (γ chosen with labels)");
        final String[] normal = NodeTester.texts(searched)[1];
        assertThat(Double.parseDouble(normal[9])).isGreaterThan(20);
        assertThat(normal[11]).isEqualTo("20.0");
    }

    @Test
    void fixedGammaIsThePapers() throws Exception {
        final Executed executed = execute(model -> { }, null);
        assertThat(fused(executed.objects()[0])).containsExactly("60.0", "120.0", null, "104.0");
        assertThat(NodeTester.texts(executed.objects()[1]))
            .isDeepEqualTo(new String[][]{{"(all)", "200.0", "fixed", "false"}});
        assertThat(executed.warning()).hasValue("1 of 20 clips could not be fused: the file is empty.");
    }

    @Test
    void gammaOfEachMachineTypeComesFromTheSecondTable() throws Exception {
        final BufferedDataTable gammas =
            m_tester.table(GAMMA_COLUMNS, new Object[]{"fan", 100.0}, new Object[]{"pump", 10.0});
        assertThat(fused(execute(mode(GammaMode.TABLE), gammas).objects()[0])).containsExactly("35.0", "70.0", null,
            "9.0");
    }

    @Test
    void machineTypeWithoutGammaFailsOrGetsTheFixedOne() throws Exception {
        final BufferedDataTable gammas = m_tester.table(GAMMA_COLUMNS, new Object[][]{{"fan", 100.0}});
        assertThatThrownBy(() -> execute(mode(GammaMode.TABLE), gammas)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("pump");
        assertThat(fused(execute(model -> {
            model.addString("gammaMode", "TABLE");
            model.addString("missingGamma", "FIXED");
        }, gammas).objects()[0])).containsExactly("35.0", "70.0", null, "104.0");
    }

    @Test
    void tableOfGammasMustMakeSense() {
        assertThatThrownBy(() -> execute(mode(GammaMode.TABLE), null)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("none is connected");
        assertThatThrownBy(
            () -> execute(mode(GammaMode.TABLE), m_tester.table(GAMMA_COLUMNS, new Object[][]{{"fan", -1.0}})))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> execute(mode(GammaMode.TABLE),
            m_tester.table(GAMMA_COLUMNS, new Object[]{"fan", 1.0}, new Object[]{"fan", 2.0})))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("two rows");
    }

    @Test
    void labelFreeGammaNeedsHeldOutClipsOfEachType() {
        assertThatThrownBy(() -> execute(mode(GammaMode.LABEL_FREE), null)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("\"pump\"");
    }

    @Test
    void theRowsThatGammaIsChosenOnHaveToBeNamed() {
        assertThatThrownBy(() -> execute(model -> {
            model.addString("gammaMode", "GRID_SEARCH");
            model.getNodeSettings("rows").addStringArray("values");
        }, null))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("not chosen");
    }

    @Test
    void gridSearchNamesItsColumnAndSaysThatItUsedLabels() throws Exception {
        final BufferedDataTable fans = m_tester.table(COLUMNS, //
            new Object[]{"fan", "00", "test", "normal", 10.0, 0.25}, //
            new Object[]{"fan", "00", "test", "anomaly", 20.0, 0.5});
        final Executed executed =
            m_tester.execute(new ScoreFusionNodeFactory(), mode(GammaMode.GRID_SEARCH), fans, null);
        assertThat(((BufferedDataTable)executed.objects()[0]).getDataTableSpec().getColumnNames())
            .contains("Anomaly score (γ chosen with labels)").doesNotContain("Anomaly score");
        assertThat(NodeTester.texts(executed.objects()[1])[0]).startsWith("fan", "200.0").endsWith("true");
    }

    @Test
    void labelsThatChoseTheGammasOfATableAreNotForgotten() throws Exception {
        final BufferedDataTable fans = m_tester.table(COLUMNS, //
            new Object[]{"fan", "00", "test", "normal", 10.0, 0.25}, //
            new Object[]{"fan", "00", "test", "anomaly", 20.0, 0.5});
        final BufferedDataTable searched = (BufferedDataTable)m_tester
            .execute(new ScoreFusionNodeFactory(), mode(GammaMode.GRID_SEARCH), fans, null).objects()[1];
        final Executed executed =
            m_tester.execute(new ScoreFusionNodeFactory(), mode(GammaMode.TABLE), fans, searched);
        assertThat(((BufferedDataTable)executed.objects()[0]).getDataTableSpec().getColumnNames())
            .contains("Anomaly score (γ chosen with labels)");
        assertThat(NodeTester.texts(executed.objects()[1])[0]).endsWith("true");
        final BufferedDataTable labelFree =
            (BufferedDataTable)execute(model -> { }, null).objects()[1];
        assertThat(((BufferedDataTable)m_tester.execute(new ScoreFusionNodeFactory(), model -> {
            model.addString("gammaMode", "TABLE");
            model.addString("missingGamma", "FIXED");
        }, fans, labelFree).objects()[0]).getDataTableSpec().getColumnNames()).contains("Anomaly score");
    }

    @Test
    void refusesSettingsThatDoNotFit() {
        assertThatThrownBy(() -> execute(model -> model.addDouble("gamma", -1), null))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("-1");
        assertThatThrownBy(() -> execute(model -> model.addString("paeScore", "Label"), null))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("Label");
        assertThatThrownBy(() -> execute(model -> model.addString("outputColumn", "PAE score"), null))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("already");
    }
}
