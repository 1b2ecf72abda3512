package org.geco.asd.methods.classifier;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Batches;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Trainee;
import org.geco.asd.learn.patches.HeldOutLoss;
import org.geco.asd.learn.patches.PatchBatches;
import org.geco.asd.learn.patches.PatchesLearner;
import org.geco.asd.nn.classify.Classifier;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.ClassifyingSession;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.optim.Session;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.buffer.DataType;

/** A classifier in training: patches in, losses out. For one thread. */
final class ClassifierTrainee implements Trainee {
    private final HeldOutLoss m_heldOut;
    private final ProgressMonitor m_progress;
    private final PatchBatches m_batches;
    private final ClassifyingSession m_session;
    private double m_loss;
    private long m_hits;
    private long m_rows;
    private long m_steps;

    ClassifierTrainee(final ClassifierSettings settings, final PartClips clips, final Seeds seeds,
        final ProgressMonitor progress) {
        m_heldOut = new HeldOutLoss(settings, clips);
        m_progress = progress;
        m_batches = new PatchBatches(settings, clips, Optional.empty(), shape(settings, clips), seeds);
        m_session = session(settings, clips, new Parameters(DataType.FLOAT, seeds));
    }

    /** @return off-heap bytes that such a training takes, held-out clips included; nothing is allocated */
    static long bytes(final ClassifierSettings settings, final PartClips clips) {
        return session(settings, clips, Parameters.dryRun(DataType.FLOAT)).countedBytes()
            + new HeldOutLoss(settings, clips).bytes();
    }

    private static ClassifyingSession session(final ClassifierSettings settings, final PartClips clips,
        final Parameters parameters) {
        final ClassifyingNetwork network =
            new ClassifyingNetwork(parameters, settings.network(), shape(settings, clips), settings.head());
        return new ClassifyingSession(parameters, settings.network(), network, settings.optimizer().of(parameters));
    }

    private static ClassifyingNetwork.Shape shape(final ClassifierSettings settings, final PartClips clips) {
        return new ClassifyingNetwork.Shape(settings.training().batchSize(), settings.patchFrames(),
            clips.mel().mels() + settings.samples(), clips.machines().size());
    }

    @Override
    public Batches batches() {
        return m_batches;
    }

    @Override
    public Session session() {
        return m_session;
    }

    @Override
    public void startEpoch(final int epoch) {
        m_loss = 0;
        m_hits = 0;
        m_rows = 0;
        m_steps = 0;
    }

    @Override
    public double step(final double epochs, final double learningRate) throws AsdException {
        final Sample sample = m_batches.next(m_progress);
        final Classifier.Result result = m_session.step(sample, learningRate);
        final int[] classes =
            sample.mixed().map(pairs -> pairs.prevailing(sample.classes())).orElse(sample.classes());
        for (int row = 0; row < classes.length; row++) {
            m_hits += result.best(row, classes.length) == classes[row] ? 1 : 0;
        }
        m_rows += classes.length;
        m_loss += result.value();
        m_steps++;
        return result.value();
    }

    @Override
    public Map<String, Double> metrics() {
        return Map.of(PatchesLearner.CE_LOSS, m_loss / m_steps, ClassifierLearner.ACCURACY, (double)m_hits / m_rows);
    }

    @Override
    public String inShort() {
        return String.format(Locale.ROOT, "L_CE %.3f, accuracy %.3f", m_loss / m_steps, (double)m_hits / m_rows);
    }

    @Override
    public double heldOutLoss() throws AsdException {
        return m_heldOut.of(m_session, m_progress);
    }
}
