package org.geco.asd.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;

import org.geco.asd.audio.ChannelChoice;
import org.geco.asd.audio.Heard;
import org.geco.asd.audio.Section;
import org.geco.asd.audio.WavBuilder;
import org.geco.asd.nodes.evaluation.AnomalyScorerNodeFactory;
import org.geco.asd.nodes.logmel.LogMelExtractorNodeFactory;
import org.geco.asd.nodes.predict.ScoredClips;
import org.geco.asd.nodes.predict.ScoredColumns;
import org.geco.asd.nodes.report.AnomalyReportWriterNodeFactory;
import org.geco.asd.nodes.table.MachineColumns;
import org.geco.asd.nodes.table.NodeTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNodeAccess;
import org.knime.node.DefaultNodeAccess.Executed;
import org.knime.node.DefaultNodeFactory;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** Pages and the report play the channel that the spectrograms were computed from, which no setting tells them. */
class HeardChannelTest {

    @Test
    void theSecondChannelOfAFileIsHeardWhereItWasScored(@TempDir final Path folder) throws Exception {
        final Path file = WavBuilder.write(folder.resolve("both.wav"), new WavBuilder().bytes(32000, 2,
            i -> new double[]{0.5 * Math.sin(i * 0.05), 0.5 * Math.sin(i * i * 1e-5)}));
        final Section clip = Section.whole(file);
        final String second = Heard.of(clip, ChannelChoice.single(2), 16000).wav();
        assertThat(second).isNotEqualTo(Heard.of(clip, ChannelChoice.single(1), 16000).wav());
        try (NodeTester tester = new NodeTester(folder.resolve("tables"))) {
            final Executed extracted = tester.execute(new LogMelExtractorNodeFactory(),
                model -> model.getNodeSettings("signal").addInt("channel", 2), tester.table(
                    new String[]{"Path", "Machine type", "Machine ID", "Split", "Label", "Outlier score"},
                    new Object[]{file.toString(), "fan", "00", "test", "normal", 1.0},
                    new Object[]{file.toString(), "fan", "00", "test", "anomaly", 2.0}));
            final BufferedDataTable clips = (BufferedDataTable)extracted.objects()[0];
            assertThat(played(new LogMelExtractorNodeFactory(), extracted)).isEqualTo(second);
            assertThat(played(new AnomalyScorerNodeFactory(),
                tester.execute(new AnomalyScorerNodeFactory(), model -> { }, clips))).isEqualTo(second);
            assertThat(new ScoredClips(new ShownRows(clips), new ScoredColumns(6, new MachineColumns.Cells(1, 2), 5))
                .shown(clips.iterator().next()).wav()).isEqualTo(second);
            final Path report = folder.resolve("report");
            tester.execute(new AnomalyReportWriterNodeFactory(),
                model -> model.addString("outputFolder", report.toString()), clips, null, null);
            assertThat(Files.readString(report.resolve("report.html"))).contains(second);
        }
    }

    private static String played(final DefaultNodeFactory factory, final Executed executed) throws Exception {
        final Object view =
            DefaultNodeAccess.of(factory).view().orElseThrow().handler(null, executed.internals()).orElseThrow();
        final Method clip = view.getClass().getMethod("clip", int.class);
        return new ObjectMapper().readTree((String)clip.invoke(view, 0)).get("value").get("wav").asText();
    }
}
