package org.geco.asd.methods.geco;

import java.util.Locale;
import java.util.Optional;

import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.dataset.MachineId;
import org.geco.asd.detect.FrameReconstructor;
import org.geco.asd.learn.MemoryBudget;
import org.geco.asd.learn.Trainee;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.stop.TimeBudget;
import org.geco.asd.nn.optim.Schedule;
import org.geco.asd.nn.tensor.Weights;

/** GeCo in training: patches in, losses out. For one thread. */
final class GecoLearning implements Trainee {

    private final GecoSettings m_settings;

    private final TrainingSettings m_training;

    private final TrainingSet m_clips;

    private final HeldOutLoss m_heldOut;

    private final ProgressMonitor m_progress;

    private final Schedule m_rates;

    private final boolean m_contrastive;

    private final int m_steps;

    private final PatchSampler m_sampler;

    private final GecoSession m_session;

    /**
     * @param settings how it is trained
     * @param clips what it is trained on
     * @param heldOut measures clips that it is not trained on
     * @param pae makes reconstructions; empty for the baseline
     * @param progress hears of every step
     * @throws AsdException if the PAE's blocks do not fit
     */
    GecoLearning(final GecoSettings settings, final TrainingSet clips, final HeldOutLoss heldOut,
        final Optional<FrameReconstructor> pae, final ProgressMonitor progress) throws AsdException {
        m_settings = settings;
        m_training = settings.training();
        m_clips = clips;
        m_heldOut = heldOut;
        m_progress = progress;
        m_rates = m_training.learningRates();
        m_contrastive = pae.isPresent();
        m_steps = steps(clips, m_training);
        final Seeds seeds = new Seeds(m_training.seed()).part("GeCo");
        final int originals = m_training.batchSize();
        final ContrastiveForm form = m_contrastive ? settings.form() : ContrastiveForm.NONE;
        final GecoNetwork.Shape shape = new GecoNetwork.Shape(m_contrastive ? 2 * originals : originals,
            settings.architecture().patchFrames(), clips.mel().mels(), clips.classes().size());
        final MemoryBudget memory = MemoryBudget.of(m_training.memoryMegabytes());
        final GecoSession.Contrast loss = new GecoSession.Contrast(form, settings.temperature());
        final long need = need(settings.architecture(), shape, loss, pae);
        memory.require(GecoTrainer.WORK, need);
        // building the network takes seconds: a user who cancelled need not wait for it
        progress.report(0, "Building the network");
        progress.checkCanceled();
        m_sampler = new PatchSampler(settings, clips.kept(memory.forSpectrograms(need)), pae, shape, seeds);
        m_session = new GecoSession(settings.architecture().network(), shape, loss, settings.momentum(),
            settings.weightDecay(), seeds);
    }

    /** Bytes of working memory: the network, in evaluation too, the PAEs, the clips that are read ahead. */
    private long need(final GecoArchitecture architecture, final GecoNetwork.Shape shape,
        final GecoSession.Contrast loss, final Optional<FrameReconstructor> pae) {
        final int types = (int)m_clips.classes().stream().map(MachineId::type).distinct().count();
        return GecoSession.bytes(architecture.network(), shape, loss) + m_heldOut.bytes()
            + pae.map(p -> p.bytes(types)).orElse(0L) + ReadAhead.BYTES;
    }

    /** @return steps in an epoch */
    static int steps(final TrainingSet clips, final TrainingSettings training) {
        return (clips.size() + training.batchSize() - 1) / training.batchSize();
    }

    @Override
    public Epoch epoch(final int epoch, final TimeBudget budget) throws AsdException {
        final long start = System.nanoTime();
        final EpochMeans means = m_sampler.newMeans();
        m_sampler.startEpoch(epoch);
        double lambda = 0;
        double rate = 0;
        int step = 0;
        do {
            m_progress.checkCanceled();
            lambda = m_settings.lambda().at(epoch, (long)epoch * m_steps + step);
            rate = m_rates.at(epoch + (double)step / m_steps);
            final PatchSampler.Sample sample = m_sampler.next(m_progress);
            means.add(m_session.step(sample.patches(), sample.classes(), lambda, rate), sample.classes());
            step++;
            m_progress.report((epoch + (double)step / m_steps) / m_training.epochs(), message(epoch, lambda, means));
        } while (step < m_steps && !budget.isSpent());
        checkFinite(means, epoch, rate);
        final boolean whole = step == m_steps;
        final double heldOut =
            whole && m_heldOut.isMeasured() ? m_heldOut.of(m_session, m_progress) : Double.NaN;
        final double seconds = (System.nanoTime() - start) / 1e9;
        // while λ rises, L_CE is not all that is learned: a low one does not make an epoch the best
        final boolean comparable = !m_contrastive || m_settings.lambda().isRisen(epoch, (long)epoch * m_steps);
        return new Epoch(means.metrics(lambda, rate, heldOut, seconds), whole, comparable ? heldOut : Double.NaN);
    }

    private String message(final int epoch, final double lambda, final EpochMeans means) {
        return String.format(Locale.ROOT, "Epoch %d of %d: λ %.2f, L_CE %.3f, L_con %.3f", epoch + 1,
            m_training.epochs(), lambda, means.crossEntropy(), means.contrastive());
    }

    private static void checkFinite(final EpochMeans means, final int epoch, final double rate) throws AsdException {
        if (!Double.isFinite(means.crossEntropy())) {
            throw new AsdException("GeCo's training diverged in epoch " + (epoch + 1) + ": L_CE is "
                + means.crossEntropy() + ".", "Choose a learning rate below " + rate
                + ", or the preset for small data.");
        }
    }

    /** @param model to start from */
    void load(final WarmStart model) {
        m_session.load(model.weights(m_session.weights(), m_clips.classes()));
    }

    @Override
    public Weights weights() {
        return m_session.weights();
    }

    @Override
    public Weights state() {
        return m_session.state();
    }

    @Override
    public void restore(final Weights state) {
        m_session.restore(state);
    }

    @Override
    public void close() {
        m_sampler.close();
        m_session.close();
    }
}
