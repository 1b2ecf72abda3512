package org.geco.asd.nodes.detector;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.geco.asd.nodes.logmel.LogMelExtractorNodeFactory;
import org.geco.asd.nodes.outlier.OutlierLearnerNodeFactory;
import org.geco.asd.nodes.outlier.OutlierPredictorNodeFactory;
import org.geco.asd.nodes.reader.SoundClipReaderNodeFactory;
import org.geco.asd.nodes.simulator.MachineSoundSimulatorNodeFactory;
import org.geco.asd.nodes.statistics.SpectralStatisticsNodeFactory;
import org.geco.asd.nodes.table.NodeTester;
import org.geco.asd.nodes.table.NodeTester.Change;
import org.geco.asd.nodes.threshold.ThresholdLearnerNodeFactory;
import org.geco.asd.nodes.threshold.ThresholdPredictorNodeFactory;
import org.geco.embedded.core.PluginExtensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;

/** Simulated fans and an outlier model of them, which needs no network, for each test anew. */
abstract class TrainedFans {

    static final Change AS_IT_IS = model -> { };

    @TempDir
    Path m_temp;

    NodeTester m_tester;

    final List<NodeTester> m_testers = new ArrayList<>();

    PortObject m_clips;

    PortObject m_outlier;

    PortObject m_thresholds;

    PortObject m_decisions;

    @BeforeEach
    void train() throws Exception {
        PluginExtensions.register(Path.of("plugin.xml").toUri().toURL(), getClass().getClassLoader());
        m_tester = new NodeTester(m_temp.resolve("tables"));
        m_tester.execute(new MachineSoundSimulatorNodeFactory(), model -> {
            model.addString("destination", "FOLDER");
            model.addString("folder", m_temp.resolve("sounds").toString());
            model.addStringArray("types", "fan");
            model.addInt("trainClips", 20);
            model.addInt("testNormalClips", 4);
            model.addInt("testAnomalyClips", 4);
            model.addDouble("seconds", 2);
        });
        m_clips = m_tester.execute(new SoundClipReaderNodeFactory(),
            model -> model.addString("folder", m_temp.resolve("sounds").toString()), new PortObject[]{null})
            .objects()[0];
        final PortObject spectrograms =
            m_tester.execute(new LogMelExtractorNodeFactory(), AS_IT_IS, m_clips).objects()[0];
        final PortObject vectors =
            m_tester.execute(new SpectralStatisticsNodeFactory(), AS_IT_IS, spectrograms).objects()[0];
        m_outlier = m_tester.execute(new OutlierLearnerNodeFactory(), AS_IT_IS, vectors).objects()[0];
        final PortObject scores =
            m_tester.execute(new OutlierPredictorNodeFactory(), AS_IT_IS, m_outlier, vectors).objects()[0];
        final Change score = settings -> settings.addString("score", "Outlier score");
        m_thresholds = m_tester.execute(new ThresholdLearnerNodeFactory(), score, scores).objects()[0];
        m_decisions =
            m_tester.execute(new ThresholdPredictorNodeFactory(), score, m_thresholds, scores).objects()[0];
    }

    @AfterEach
    void close() {
        m_tester.close();
        m_testers.forEach(NodeTester::close);
    }

    Executed compose(final Change change, final PortObject outlier, final PortObject thresholds)
        throws Exception {
        return m_tester.execute(new DetectorComposerNodeFactory(), change, m_decisions, null, null, null, outlier,
            null, thresholds, null, null);
    }

    Path write(final PortObject detector, final String ifExists) throws Exception {
        final Path file = m_temp.resolve("files/fans.detector");
        m_tester.execute(new DetectorWriterNodeFactory(), model -> {
            model.getNodeSettings("output").addString("file", file.toString());
            model.addString("ifExists", ifExists);
        }, detector);
        return file;
    }

    /** In another execution, as every node of a workflow has one of its own. */
    PortObject read(final Path file) throws Exception {
        return later().execute(new DetectorReaderNodeFactory(),
            model -> model.getNodeSettings("input").addString("file", file.toString())).objects()[0];
    }

    NodeTester later() throws Exception {
        m_testers.add(new NodeTester(m_temp.resolve("later" + m_testers.size())));
        return m_testers.get(m_testers.size() - 1);
    }

    String[][] judge(final PortObject detector) throws Exception {
        return NodeTester.texts(
            m_tester.execute(new DetectorPredictorNodeFactory(), AS_IT_IS, detector, m_clips).objects()[0]);
    }
}
