package org.geco.asd.nodes.view;

import java.nio.file.Path;

import org.geco.asd.nodes.evaluation.AnomalyScorerNodeFactory;
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
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultNodeAccess.Executed;

/** Nodes executed one after the other on simulated machines, as a workflow would: what views show. */
final class SimulatedRun implements AutoCloseable {

    private static final Change AS_IT_IS = model -> { };

    private final NodeTester m_tester;

    private final Path m_folder;

    private Executed m_outlierLearner;

    SimulatedRun(final Path folder) throws Exception {
        m_folder = folder;
        m_tester = new NodeTester(folder.resolve("tables"));
    }

    @Override
    public void close() {
        m_tester.close();
    }

    NodeTester tester() {
        return m_tester;
    }

    Executed simulated() throws Exception {
        return m_tester.execute(new MachineSoundSimulatorNodeFactory(), model -> {
            model.addString("destination", "FOLDER");
            model.addString("folder", m_folder.resolve("sounds").toString());
            model.addStringArray("types", "fan", "pump", "slider");
            model.addInt("trainClips", 24);
            model.addInt("testNormalClips", 20);
            model.addInt("testAnomalyClips", 20);
            model.addDouble("seconds", 3);
            model.addDouble("severity", 0.35);
        });
    }

    Executed read() throws Exception {
        simulated();
        return m_tester.execute(new SoundClipReaderNodeFactory(),
            model -> model.addString("folder", m_folder.resolve("sounds").toString()), new PortObject[]{null});
    }

    Executed spectrograms() throws Exception {
        return m_tester.execute(new LogMelExtractorNodeFactory(), AS_IT_IS, read().objects()[0]);
    }

    Executed scored() throws Exception {
        final PortObject vectors =
            m_tester.execute(new SpectralStatisticsNodeFactory(), AS_IT_IS, spectrograms().objects()[0]).objects()[0];
        m_outlierLearner = m_tester.execute(new OutlierLearnerNodeFactory(), AS_IT_IS, vectors);
        return m_tester.execute(new OutlierPredictorNodeFactory(), AS_IT_IS, m_outlierLearner.objects()[0], vectors);
    }

    /** @return what the Outlier Learner made for {@link #scored} */
    Executed outlierLearner() {
        return m_outlierLearner;
    }

    Executed decisions() throws Exception {
        final PortObject scores = scored().objects()[0];
        final Change score = settings -> settings.addString("score", "Outlier score");
        final PortObject thresholds =
            m_tester.execute(new ThresholdLearnerNodeFactory(), score, scores).objects()[0];
        return m_tester.execute(new ThresholdPredictorNodeFactory(), score, thresholds, scores);
    }

    Executed evaluated() throws Exception {
        return m_tester.execute(new AnomalyScorerNodeFactory(), AS_IT_IS, decisions().objects()[0]);
    }
}
