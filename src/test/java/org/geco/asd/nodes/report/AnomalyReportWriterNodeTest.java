package org.geco.asd.nodes.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;

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
import org.knime.node.DefaultNodeAccess.Executed;

class AnomalyReportWriterNodeTest {

    private static final String[] COLUMNS =
        {"Path", "Machine type", "Machine ID", "Split", "Label", "PAE score", "Anomaly score"};

    @TempDir
    private Path m_folder;

    private NodeTester m_tester;

    private Path m_report;

    private BufferedDataTable m_trend;

    @BeforeEach
    void open() throws Exception {
        m_tester = new NodeTester(Files.createDirectory(m_folder.resolve("data")));
        m_report = m_folder.resolve("out").resolve("report");
    }

    @AfterEach
    void close() {
        m_tester.close();
    }

    private Executed execute(final Change change) throws Exception {
        final BufferedDataTable clips = m_tester.table(COLUMNS, //
            new Object[]{"/a/train.wav", "fan", "00", "train", "normal", 9.0, 9.0}, //
            new Object[]{"/a/n1.wav", "fan", "00", "test", "normal", 1.0, 1.0}, //
            new Object[]{"/a/a1.wav", "fan", "00", "test", "anomaly", 2.0, 2.0}, //
            new Object[]{"/a/a2.wav", "fan", "00", "test", "anomaly", new MissingCell("the file is empty"),
                new MissingCell("the file is empty")});
        return m_tester.execute(new AnomalyReportWriterNodeFactory(), model -> {
            model.addString("outputFolder", m_report.toString());
            change.apply(model);
        }, clips, null, m_trend);
    }

    @Test
    void writesPageAndFilesOfTheTestClips() throws Exception {
        final Executed executed = execute(model -> model.addString("notes", "Two fans & a <pump>"));
        assertThat(executed.objects()).isEmpty();
        assertThat(executed.warning()).isEmpty();
        assertThat(m_report.resolve("report.html")).content().contains("Two fans &amp; a &lt;pump&gt;",
            "the file is empty", "/a/", "a1.wav").doesNotContain("train.wav");
        assertThat(m_report.resolve("anomaly_score_fan_id_00.csv")).hasContent("n1.wav,1.0\na1.wav,2.0\n");
        assertThat(m_report.resolve("PAE_score/result.csv")).content().startsWith("fan\nid,AUC,pAUC\n00,1.0,1.0\n");
    }

    @Test
    void withoutLabelColumnItRanks() throws Exception {
        execute(model -> model.getNodeSettings("labels").addBoolean("column_is_present", false));
        assertThat(m_report.resolve("report.html")).content().contains("no labels").doesNotContain("pAUC");
        assertThat(m_report.resolve("result.csv")).doesNotExist();
    }

    @Test
    void theMainScoreCanBeChosen() throws Exception {
        execute(model -> {
            model.addString("mainScore", "PAE score");
            model.addBoolean("mainScore_is_present", true);
        });
        assertThat(m_report.resolve("Anomaly_score/result.csv")).exists();
        assertThat(m_report.resolve("PAE_score")).doesNotExist();
        assertThatThrownBy(() -> execute(model -> {
            model.addString("mainScore", "Seconds");
            model.addBoolean("mainScore_is_present", true);
        })).isInstanceOf(InvalidSettingsException.class).hasMessageContaining("Seconds");
    }

    @Test
    void aTableThatIsNoTrendIsRefused() {
        m_trend = m_tester.table(COLUMNS);
        assertThatThrownBy(() -> execute(model -> { })).hasMessageContaining("The second table is no trend");
    }

    @Test
    void failsOnAnExistingReportIfAskedTo() throws Exception {
        execute(model -> { });
        execute(model -> { });
        assertThatThrownBy(() -> execute(model -> model.addString("ifExists", "FAIL")))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("already exists");
    }

    @Test
    void tellsWhatIsWrongBeforeWritingAnything() {
        assertThatThrownBy(() -> execute(model -> model.addString("outputFolder", "")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("output folder");
        assertThatThrownBy(() -> execute(model -> model.addString("path", "nope")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("nope");
        assertThatThrownBy(() -> execute(model -> model.addInt("topClips", -1)))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("-1");
        assertThatThrownBy(() -> execute(model -> model.addString("outputFolder", "https://example.org/x")))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("not on this computer");
        assertThat(m_report).doesNotExist();
    }
}
