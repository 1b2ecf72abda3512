package org.geco.asd.pae;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.geco.asd.AsdException;
import org.geco.asd.ProgressMonitor;
import org.geco.asd.mel.ReadAhead;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.mel.SpectrogramCache;
import org.geco.asd.mel.SpectrogramSource;
import org.geco.asd.nn.Seeds;
import org.geco.asd.nn.schedule.Schedule;
import org.geco.asd.nn.train.EpochReport;

/** Trains the PAE of one machine type. */
final class TypeTrainer {

    /** Fewer steps than this in the whole training leave a network close to its random start. */
    private static final int FEW_STEPS = 100;

    private final PaeSettings m_settings;

    private final PaeTraining m_training;

    private final int m_mels;

    private final TypeClips m_clips;

    private final EpochReport.Listener m_listener;

    private final SpectrogramCache m_cache;

    private final EpochWindows m_windows;

    private final Seeds m_seeds;

    TypeTrainer(final PaeSettings settings, final int mels, final TypeClips clips, final SpectrogramSource source,
        final EpochReport.Listener listener) {
        m_settings = settings;
        m_training = settings.training();
        m_mels = mels;
        m_clips = clips;
        m_listener = listener;
        m_seeds = new Seeds(m_training.seed()).part(clips.type());
        m_cache = new SpectrogramCache(source, (long)m_training.cacheMegabytes() << 20);
        m_windows = new EpochWindows(clips.training(), clips.frames(), settings.architecture().blockFrames(),
            m_training.windowStride(), EpochWindows.GROUP_BYTES / ((long)mels * Float.BYTES), m_seeds);
    }

    /** The batch being filled and the mean loss of those that were. */
    private final class Steps implements AutoCloseable {

        private final PaeSession m_session;

        private final WindowBatch m_batch;

        private double m_lossSum;

        private long m_lossCount;

        Steps(final int windows) {
            final PaeArchitecture sizes = m_settings.architecture();
            m_session = new PaeSession(sizes, m_mels, windows, m_seeds);
            m_batch = new WindowBatch(windows, sizes.blockFrames(), m_mels, m_clips.standardisation());
        }

        void step(final double learningRate) throws AsdException {
            final double loss = m_session.step(m_batch, learningRate);
            if (!Double.isFinite(loss)) {
                throw new AsdException("The PAE of machine type " + m_clips.type() + " does not converge: its loss is "
                    + loss + ".", "Choose a smaller learning rate than " + learningRate + ".");
            }
            m_lossSum += loss * m_batch.count();
            m_lossCount += m_batch.count();
            m_batch.clear();
        }

        double meanLossAndReset() {
            final double mean = m_lossSum / m_lossCount * m_clips.standardisation().squaredDeviation();
            m_lossSum = 0;
            m_lossCount = 0;
            return mean;
        }

        @Override
        public void close() {
            m_session.close();
            m_batch.close();
        }
    }

    /**
     * @param progress is told about each step
     * @return the trained PAE
     */
    TypeModel train(final ProgressMonitor progress) throws AsdException {
        final long expected = m_windows.expectedCount();
        warnIfFewSteps(expected);
        final Schedule rates = m_training.learningRates();
        try (Steps steps = new Steps((int)Math.min(m_training.batchSize(), expected))) {
            String lastLoss = "";
            for (int epoch = 0; epoch < m_training.epochs(); epoch++) {
                final String message = String.format(Locale.ROOT, "PAE of %s: epoch %d of %d%s", m_clips.type(),
                    epoch + 1, m_training.epochs(), lastLoss);
                final double share = 1.0 / m_training.epochs();
                epoch(epoch, steps, rates.at(epoch), progress.part(epoch * share, (epoch + 1) * share), message,
                    expected);
                final Map<String, Double> metrics = new LinkedHashMap<>();
                metrics.put("loss", steps.meanLossAndReset());
                lastLoss = String.format(Locale.ROOT, ", loss %.2f dB²", metrics.get("loss"));
                if (m_clips.heldOut().length > 0) {
                    metrics.put("held-out loss", heldOutLoss(steps.m_session, progress));
                }
                metrics.put("learning rate", rates.at(epoch));
                m_listener.epochEnded(new EpochReport(m_clips.type(), epoch + 1, metrics));
            }
            return new TypeModel(m_clips.ids(), m_clips.training().length, m_clips.standardisation(),
                steps.m_session.weights());
        }
    }

    private void epoch(final int epoch, final Steps steps, final double rate, final ProgressMonitor progress,
        final String message, final long expected) throws AsdException {
        final long[] done = {0};
        m_windows.forEach(epoch, m_cache, progress, (clip, frame, masked) -> {
            steps.m_batch.add(clip.values(), frame * m_mels, masked);
            done[0]++;
            if (steps.m_batch.isFull()) {
                progress.checkCanceled();
                progress.report(Math.min(1, (double)done[0] / expected), message);
                steps.step(rate);
            }
        });
        progress.checkCanceled();
        if (steps.m_batch.count() > 0) {
            steps.step(rate);
        }
    }

    /** The mean score of the held-out clips, every frame predicted once. */
    private double heldOutLoss(final PaeSession trained, final ProgressMonitor progress) throws AsdException {
        final PaeArchitecture sizes = m_settings.architecture();
        final ClipError error = new ClipError(sizes.blockFrames(), m_mels, PaeScoring.DEFAULT);
        double sum = 0;
        try (PaeInference inference = trained.inference(m_clips.standardisation());
                ReadAhead clips = new ReadAhead(m_cache, m_clips.heldOut())) {
            for (int i = 0; i < m_clips.heldOut().length; i++) {
                progress.checkCanceled();
                final Spectrogram spectrogram = clips.next(progress);
                sum += error.of(inference, spectrogram.values(), spectrogram.frames());
            }
        }
        return sum / m_clips.heldOut().length;
    }

    private void warnIfFewSteps(final long windows) {
        final long steps = (windows + m_training.batchSize() - 1) / m_training.batchSize() * m_training.epochs();
        if (steps < FEW_STEPS) {
            m_listener.warning("The PAE of machine type " + m_clips.type() + " is trained for " + steps
                + " steps only. Use the preset for small data, or choose a smaller batch, a smaller window stride or "
                + "more epochs.");
        }
    }
}
