package org.geco.asd.nodes.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import org.geco.asd.nodes.table.NodeTester;
import org.geco.asd.nodes.table.NodeTester.Change;
import org.geco.embedded.core.PluginExtensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.MissingCell;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;

/** From judged clips to an alarm. */
class MonitorNodesTest {

    private static final String[] JUDGED =
        {"Path", "Machine type", "Machine ID", "Anomaly score", "Anomalous score", "Recorded at"};

    private static final String[] CLIPS = {"Path", "Machine type", "Machine ID"};

    @TempDir
    Path m_temp;

    private NodeTester m_tester;

    @BeforeEach
    void start() throws Exception {
        PluginExtensions.register(Path.of("plugin.xml").toUri().toURL(), getClass().getClassLoader());
        m_tester = new NodeTester(m_temp.resolve("tables"));
    }

    @AfterEach
    void end() {
        m_tester.close();
    }

    private Change settings() {
        return model -> {
            model.getNodeSettings("history").addString("place", m_temp.resolve("plant").toString());
            if (model.containsKey("decision")) {
                model.addString("decision", "Anomalous score");
            }
        };
    }

    private Executed monitor(final PortObject judged) throws Exception {
        return m_tester.execute(new AnomalyMonitorNodeFactory(), settings(), judged, null);
    }

    private PortObject judged(final int hour) {
        return m_tester.table(JUDGED, new Object[][]{
            {"/n/a.wav", "fan", "00", 1.0, 0.0, "2026-11-26T0" + hour + ":00"},
            {"/n/b.wav", "fan", "00", 5.0, 1.0, "2026-11-26T0" + hour + ":10:00"},
            {"/n/c.wav", "fan", "00", 6.0, 1.0, "2026-11-26 0" + hour + ":20:00"},
            {"/n/d.wav", "fan", "00", new MissingCell("it is too short"), new MissingCell("it is too short"),
                "2026-11-26T0" + hour + ":30"}});
    }

    @Test
    void anEventIsToldWithTheClipToListenToAndRaisesTheAlarm() throws Exception {
        final Executed told = monitor(judged(1));
        assertThat(NodeTester.texts(told.objects()[0])).isDeepEqualTo(new String[][]{{"fan", "00",
            "2026-11-26T01:10", "2026-11-26T01:20", "6.0", null, "2", "/n/c.wav", "0.0", "true", "1"}});
        assertThat(told.warning()).get().asString().contains("1 of 4 clips were not judged", "it is too short");
        assertThatThrownBy(() -> m_tester.execute(new AnomalyAlarmNodeFactory(), model -> { }, told.objects()[0]))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("Alarm: 1 new event: fan 00 from "
                + "2026-11-26T01:10 to 2026-11-26T01:20 (2 anomalous clips), listen to /n/c.wav");
        assertThat(m_tester.execute(new AnomalyAlarmNodeFactory(), model -> model.addString("then", "WARN"),
            told.objects()[0]).warning()).get().asString().startsWith("Alarm: 1 new event");
    }

    @Test
    void anEventOfAnEarlierRunRaisesNoAlarm() throws Exception {
        monitor(judged(1));
        final Executed second = monitor(m_tester.table(JUDGED, new Object[][]{
            {"/n/e.wav", "fan", "00", 1.0, 0.0, "2026-11-27T01:00"}}));
        assertThat(NodeTester.texts(second.objects()[0])[0]).endsWith("false", "2");
        assertThat(m_tester.execute(new AnomalyAlarmNodeFactory(), model -> { }, second.objects()[0]).warning())
            .isEmpty();
        assertThat(NodeTester.texts(second.objects()[1])).hasDimensions(2, 8);
    }

    private Executed untilTold(final PortObject judged) throws Exception {
        return m_tester.execute(new AnomalyMonitorNodeFactory(), model -> {
            settings().apply(model);
            model.addBoolean("untilTold", true);
        }, judged, null);
    }

    private void raise(final PortObject events) {
        assertThatThrownBy(() -> m_tester.execute(new AnomalyAlarmNodeFactory(), model -> {
            model.addString("noted", "HISTORY");
            settings().apply(model);
        }, events)).hasMessageContaining("Alarm: 1 new event: fan 00");
    }

    @Test
    void anAlarmThatWasNotRaisedIsRaisedByTheNextRunOnce() throws Exception {
        untilTold(judged(1));
        final PortObject nothing = m_tester.table(JUDGED, new Object[][]{
            {"/n/e.wav", "fan", "00", 1.0, 0.0, "2026-11-27T01:00"}});
        final PortObject again = untilTold(nothing).objects()[0];
        assertThat(NodeTester.texts(again)[0]).endsWith("true", "2");
        raise(again);
        assertThat(NodeTester.texts(untilTold(nothing).objects()[0])[0]).endsWith("false", "3");
        assertThatThrownBy(() -> m_tester.configure(new AnomalyAlarmNodeFactory(),
            model -> model.addString("noted", "HISTORY"), again)).hasMessageContaining("No history is chosen.");
        Files.writeString(m_temp.resolve("plant.mv.db"), "no history any more");
        raise(again);
    }

    private Path file(final String name, final Instant modified) throws Exception {
        final Path file = Files.writeString(m_temp.resolve(name), name);
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return file;
    }

    private PortObject clips(final Path... files) {
        final Object[][] rows = new Object[files.length][];
        for (int i = 0; i < files.length; i++) {
            rows[i] = new Object[]{files[i].toString(), "fan", "00"};
        }
        return m_tester.table(CLIPS, rows);
    }

    private String[][] fresh(final PortObject clips) throws Exception {
        return NodeTester.texts(m_tester.execute(new HistoryFilterNodeFactory(), settings(), clips, null).objects()[0]);
    }

    @Test
    void onlyWhatIsNewPasses() throws Exception {
        final Instant yesterday = Instant.now().minusSeconds(86_400);
        final Path old = file("old.wav", yesterday);
        final Path changed = file("changed.wav", yesterday);
        final PortObject both = clips(old, changed);
        assertThat(fresh(both)).hasDimensions(2, 4);
        final String state = fresh(both)[0][3];
        assertThat(state).startsWith("7 bytes, ");
        monitor(m_tester.table(JUDGED, new Object[][]{{old.toString(), "fan", "00", 1.0, 0.0, ""},
            {changed.toString(), "fan", "00", 1.0, 0.0, ""}}));
        assertThat(fresh(both)).isEmpty();
        Files.writeString(changed, "now longer");
        Files.setLastModifiedTime(changed, FileTime.from(yesterday));
        final Path written = file("written.wav", Instant.now());
        final Path future = file("future.wav", Instant.now().plusSeconds(86_400));
        final Path gone = m_temp.resolve("gone.wav");
        final Executed filtered = m_tester.execute(new HistoryFilterNodeFactory(), settings(),
            clips(old, changed, written, future, gone), null);
        assertThat(List.of(NodeTester.texts(filtered.objects()[0]))).extracting(row -> row[0]).containsExactly(
            changed.toString(), future.toString(), gone.toString());
        assertThat(List.of(NodeTester.texts(filtered.objects()[1]))).extracting(row -> row[3])
            .containsExactly("It was judged before.", "Its file may still be written.");
        assertThat(filtered.warning()).get().asString().contains(
            "may still be written: 1 clips are left for the next run", "was the clock set back?");
    }

    @Test
    void aHistoryMustBeNamed() {
        assertThatThrownBy(() -> m_tester.configure(new AnomalyMonitorNodeFactory(), model -> { }, judged(1), null))
            .hasMessageContaining("No history is chosen.");
    }
}
