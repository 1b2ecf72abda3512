package org.geco.asd.methods.pae;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.geco.asd.clips.ClipCache;
import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Trainee;
import org.geco.asd.learn.TrainingSettings;
import org.geco.asd.learn.stop.TimeBudget;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.optim.Schedule;
import org.geco.asd.nn.tensor.Weights;

/** The PAE of one machine type in training: windows in, losses out. For one thread. */
final class TypeTraining implements Trainee {

    private final TrainingSettings m_training;

    private final int m_mels;

    private final TypeClips m_clips;

    private final ClipCache m_cache;

    private final EpochWindows m_windows;

    private final ClipError m_error;

    private final Schedule m_rates;

    private final ProgressMonitor m_progress;

    private final PaeSession m_session;

    private final WindowBatch m_batch;

    private double m_lossSum;

    private long m_lossCount;

    private double m_rate;

    private String m_lastLoss = "";

    /**
     * @param settings how it is trained
     * @param mels number of mel bands
     * @param clips what it is trained on
     * @param windows in their order
     * @param cache where spectrograms come from
     * @param seeds of the machine type
     * @param progress is told about each step
     */
    TypeTraining(final PaeSettings settings, final int mels, final TypeClips clips, final EpochWindows windows,
        final ClipCache cache, final Seeds seeds, final ProgressMonitor progress) {
        m_training = settings.training();
        m_mels = mels;
        m_clips = clips;
        m_cache = cache;
        m_windows = windows;
        m_rates = m_training.learningRates();
        m_progress = progress;
        final PaeArchitecture sizes = settings.architecture();
        m_error = new ClipError(sizes.blockFrames(), mels, PaeScoring.DEFAULT);
        final int capacity = (int)Math.min(m_training.batchSize(), windows.expectedCount());
        progress.checkCanceled();
        m_session = new PaeSession(sizes, mels, capacity, seeds);
        m_batch = new WindowBatch(capacity, sizes.blockFrames(), mels, clips.standardisation());
    }

    @Override
    public Epoch epoch(final int epoch, final TimeBudget budget) throws AsdException {
        final double share = 1.0 / m_training.epochs();
        final boolean whole = trainEpoch(epoch, budget, m_progress.part(epoch * share, (epoch + 1) * share));
        final Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("loss", meanLossAndReset());
        m_lastLoss = String.format(Locale.ROOT, ", loss %.2f dB²", metrics.get("loss"));
        double heldOut = Double.NaN;
        if (whole && m_clips.heldOut().length > 0) {
            heldOut = heldOutLoss();
            metrics.put("held-out loss", heldOut);
        }
        metrics.put("learning rate", m_rate);
        return new Epoch(metrics, whole, heldOut);
    }

    /** @return false if the time was up before the end */
    private boolean trainEpoch(final int epoch, final TimeBudget budget, final ProgressMonitor progress)
        throws AsdException {
        final long expected = m_windows.expectedCount();
        final String message = String.format(Locale.ROOT, "PAE of %s: epoch %d of %d%s", m_clips.type(), epoch + 1,
            m_training.epochs(), m_lastLoss);
        final long[] done = {0};
        final boolean[] inTime = {true};
        m_windows.forEach(epoch, m_cache, progress, (clip, frame, masked) -> {
            m_batch.add(clip.values(), frame * m_mels, masked);
            done[0]++;
            if (m_batch.isFull()) {
                progress.checkCanceled();
                progress.report(Math.min(1, (double)done[0] / expected), message);
                step(epoch, (double)(done[0] - m_batch.count()) / expected);
                inTime[0] = !budget.isSpent();
            }
            return inTime[0];
        });
        progress.checkCanceled();
        if (inTime[0] && m_batch.count() > 0) {
            step(epoch, (double)(done[0] - m_batch.count()) / expected);
        }
        m_batch.clear();
        return inTime[0];
    }

    /** @param share of the epoch that is done before the step */
    private void step(final int epoch, final double share) throws AsdException {
        // how many windows an epoch has is not known to the last one, and the next epoch's rate is not for this one
        m_rate = m_rates.at(Math.min(epoch + share, Math.nextDown(epoch + 1.0)));
        final double loss = m_session.step(m_batch, m_rate);
        if (!Double.isFinite(loss)) {
            throw new AsdException("The PAE of machine type " + m_clips.type() + " does not converge: its loss is "
                + loss + ".", "Choose a smaller learning rate than " + m_rate + ".");
        }
        m_lossSum += loss * m_batch.count();
        m_lossCount += m_batch.count();
        m_batch.clear();
    }

    private double meanLossAndReset() {
        final double mean = m_lossSum / m_lossCount * m_clips.standardisation().squaredDeviation();
        m_lossSum = 0;
        m_lossCount = 0;
        return mean;
    }

    /** The mean score of the held-out clips, every frame predicted once. */
    private double heldOutLoss() throws AsdException {
        double sum = 0;
        try (PaeInference inference = m_session.inference(m_clips.standardisation());
                ReadAhead clips = new ReadAhead(m_cache, m_clips.heldOut())) {
            for (int i = 0; i < m_clips.heldOut().length; i++) {
                m_progress.checkCanceled();
                final Spectrogram spectrogram = clips.next(m_progress);
                sum += m_error.of(inference, spectrogram.values(), spectrogram.frames());
            }
        }
        return sum / m_clips.heldOut().length;
    }

    /** @param weights of a finished model to start from */
    void load(final Weights weights) {
        m_session.load(weights);
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
        m_session.close();
        m_batch.close();
    }
}
