package org.geco.asd.methods.geco;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.Batches;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Trainee;
import org.geco.asd.learn.patches.HeldOutLoss;
import org.geco.asd.learn.patches.PatchBatches;
import org.geco.asd.nn.classify.ClassifyingNetwork;
import org.geco.asd.nn.classify.Sample;
import org.geco.asd.nn.optim.Schedule;
import org.geco.asd.nn.optim.Session;

/** GeCo in training: patches in, losses out. For one thread. */
final class GecoTrainee implements Trainee {
    private final LambdaSettings m_ramp;
    private final Schedule m_lambdas;
    private final int m_steps;
    private final boolean m_contrastive;
    private final int m_originals;
    private final ClassifyingNetwork.Shape m_shape;
    private final HeldOutLoss m_heldOut;
    private final ProgressMonitor m_progress;
    private final Optional<FrameReconstructor> m_pae;
    private final PatchBatches m_batches;
    private final GecoSession m_session;
    private int m_epoch;
    private double m_lambda;
    private EpochMeans m_means;

    /** Without a PAE, which it closes, it is the baseline; fails if the PAE's blocks do not fit. */
    GecoTrainee(final GecoSettings settings, final PartClips clips, final Optional<FrameReconstructor> pae,
        final Seeds seeds, final ProgressMonitor progress) throws AsdException {
        m_ramp = settings.lambda();
        m_steps = PatchBatches.steps(settings, clips);
        m_lambdas = m_ramp.schedule(m_steps);
        m_contrastive = pae.isPresent();
        m_originals = settings.training().batchSize();
        m_shape = shape(settings, clips, m_contrastive);
        m_heldOut = new HeldOutLoss(settings, clips);
        m_progress = progress;
        m_pae = pae;
        m_batches = new PatchBatches(settings, clips, pae.isPresent()
            ? Optional.of(new Reconstruction(pae.get(), m_shape.frames(), m_shape.mels())) : Optional.empty(), m_shape,
            seeds);
        m_session = new GecoSession(settings.network(), m_shape, loss(settings, m_contrastive),
            settings.momentum(), settings.weightDecay(), seeds);
    }

    /** @return off-heap bytes that such a training takes, held-out clips included; without the PAE's */
    static long bytes(final GecoSettings settings, final PartClips clips, final boolean contrastive) {
        return GecoSession.bytes(settings.architecture().network(), shape(settings, clips, contrastive),
            loss(settings, contrastive)) + new HeldOutLoss(settings, clips).bytes();
    }

    private static LossSettings loss(final GecoSettings settings, final boolean contrastive) {
        return contrastive ? settings.loss() : new LossSettings(settings.loss().head(),
            ContrastiveForm.NONE, settings.loss().temperature());
    }

    private static ClassifyingNetwork.Shape shape(final GecoSettings settings, final PartClips clips,
        final boolean contrastive) {
        final int originals = settings.training().batchSize();
        final int rows = contrastive ? settings.input().mixup() > 0 ? 3 : 2 : 1;
        return new ClassifyingNetwork.Shape(rows * originals, settings.architecture().patchFrames(),
            clips.mel().mels(), clips.machines().size());
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
        m_epoch = epoch;
        m_means = new EpochMeans(m_originals, m_contrastive ? 2 * m_originals : m_originals, m_shape.classes());
    }

    @Override
    public double step(final double epochs, final double learningRate) throws AsdException {
        m_lambda = m_lambdas.at(epochs);
        final Sample sample = m_batches.next(m_progress);
        final GecoNetwork.Losses step = m_session.step(sample, m_lambda, learningRate);
        m_means.add(step, sample.mixed().filter(pairs -> !m_contrastive)
            .map(pairs -> pairs.prevailing(sample.classes())).orElse(sample.classes()));
        return step.ce();
    }

    @Override
    public Map<String, Double> metrics() {
        return m_means.metrics(m_lambda);
    }

    @Override
    public String inShort() {
        return String.format(Locale.ROOT, "λ %.2f, L_CE %.3f, L_con %.3f", m_lambda, m_means.crossEntropy(),
            m_means.contrastive());
    }

    @Override
    public double heldOutLoss() throws AsdException {
        return m_heldOut.of(m_session, m_progress);
    }

    /** While λ rises, L_CE is not all that is learned: a low one does not make an epoch the best. */
    @Override
    public boolean isComparable() {
        return !m_contrastive || m_ramp.isRisen(m_epoch, m_steps);
    }

    @Override
    public void close() {
        Trainee.super.close();
        m_pae.ifPresent(FrameReconstructor::close);
    }
}
