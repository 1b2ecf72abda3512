package org.geco.asd.nodes.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.geco.asd.nodes.monitor.AnomalyFeedbackNodeFactory;
import org.geco.asd.nodes.monitor.AnomalyMonitorNodeFactory;
import org.geco.asd.nodes.monitor.FeedbackClipsNodeFactory;
import org.geco.asd.nodes.report.AnomalyReportWriterNodeFactory;
import org.geco.asd.nodes.table.NodeTester;
import org.geco.asd.nodes.table.NodeTester.Change;
import org.junit.jupiter.api.Test;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;

/** What was heard changes the detector's thresholds, and is learned from. */
class DetectorFeedbackTest extends TrainedFans {
    private Change history() {
        return model -> model.getNodeSettings("history").addString("place", m_temp.resolve("plant").toString());
    }

    private PortObject remembered(final PortObject detector) throws Exception {
        final PortObject table =
            m_tester.execute(new DetectorPredictorNodeFactory(), AS_IT_IS, detector, m_clips).objects()[0];
        m_tester.execute(new AnomalyMonitorNodeFactory(), model -> {
            history().apply(model);
            model.addString("score", "Outlier score");
        }, table, detector);
        return table;
    }

    /** Says a word of the third clip of each machine where that was called anomalous. */
    private Executed feedback(final PortObject detector, final String[][] judged, final String word) throws Exception {
        final List<Object[]> said = new ArrayList<>();
        for (final String[] row : judged) {
            if ("true".equals(row[row.length - 1])) {
                said.add(new Object[]{row[0], row[1], row[2], row[0].contains("_00000002") ? word : ""});
            }
        }
        return later().execute(new AnomalyFeedbackNodeFactory(), history(), m_tester.table(
            new String[]{"Path", "Machine type", "Machine ID", "Verdict"}, said.toArray(Object[][]::new)), detector);
    }

    @Test
    void falseAlarmsRefineTheThresholdsAndAreLearnedFromNextTime() throws Exception {
        final PortObject detector = compose(AS_IT_IS, m_outlier, m_thresholds).objects()[0];
        final PortObject table = remembered(detector);
        final String[][] judged = NodeTester.texts(table);
        final Executed refined = feedback(detector, judged, "rejected");
        final String[][] normal = NodeTester.texts(refined.objects()[0]);
        assertThat(List.of(normal)).isNotEmpty().allSatisfy(row -> assertThat(row[4]).isEqualTo("normal"));
        assertThat(refined.warning()).get().asString().contains("Verdicts changed the thresholds of");
        assertThat(((DetectorPortObject)refined.objects()[2]).model().training()).contains("refined on ",
            "by " + normal.length + " rejected and 0 confirmed clips");
        final String[][] again = judge(m_tester.saved(refined.objects()[2]));
        for (final String[] machine : NodeTester.texts(refined.objects()[1])) {
            assertThat(Double.parseDouble(machine[10])).isGreaterThan(Double.parseDouble(machine[4]));
            assertThat(Arrays.stream(again).filter(row -> row[2].equals(machine[1])))
                .allSatisfy(row -> assertThat(row[row.length - 2]).isEqualTo(machine[10]));
        }
        m_tester.execute(new AnomalyReportWriterNodeFactory(), model -> {
            model.addString("outputFolder", m_temp.resolve("report").toString());
            model.addInt("topClips", 0);
        }, table, refined.objects()[2], null);
        assertThat(m_temp.resolve("report/report.html")).content().contains("refined on ");
        assertThat(feedback(refined.objects()[2], judged, "rejected").objects()[2]).as("the same verdicts again")
            .isSameAs(refined.objects()[2]);
        assertThat(feedback(refined.objects()[2], judged, "perhaps").warning()).get().asString()
            .contains("neither \"confirmed\" nor \"rejected\", and are left out: \"perhaps\"");
    }

    @Test
    void whatWasHeardIsAddedToTheNextTrainingsClips() throws Exception {
        final String[] columns = {"Path", "Machine type", "Machine ID", "Split", "Label"};
        final PortObject clips = m_tester.table(columns, new Object[][]{
            {m_temp.resolve("sounds/fan/train/normal_id_00_00000000.wav").toString(), "fan", "00", "train", "normal"}});
        assertThat(NodeTester.texts(m_tester.execute(new FeedbackClipsNodeFactory(), history(), clips).objects()[0]))
            .as("there is no history yet").hasDimensions(1, 8);
        final PortObject detector = compose(AS_IT_IS, m_outlier, m_thresholds).objects()[0];
        final PortObject table = remembered(detector);
        feedback(detector, NodeTester.texts(table), "confirmed");
        final Executed added = m_tester.execute(new FeedbackClipsNodeFactory(), history(), clips);
        final String[][] rows = NodeTester.texts(added.objects()[0]);
        assertThat(rows.length).isGreaterThan(1);
        assertThat(Arrays.copyOfRange(rows[1], 3, 7)).containsExactly("test", "anomaly", null, null);
        assertThat(rows[1][7]).as("its event").isNotNull();
        assertThat(added.warning()).contains("Feedback: 0 false alarms join the normal clips, and " + (rows.length - 1)
            + " clips of faults those for the test.");
    }
}
