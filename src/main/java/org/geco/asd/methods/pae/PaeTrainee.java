package org.geco.asd.methods.pae;

import java.util.Locale;
import java.util.Map;

import org.geco.asd.clips.ReadAhead;
import org.geco.asd.common.AsdException;
import org.geco.asd.common.ProgressMonitor;
import org.geco.asd.common.Seeds;
import org.geco.asd.learn.Batches;
import org.geco.asd.learn.PartClips;
import org.geco.asd.learn.Trainee;
import org.geco.asd.mel.Spectrogram;
import org.geco.asd.nn.optim.Session;

/** The PAE of one machine type in training: windows in, losses out. For one thread. */
final class PaeTrainee implements Trainee {
    private final PartClips m_clips;
    private final ProgressMonitor m_progress;
    private final PaeBatches m_batches;
    private final PaeSession m_session;
    private final ClipError m_error;
    private double m_lossSum;
    private long m_lossCount;

    /** With the seeds of the machine type; the progress is asked while a clip is waited for. */
    PaeTrainee(final PaeSettings settings, final PartClips clips, final Seeds seeds, final ProgressMonitor progress) {
        final PaeArchitecture sizes = settings.architecture();
        m_clips = clips;
        m_progress = progress;
        m_batches = new PaeBatches(settings, clips, seeds);
        m_session = new PaeSession(sizes, clips.mel().mels(), m_batches.capacity(), seeds);
        m_error = new ClipError(sizes.blockFrames(), clips.mel().mels(), PaeScoring.DEFAULT);
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
        m_lossSum = 0;
        m_lossCount = 0;
    }

    @Override
    public double step(final double epochs, final double learningRate) throws AsdException {
        final WindowBatch batch = m_batches.next(m_progress);
        final double loss = m_session.step(batch, learningRate);
        m_lossSum += loss * batch.count();
        m_lossCount += batch.count();
        return loss;
    }

    private double meanLoss() {
        return m_lossSum / m_lossCount * m_clips.standardisation().squaredDeviation();
    }

    @Override
    public Map<String, Double> metrics() {
        return Map.of(PaeLearner.LOSS, meanLoss());
    }

    @Override
    public String inShort() {
        return String.format(Locale.ROOT, "loss %.2f dB²", meanLoss());
    }

    /** The mean score of the held-out clips, every frame predicted once. */
    @Override
    public double heldOutLoss() throws AsdException {
        double sum = 0;
        try (PaeInference inference = m_session.inference(m_clips.standardisation());
                ReadAhead clips = new ReadAhead(m_clips.source(), m_clips.heldOut())) {
            for (int i = 0; i < m_clips.heldOut().length; i++) {
                m_progress.checkCanceled();
                final Spectrogram spectrogram = clips.next(m_progress);
                sum += m_error.of(inference, spectrogram.values(), spectrogram.frames()).score();
            }
        }
        return sum / m_clips.heldOut().length;
    }
}
